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
import type { ProposalLineView } from './view.ts'
import { changeWords } from './words.ts'

interface ProposalsView {
  lines: readonly ProposalLineView[]
  page: number
  pageSize: number
  all: number
  waiting: number
  mayPropose: boolean
}

/** What has been proposed for the table, what waits first. */
export function ProposalsPage({ view }: { view: ProposalsView }) {
  const t = useT()
  const { lines, page, pageSize, all, waiting, mayPropose } = view
  const start = mayPropose && (
    <ButtonLink href={paths.conceptNew({ kind: 'add' })}>{t('concept.act.propose')}</ButtonLink>
  )
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('concept.title'), href: paths.concepts() },
          { label: t('concept.proposals.title') },
        ]}
      />
      <PageHead
        title={t('concept.proposals.title')}
        facts={<span>{t('concept.proposals.counts', { all, waiting })}</span>}
      />
      <p className="prose ink2">{t('concept.proposals.lead')}</p>
      {lines.length === 0 ? (
        <EmptyState level={2} title={t('concept.proposals.emptyTitle')} actions={start}>
          {t('concept.proposals.emptyText')}
        </EmptyState>
      ) : (
        <>
          {start && <p className="mt4">{start}</p>}
          <h2 className="vh">{t('concept.proposals.title')}</h2>
          <div className="mt4">
            {lines.map(line => (
              <RecordRow
                key={line.id}
                href={paths.conceptProposal(line.id)}
                title={changeWords(t, line)}
                meta={<span>{t('concept.proposals.by', { name: line.by })}</span>}
                side={<Badge noun="concept" status={line.status} />}
                sideNote={t.moment(line.at)}
              />
            ))}
          </div>
        </>
      )}
      <Pager page={page} pageSize={pageSize} total={all} href={to => paths.conceptProposals({ page: to })} />
    </Wrap>
  )
}
