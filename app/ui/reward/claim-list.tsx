import type { ClaimStatus } from '#domain/rewards/lifecycle.ts'
import type { DomainId, Source } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'

type Shelf = 'open' | 'granted' | 'ended'

interface ClaimRow {
  id: string
  number: string | null
  status: ClaimStatus
  firm: string
  source: Source
  title: string
  domain: DomainId | null
  pilotNumber: string | null
  product: string
  approvedFen: number | null
  noticeTo: string | null
  updatedAt: Date
}

export interface ClaimListProps {
  items: readonly ClaimRow[]
  total: number
  page: number
  pageSize: number
  shelf: Shelf | null
  officer: boolean
}

/** 奖励申报: the reader's own firm's, or for an officer all that were submitted. */
export function ClaimList({ items, total, page, pageSize, shelf, officer }: ClaimListProps) {
  const t = useT()
  const tabs = [null, 'open', 'granted', 'ended'] as const
  return (
    <Wrap>
      <Crumbs items={[{ label: t('reward.claim.list') }]} />
      <PageHead
        title={t('reward.claim.list')}
        facts={<span>{officer ? t('reward.claim.listAll') : t('reward.claim.listMine')}</span>}
      />
      <Tabs
        label={t('reward.claim.shelves')}
        items={tabs.map(each => ({
          href: paths.claims({ shelf: each }),
          label: t(`reward.claim.shelf.${each ?? 'all'}`),
          current: each === shelf,
        }))}
      />
      {items.length === 0 && <NoClaims officer={officer} />}
      {items.map(claim => (
        <RecordRow
          key={claim.id}
          domain={claim.domain ?? undefined}
          href={paths.claim(claim.id)}
          title={claim.title}
          meta={
            <>
              <span className="num">{claim.number ?? t('reward.claim.draftName')}</span>
              <span>{claim.firm}</span>
              <SourceTag source={claim.source} />
              <span>{claim.product}</span>
              <span className="num">{claim.pilotNumber}</span>
            </>
          }
          side={<Badge noun="claim" status={claim.status} />}
          sideNote={<SideNote {...claim} />}
        />
      ))}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={next => paths.claims({ shelf, page: next })}
      />
    </Wrap>
  )
}

/** What a claim's state is about: the end of its notice, the amount, or when it was last handled. */
function SideNote({ status, noticeTo, approvedFen, updatedAt }: ClaimRow) {
  const t = useT()
  if (status === 'notice' && noticeTo) return t('reward.claim.state.notice', { until: noticeTo })
  if ((status === 'approved' || status === 'paid') && approvedFen !== null) return t.yuan(approvedFen)
  return t.dateTime(updatedAt)
}

function NoClaims({ officer }: { officer: boolean }) {
  const t = useT()
  const actions = (
    <>
      {!officer && (
        <ButtonLink look="line" href={paths.pilots()}>
          {t('reward.claim.toPilots')}
        </ButtonLink>
      )}
      <ButtonLink look="line" href={paths.rewards()}>
        {t('reward.claim.toCalculator')}
      </ButtonLink>
    </>
  )
  return (
    <EmptyState title={t('reward.claim.emptyTitle')} actions={actions}>
      {officer ? t('reward.claim.emptyOfficer') : t('reward.claim.emptyText')}
    </EmptyState>
  )
}
