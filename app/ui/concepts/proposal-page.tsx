import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
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
      <StateLine
        where={{ strong: t('concept.show.where') }}
        state={{ strong: t(`status.concept.${status}`) }}
        can={{ strong: t(`concept.show.${nextOf(view)}`) }}
        waits={{ strong: t(`concept.show.${waitsOf(view)}`) }}
      />
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

function nextOf({ can }: ProposalView): 'mayReview' | 'mayWithdraw' | 'nothing' {
  if (can.review.ok) return 'mayReview'
  return can.withdraw.ok ? 'mayWithdraw' : 'nothing'
}

function waitsOf({ can, status }: ProposalView): 'waitsMe' | 'waitsOther' | 'waitsNobody' {
  if (status !== 'proposed') return 'waitsNobody'
  return can.review.ok ? 'waitsMe' : 'waitsOther'
}

function Acts({ view }: { view: ProposalView }) {
  const t = useT()
  const { id, rev, formKey, can, decision, version, problem } = view
  const { review, withdraw } = can
  return (
    <div className="stack">
      {decision && (
        <p>
          <b>{t(`status.concept.${view.status}`)}</b>{' '}
          <span className="t14 ink2">
            {t('concept.show.decidedBy', { name: decision.by, time: t.moment(decision.at) })}
          </span>
        </p>
      )}
      {decision?.reason && <p className="prose">{decision.reason}</p>}
      {version !== null && <p className="t14">{t('concept.show.version', { version })}</p>}
      {review.ok && !problem && (
        <DeedForm action={paths.conceptPublication(id)} {...{ id, rev, formKey }} full>
          {t('concept.show.publish')}
        </DeedForm>
      )}
      {review.ok && (
        <ButtonLink full look="refuse" href={paths.conceptReturn(id)}>
          {t('concept.show.return')}
        </ButtonLink>
      )}
      {withdraw.ok && (
        <DeedForm action={paths.conceptWithdrawal(id)} {...{ id, rev, formKey }} look="refuse" full>
          {t('concept.show.withdraw')}
        </DeedForm>
      )}
      {!review.ok && view.status === 'proposed' && (
        <p className="t14 ink2">{t.reason(review.reason, review.detail)}</p>
      )}
    </div>
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
