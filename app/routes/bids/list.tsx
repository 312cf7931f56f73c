import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { listMyBids } from '#services/bids/show.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('bid.mine') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ bids: await listMyBids(ctx) }))
}

export default function ListBids() {
  const t = useT()
  const { bids } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('bid.mine') }]} />
      <PageHead title={t('bid.mine')} facts={<span>{t('bid.mineNote')}</span>} />
      {bids.length === 0 && (
        <EmptyState
          level={2}
          title={t('bid.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.scenarios()}>
              {t('bid.emptyAct')}
            </ButtonLink>
          }
        >
          {t('bid.emptyText')}
        </EmptyState>
      )}
      {bids.map(bid => (
        <RecordRow
          key={bid.id}
          href={paths.bid(bid.id)}
          title={bid.scenario.title}
          meta={
            <>
              <span>{bid.firm}</span>
              <span>{t('bid.productVersion', bid.product)}</span>
            </>
          }
          text={bid.decisionReason ?? undefined}
          side={<Badge noun="bid" status={bid.status} />}
          sideNote={bid.submittedAt ? t.dateTime(bid.submittedAt) : undefined}
        />
      ))}
    </Wrap>
  )
}
