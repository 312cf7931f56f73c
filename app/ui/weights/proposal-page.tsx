import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { WeightChanges } from './changes.tsx'
import { LessonShown } from './lesson.tsx'
import { Preview } from './preview.tsx'
import type { ProposalView } from './view.ts'

/** One proposal: what it changes, what that would move, and who decides. */
export function WeightsProposalPage({ view }: { view: ProposalView }) {
  const t = useT()
  const { status, changes, problem, grounds, basedOn, learned, preview } = view
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
      <StateLine
        where={{ strong: t('weights.show.where') }}
        state={{ strong: t(`status.weights.${status}`) }}
        can={{ strong: t(`weights.show.${nextOf(view)}`) }}
        waits={{ strong: t(`weights.show.${waitsOf(view)}`) }}
      />
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
          <WeightChanges changes={changes} caption={t('weights.show.change')} />
        </Section>
        <Section title={t('weights.show.grounds')} note={t('weights.show.groundsNote')} top>
          <p className="prose">{grounds}</p>
        </Section>
        {learned && <LessonShown learned={learned} />}
        {preview && <Preview preview={preview} />}
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
          <b>{t(`status.weights.${view.status}`)}</b>{' '}
          <span className="t14 ink2">
            {t('weights.show.decidedBy', { name: decision.by, time: t.moment(decision.at) })}
          </span>
        </p>
      )}
      {decision?.reason && <p className="prose">{decision.reason}</p>}
      {version !== null && (
        <ButtonLink full look="line" href={paths.formula({ version })}>
          {t('weights.show.version', { version })}
        </ButtonLink>
      )}
      {review.ok && !problem && (
        <DeedForm action={paths.weightsPublication(id)} {...{ id, rev, formKey }} full>
          {t('weights.show.publish')}
        </DeedForm>
      )}
      {review.ok && (
        <ButtonLink full look="line" href={paths.weightsReturn(id)}>
          {t('weights.show.return')}
        </ButtonLink>
      )}
      {withdraw.ok && (
        <DeedForm action={paths.weightsWithdrawal(id)} {...{ id, rev, formKey }} look="refuse" full>
          {t('weights.show.withdraw')}
        </DeedForm>
      )}
      {!review.ok && view.status === 'proposed' && (
        <p className="t14 ink2">{t.reason(review.reason, review.detail)}</p>
      )}
    </div>
  )
}
