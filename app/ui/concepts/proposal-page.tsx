import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { ProposalActs, ProposalState } from '../review/proposal.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { ConceptFacts } from './names.tsx'
import { IndexProgress } from './progress.tsx'
import type { ProposalView } from './view.ts'
import { changeWords } from './words.ts'

/** One proposal: what it changes, what that touches, and who decides. */
export function ProposalPage({ view }: { view: ProposalView }) {
  const t = useT()
  const { status, before, after, problem, source, version, progress } = view
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('concept.title'), href: paths.concepts() },
          { label: t('concept.proposals.title'), href: paths.conceptProposals() },
          { label: changeWords(t, view) },
        ]}
      />
      <PageHead
        title={changeWords(t, view)}
        facts={
          <>
            <Badge noun="concept" status={status} />
            <span>{t('concept.proposals.by', { name: view.by })}</span>
            <span>{t.moment(view.at)}</span>
          </>
        }
      />
      <ProposalState noun="concept" view={view} />
      <PageSplit label={t('concept.show.decision')} first={<Acts view={view} />}>
        {problem && (
          <Alert tone="red" title={t('concept.show.problem')}>
            <p>{t.reason(problem.reason, problem.detail)}</p>
          </Alert>
        )}
        {after && (
          <Section
            title={t('concept.show.change')}
            note={view.kind === 'rename' ? t('concept.show.kept') : undefined}
            top
          >
            <ConceptFacts concept={after} before={before ?? undefined} />
          </Section>
        )}
        {view.preview && <Preview preview={view.preview} />}
        <Section title={t('concept.show.source')} top>
          <p className="prose">{source}</p>
        </Section>
        {version !== null && progress && (
          <Section title={t('concept.progress.title')} top>
            <IndexProgress progress={progress} version={version} />
          </Section>
        )}
      </PageSplit>
    </Wrap>
  )
}

function Acts({ view }: { view: ProposalView }) {
  const t = useT()
  const { id, version, problem } = view
  return (
    <ProposalActs
      noun="concept"
      view={view}
      to={{
        publish: paths.conceptPublication(id),
        return: paths.conceptReturn(id),
        withdraw: paths.conceptWithdrawal(id),
      }}
      sound={!problem}
      published={version !== null && <p className="t14">{t('concept.show.version', { version })}</p>}
    />
  )
}

type Counts = Readonly<Record<string, number>>
interface PreviewRow {
  key: string
  head: string
  counts: Counts
}

/** How many documents of each index mention each name, and how many would be written again. */
function Preview({ preview: { names, touched } }: { preview: NonNullable<ProposalView['preview']> }) {
  const t = useT()
  const rows: PreviewRow[] = [
    ...names.map(({ name, counts }) => ({ key: `n:${name}`, head: name, counts })),
    { key: 'touched', head: t('concept.show.touched'), counts: touched },
  ]
  const columns: Column<PreviewRow>[] = [
    { key: 'head', head: t('concept.show.mention'), header: true, full: true, cell: row => row.head },
    ...(['scenarios', 'products', 'solutions', 'firms', 'catalog'] as const)
      .filter(index => index in touched)
      .map(index => ({
        key: index,
        head: t(`concept.index.${index}`),
        label: t(`concept.index.${index}`),
        align: 'end' as const,
        cell: (row: PreviewRow) => <span className="num">{row.counts[index] ?? 0}</span>,
      })),
  ]
  return (
    <Section title={t('concept.show.preview')} note={t('concept.show.previewNote')} top>
      <DataTable caption={t('concept.show.preview')} columns={columns} rows={rows} rowKey={row => row.key} />
    </Section>
  )
}
