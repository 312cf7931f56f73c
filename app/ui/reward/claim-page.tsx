import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { ClaimActs } from './claim-acts.tsx'
import { Ledger, Process, Stated } from './claim-records.tsx'
import { type ClaimView, isOpen, type SpokenClaim } from './claim-view.ts'
import { Findings } from './findings.tsx'
import { Grounds } from './grounds.tsx'
import { Law } from './law.tsx'
import { Needs } from './needs.tsx'
import { Versions } from './versions.tsx'
import { Year } from './year.tsx'

/** 奖励申报: its result with every reason, what the firm stated, the ledger, and what can be done now. */
export function ClaimPage(claim: SpokenClaim) {
  const t = useT()
  const { calculation, firm, pilot, product } = claim
  const open = isOpen(claim.status)
  const title = t('reward.claim.heading')
  const granted = ['approved', 'paid'].includes(claim.status)
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('reward.claim.list'), href: paths.claims() },
          { label: claim.number ?? t('reward.claim.draftName') },
        ]}
      />
      <PageHead
        title={title}
        facts={
          <>
            <span>{firm.name}</span>
            <SourceTag source={firm.source} />
            <span>{pilot.title}</span>
            <span>{t('reward.sub')}</span>
          </>
        }
      />
      <StateLine {...answers(t, claim)} />
      <Findings calculation={calculation} approved={granted ? claim.approved : null} />
      <Notes {...claim} />
      <PageSplit
        label={t('reward.claim.acts')}
        first={<ClaimActs {...claim} />}
        rest={<Process {...claim} />}
      >
        <Law calculation={calculation} />
        <Year calculation={calculation} firm={firm.name} approved={granted ? claim.approved?.fen : null} />
        {open && <Needs calculation={calculation} />}
        <Stated {...claim} />
        <Ledger {...claim} />
        <Versions calculation={calculation} />
        <Grounds
          calculation={calculation}
          traceHref={paths.claimTrace(claim.id)}
          facts={[
            { key: 'firm', term: t('reward.claim.firm'), value: firm.name },
            { key: 'uscc', term: t('reward.claim.uscc'), value: <span className="num">{firm.uscc}</span> },
            {
              key: 'product',
              term: t('reward.claim.product'),
              value: (
                <Link href={paths.product(product.id)}>
                  {t('bid.productVersion', { name: product.name, version: product.version })}
                </Link>
              ),
            },
            {
              key: 'pilot',
              term: t('reward.claim.pilot'),
              value: (
                <>
                  <Link href={paths.pilot(pilot.id)}>{pilot.number ?? pilot.title}</Link>
                  {pilot.acceptedAt && ` ${t('reward.claim.accepted', { day: t.date(pilot.acceptedAt) })}`}
                </>
              ),
            },
            ...(claim.notice
              ? [
                  {
                    key: 'notice',
                    term: t('reward.claim.notice'),
                    value: t('reward.claim.noticeRange', { from: claim.notice.from, to: claim.notice.to }),
                  },
                ]
              : []),
          ]}
        />
      </PageSplit>
    </Wrap>
  )
}

/** Whether what is shown is today's or that of the decision, and whether it has changed. */
function Notes({ kept, status }: ClaimView) {
  const t = useT()
  if (!kept.whole)
    return (
      <div className="mt4">
        <Alert tone="red" title={t('reward.claim.broken')} />
      </div>
    )
  if (!isOpen(status)) return <p className="t13 ink3 mt3">{t('reward.claim.keptNote')}</p>
  if (!kept.differs) return null
  const ceiling = kept.ceiling === null ? t('reward.claim.differsNone') : t.yuan(kept.ceiling)
  return (
    <div className="mt4">
      <Alert title={t('reward.claim.differs', { at: t.dateTime(kept.at) })}>
        {t('reward.claim.differsText', { verdict: t(`reward.verdict.${kept.verdict}`), ceiling })}
      </Alert>
    </div>
  )
}

/** 页首四问. */
function answers(t: Translate, claim: ClaimView) {
  const { status, notice, approved, can } = claim
  const mine = Object.values(can).some(verdict => verdict.ok)
  const waits =
    status === 'notice' && notice?.over
      ? t('reward.claim.waits.noticeOver')
      : t(`reward.claim.waits.${status}`)
  const waitsNote =
    status === 'draft'
      ? t('reward.claim.waitsNote.draft')
      : status === 'notice' && !notice?.over
        ? t('reward.claim.waitsNote.notice')
        : status === 'notice' || status === 'approved'
          ? t('reward.claim.waitsNote.approver')
          : undefined
  const words = { until: notice?.to ?? '', amount: approved ? t.yuan(approved.fen) : '' }
  return {
    where: { strong: t('reward.claim.where'), note: claim.number ?? t('reward.claim.draftName') },
    state: {
      strong: <Badge noun="claim" status={status} />,
      note: t(`reward.claim.state.${status}`, words),
    },
    can: {
      strong: mine
        ? t(`reward.claim.next.${status}`)
        : isOpen(status) || status === 'approved'
          ? t('reward.claim.next.none')
          : t('common.state.nothing'),
    },
    waits: { strong: waits, note: waitsNote },
  }
}
