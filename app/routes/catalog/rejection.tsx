import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { handleEntry } from '#services/catalog/handle.ts'
import { DelistEntry, delistEntry } from '#services/catalog/publish.ts'
import { showEntryDeed } from '#services/catalog/show.ts'
import { ReasonForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('catalog.act.reject') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showEntryDeed(ctx, args.params.entryId))
}

/** A published entry is delisted by the second officer; one that is under way is rejected by the handler. */
export async function action(args: ActionFunctionArgs) {
  return submitted(args, DelistEntry.omit({ id: true }), async (value, ctx) => {
    const { id, can } = await showEntryDeed(ctx, args.params.entryId)
    if (can.delist.ok) await delistEntry(ctx, { ...value, id })
    else await handleEntry(ctx, { ...value, id, deed: 'reject' })
    return redirect(paths.entry(id))
  })
}

export default function RejectEntry() {
  const t = useT()
  const entry = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const deed = entry.can.delist.ok ? 'delist' : 'reject'
  const verdict = entry.can[deed]
  return (
    <DeedPage
      title={t(`catalog.act.${deed}`)}
      crumbs={[
        { label: t('catalog.list'), href: paths.catalog() },
        { label: entry.number ?? entry.title, href: paths.entry(entry.id) },
      ]}
      facts={<span>{entry.title}</span>}
    >
      {verdict.ok ? (
        <ReasonForm
          name="reason"
          label={t('pilot.reason')}
          hint={t('pilot.reasonHint')}
          submit={t(`catalog.act.${deed}`)}
          look="refuse"
          formKey={entry.formKey}
          rev={entry.rev}
          lastResult={answer?.submission}
        />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(verdict.reason, verdict.detail)}</Alert>
      )}
    </DeedPage>
  )
}
