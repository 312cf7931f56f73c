import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import type { ProposalsView } from './view.ts'

/** What has been proposed for the weights, what waits first. */
export function WeightsProposalsPage({ view }: { view: ProposalsView }) {
  const t = useT()
  const { lines, page, pageSize, all, waiting, mayPropose } = view
  const start = mayPropose && <ButtonLink href={paths.weightsNew()}>{t('weights.act.propose')}</ButtonLink>
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('weights.title'), href: paths.weights() },
          { label: t('weights.proposals.title') },
        ]}
      />
      <PageHead
        title={t('weights.proposals.title')}
        facts={<span>{t('weights.proposals.counts', { all, waiting })}</span>}
      />
      <p className="prose ink2">{t('weights.proposals.lead')}</p>
      {lines.length === 0 ? (
        <EmptyState level={2} title={t('weights.proposals.emptyTitle')} actions={start}>
          {t('weights.proposals.emptyText')}
        </EmptyState>
      ) : (
        <>
          {start && <p className="mt4">{start}</p>}
          <h2 className="vh">{t('weights.proposals.title')}</h2>
          <div className="mt4">
            {lines.map(line => (
              <RecordRow
                key={line.id}
                href={paths.weightsProposal(line.id)}
                title={t('weights.proposals.line', { version: line.basedOn, at: t.moment(line.at) })}
                meta={
                  <>
                    {line.origin === 'learned' && <span>{t('weights.origin.learned')}</span>}
                    <span>{t('weights.proposals.by', { name: line.by })}</span>
                  </>
                }
                text={line.grounds}
                side={<Badge noun="weights" status={line.status} />}
              />
            ))}
          </div>
        </>
      )}
      <Pager page={page} pageSize={pageSize} total={all} href={to => paths.weightsProposals({ page: to })} />
    </Wrap>
  )
}
