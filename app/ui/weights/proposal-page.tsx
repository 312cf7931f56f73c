import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { ProposalActs, ProposalState } from '../review/proposal.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { WeightsBeside } from './beside.tsx'
import { LessonShown } from './lesson.tsx'
import { Preview } from './preview.tsx'
import type { ProposalView } from './view.ts'

/** One proposal: what it changes, what that would move, and who decides. */
export function WeightsProposalPage({ view }: { view: ProposalView }) {
  const t = useT()
  const { status, weights, problem, grounds, basedOn, learned, preview, kept } = view
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('weights.title'), href: paths.weights() },
          { label: t('weights.proposals.title'), href: paths.weightsProposals() },
          { label: t('weights.proposals.basedOn', { version: basedOn }) },
        ]}
      />
      <PageHead
        title={t('weights.show.title')}
        facts={
          <>
            <Badge noun="weights" status={status} />
            {view.origin === 'learned' && <span>{t('weights.origin.learned')}</span>}
            <span>{t('weights.proposals.by', { name: view.by })}</span>
            <span>{t.moment(view.at)}</span>
          </>
        }
      />
      <ProposalState noun="weights" view={view} />
      <PageSplit label={t('weights.show.decision')} first={<Acts view={view} />}>
        {problem && (
          <Alert tone="red" title={t('weights.show.problem')}>
            <p>{t.reason(problem.reason, problem.detail)}</p>
          </Alert>
        )}
        <Section
          title={t('weights.show.change')}
          note={
            <Link href={paths.formula({ version: basedOn })}>
              {t('weights.show.changeNote', { version: basedOn })}
            </Link>
          }
          top
        >
          <WeightsBeside weights={weights} basedOn={basedOn} caption={t('weights.show.change')} />
        </Section>
        <Section title={t('weights.show.grounds')} note={t('weights.show.groundsNote')} top>
          <p className="prose">{grounds}</p>
        </Section>
        {learned && <LessonShown learned={learned} />}
        {preview && <Preview shown={preview} />}
        {kept && <Preview shown={kept} kept />}
        {status === 'published' && !kept && <p className="t14 ink2">{t('weights.preview.notKept')}</p>}
      </PageSplit>
    </Wrap>
  )
}

function Acts({ view }: { view: ProposalView }) {
  const t = useT()
  const { id, version, problem, seen } = view
  return (
    <ProposalActs
      noun="weights"
      view={view}
      to={{
        publish: paths.weightsPublication(id),
        return: paths.weightsReturn(id),
        withdraw: paths.weightsWithdrawal(id),
      }}
      sound={!problem}
      seen={seen}
      published={
        version !== null && (
          <ButtonLink full look="line" href={paths.formula({ version })}>
            {t('weights.show.version', { version })}
          </ButtonLink>
        )
      }
    />
  )
}
