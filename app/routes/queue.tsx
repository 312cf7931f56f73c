import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canReadAudit } from '#domain/audit/policy.ts'
import { canSeeMarket } from '#domain/market/policy.ts'
import { officerRoles } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { listQueue } from '#services/queue/list.ts'
import { previewMatter } from '#services/queue/preview.ts'
import { QueuePage } from '#ui/queue/queue-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('queue.title'), desk: true }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => {
    const queue = await listQueue(ctx, query)
    const { actor } = ctx
    const audits = canReadAudit(actor).ok
    const market = canSeeMarket(actor).ok
    const officer = actor.kind === 'person' ? { name: actor.name, office: actor.offices[0]?.role } : null
    return { queue, preview: await previewMatter(ctx, queue), officer, audits, market }
  })
}

export default function Queue() {
  const t = useT()
  const { queue, preview, officer, audits, market } = useLoaderData<typeof loader>()
  const office = officer?.office ? t.pick(officerRoles[officer.office]) : ''
  return (
    <QueuePage
      queue={queue}
      preview={preview}
      who={[office, officer?.name].filter(Boolean).join(' · ')}
      audits={audits}
      market={market}
    />
  )
}
