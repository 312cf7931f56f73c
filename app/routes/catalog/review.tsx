import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { ReviewSheet, scoreEntry } from '#services/catalog/score.ts'
import { showEntryDeed } from '#services/catalog/show.ts'
import { ReviewForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('catalog.act.score') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showEntryDeed(ctx, args.params.entryId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReviewSheet, async (value, ctx) => {
    const { id } = await showEntryDeed(ctx, args.params.entryId)
    await scoreEntry(ctx, { ...value, id })
    return redirect(paths.entry(id))
  })
}

export default function ReviewEntry() {
  const t = useT()
  const entry = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = entry.can.score
  return (
    <DeedPage
      title={t('catalog.act.score')}
      crumbs={[
        { label: t('catalog.list'), href: paths.catalog() },
        { label: entry.number ?? entry.title, href: paths.entry(entry.id) },
      ]}
      facts={
        <>
          <span>{entry.title}</span>
          <span>{t('catalog.intro.score')}</span>
        </>
      }
    >
      {verdict.ok ? (
        <ReviewForm formKey={entry.formKey} lastResult={answer?.submission} />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(verdict.reason, verdict.detail)}</Alert>
      )}
    </DeedPage>
  )
}
