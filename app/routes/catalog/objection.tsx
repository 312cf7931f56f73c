import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { ObjectToEntry, objectToEntry } from '#services/catalog/object.ts'
import { showEntry } from '#services/catalog/show.ts'
import { ObjectionForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('catalog.act.object') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showEntry(ctx, args.params.entryId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ObjectToEntry.omit({ id: true }), async (value, ctx) => {
    const { id } = await showEntry(ctx, args.params.entryId)
    await objectToEntry(ctx, { ...value, id })
    return redirect(paths.entry(id))
  })
}

export default function ObjectToEntryPage() {
  const t = useT()
  const entry = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = entry.can.object
  return (
    <DeedPage
      title={t('catalog.act.object')}
      crumbs={[
        { label: t('catalog.list'), href: paths.catalog() },
        { label: entry.number ?? entry.title, href: paths.entry(entry.id) },
      ]}
      facts={
        <>
          <span>{entry.title}</span>
          <span>{t('catalog.intro.object')}</span>
        </>
      }
    >
      {verdict.ok ? (
        <ObjectionForm formKey={entry.formKey} lastResult={answer?.submission} />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(verdict.reason, verdict.detail)}</Alert>
      )}
    </DeedPage>
  )
}
