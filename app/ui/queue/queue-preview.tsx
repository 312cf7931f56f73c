import { robotCategories } from '#domain/ontology/tasks.ts'
import type { Refused, Verdict } from '#domain/shared/verdict.ts'
import { districts, domains, maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Preview, PreviewPart } from '../pattern/workbench.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { Opinions } from '../recommendation/opinions.tsx'
import { ApprovalRecord, shortHash } from '../review/approval-record.tsx'
import { ChangeList } from '../review/change-list.tsx'
import { AnsweredNotes } from '../review/return-notes.tsx'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { Noun, StatusOf } from '../status-look.ts'
import { statusLook } from '../status-look.ts'
import { clockOf, matterPath } from './matter-words.ts'
import type { MatterView, PreviewView } from './view.ts'

/** The matter in hand: its facts, what happened to it, and the decision itself where it is made at the desk. */
export function QueuePreviewPane({ preview, now }: { preview: PreviewView; now: Date }) {
  const t = useT()
  const { matter, steps, scenario, product, recommendations, comeBack } = preview
  const content = scenario?.content ?? product?.content
  const words = scenario?.content.situation ?? product?.content.summary
  return (
    <Preview
      over={[t(`queue.kind.${matter.kind}`), matter.number].filter(Boolean).join(' ')}
      title={matter.title || t('queue.untitled')}
      badge={<MatterBadge matter={matter} />}
      facts={factsOf(t, preview, now)}
      actions={<Decision preview={preview} />}
    >
      {words && (
        <PreviewPart title={t(scenario ? 'queue.preview.task' : 'queue.preview.summary')}>
          <p>{words}</p>
        </PreviewPart>
      )}
      {scenario && preview.canReview && (
        <PreviewPart title={t('queue.preview.review')}>
          <ApprovalRecord state={scenario.approval} />
        </PreviewPart>
      )}
      {comeBack && content && (
        <PreviewPart title={t('review.comeBack')}>
          <AnsweredNotes {...comeBack} content={content} />
          <Reveal summary={t('queue.preview.changes', { n: comeBack.changes.length })}>
            <ChangeList changes={comeBack.changes} />
          </Reveal>
        </PreviewPart>
      )}
      {recommendations.length > 0 && (
        <PreviewPart title={t('recommendation.title')}>
          <p className="t13 ink3">{t('recommendation.note')}</p>
          <Opinions opinions={recommendations} />
        </PreviewPart>
      )}
      <PreviewPart title={t('queue.preview.history')}>
        <Timeline steps={steps.map((step, index) => pastStep(t, step, { index, kind: matter.kind }))} />
      </PreviewPart>
      <PreviewPart title={t('queue.preview.original')}>
        <p>
          <Link href={matterPath(matter)} data-key="open">
            {t('queue.preview.openPage')}
          </Link>
        </p>
        {matter.mine && matter.kind !== 'organization' && (
          <p>
            <Link href={paths.recusal(matter.kind, matter.id)}>{t('office.recusal.act')}</Link>
          </p>
        )}
      </PreviewPart>
    </Preview>
  )
}

function MatterBadge({ matter }: { matter: MatterView }) {
  const { kind, status } = matter
  return isStatusOf(kind, status) ? <Badge noun={kind} status={status} /> : null
}

function isStatusOf<N extends Noun>(noun: N, status: string): status is StatusOf[N] & string {
  return Object.hasOwn(statusLook[noun], status)
}

function factsOf(t: Translate, { matter, scenario, product }: PreviewView, now: Date) {
  const clock = clockOf(t, matter, now)
  const where = isDistrict(matter.district) ? districts[matter.district] : undefined
  const rows: (readonly [term: string, value: string | undefined | null])[] = [
    ['organization', matter.organization],
    ['district', where && t.pick(where)],
    ...(scenario ? scenarioFacts(t, scenario) : []),
    ...(product ? productFacts(t, product) : []),
    ['due', [clock.strong, clock.note].join(t.locale === 'zh' ? '，' : ', ')],
    ['waits', t(`queue.waits.${matter.waits}`)],
    ['next', t(`queue.next.${matter.next}`)],
    [
      'basis',
      matter.next === 'review' || matter.next === 'reviewAgain' ? t('queue.preview.basisText') : undefined,
    ],
  ]
  return rows.flatMap(([key, value]) =>
    value ? [{ key, term: t.maybe(`queue.preview.${key}`) ?? key, value }] : [],
  )
}

function scenarioFacts(t: Translate, { content, bidDeadline }: NonNullable<PreviewView['scenario']>) {
  const counts = { requirements: content.requirements.length, metrics: content.metrics.length }
  return [
    ['domain', content.domain && t.pick(domains[content.domain])],
    ['budget', content.budgetFen === undefined ? undefined : t.yuan(content.budgetFen)],
    ['requirements', t('queue.preview.counts', counts)],
    ['deadline', bidDeadline && t.dateTime(bidDeadline)],
  ] as const
}

function productFacts(t: Translate, { content, version }: NonNullable<PreviewView['product']>) {
  return [
    ['category', content.category && t.pick(robotCategories[content.category].label)],
    ['maturity', content.maturity && t.pick(maturities[content.maturity])],
    ['specs', t('queue.preview.specsCount', { n: Object.keys(content.specs).length })],
    ['version', t('queue.preview.versionNo', { n: version })],
  ] as const
}

function pastStep(
  t: Translate,
  step: PreviewView['steps'][number],
  { index, kind }: { index: number; kind: MatterView['kind'] },
) {
  const initial = kind === 'scenario' && step.deed === 'approve' ? t('review.initial') : null
  const { deed, at, by, reason, contentHash } = step
  const hash = contentHash && t('queue.preview.hash', { hash: shortHash(contentHash) })
  const stopped = deed === 'return' || deed === 'reject' || deed === 'object'
  return {
    key: String(index),
    state: stopped ? ('stop' as const) : ('done' as const),
    title: initial ?? t.maybe(`queue.deed.${deed}`) ?? t.maybe(`organization.deed.${deed}`) ?? deed,
    time: t.moment(at),
    at: at.toISOString(),
    who: [by, reason, hash].filter(Boolean).join(' · '),
  }
}

/** Why this officer can take neither step: said of the one that it is the turn of. */
function firstReason(next: MatterView['next'], approve: Verdict | null, publish: Verdict | null) {
  const [one, other] = next === 'publishScenario' ? [publish, approve] : [approve, publish]
  return [one, other].find((each): each is Refused => each !== null && !each.ok) ?? null
}

/** 同意 and 退回, right here for scenarios and products; the other nouns are decided on their own page. */
function Decision({ preview }: { preview: PreviewView }) {
  const t = useT()
  const { matter, canReview, canApprove, canPublish, publishKey, returnKey, hash } = preview
  if (matter.next === 'recommend') {
    return (
      <div className="decide">
        <ButtonLink size="sm" href={paths.recommendation(matter.kind, matter.id)}>
          {t('recommendation.act')}
        </ButtonLink>
        <p className="t13 ink3">{t('queue.preview.recommendNote')}</p>
      </div>
    )
  }
  if (canReview === null) {
    return (
      <ButtonLink size="sm" look={matter.mine ? 'solid' : 'line'} href={matterPath(matter)}>
        {matter.mine ? t(`queue.next.${matter.next}`) : t('queue.preview.openPage')}
      </ButtonLink>
    )
  }
  if (!canReview.ok)
    return <Alert title={t('queue.preview.cannot')}>{t.reason(canReview.reason, canReview.detail)}</Alert>
  const to =
    matter.kind === 'product'
      ? { publish: paths.productPublication(matter.id), return: paths.productReturn(matter.id) }
      : {
          publish: canApprove?.ok ? paths.scenarioApproval(matter.id) : paths.scenarioPublication(matter.id),
          return: paths.scenarioReturn(matter.id),
        }
  const closed = canApprove?.ok || canPublish?.ok ? null : firstReason(matter.next, canApprove, canPublish)
  const hidden = (key: string) => (
    <>
      <FormKey value={key} />
      <input type="hidden" name="id" value={matter.id} />
      <input type="hidden" name="rev" value={matter.rev} />
    </>
  )
  return (
    <div className="decide">
      {closed ? (
        <p className="t13 ink2">{t.reason(closed.reason, closed.detail)}</p>
      ) : (
        <form method="post" action={to.publish}>
          {hidden(publishKey)}
          <input type="hidden" name="hash" value={hash} />
          <SubmitButton size="sm" data-key="publish">
            {t(
              matter.kind === 'product'
                ? 'scenario.act.publish'
                : canApprove?.ok
                  ? 'scenario.deedPage.approval'
                  : 'scenario.deedPage.publication',
            )}
          </SubmitButton>
        </form>
      )}
      <Reveal summary={t('scenario.act.return')} look="refuse">
        <form method="post" action={to.return} className="stack" data-key="return">
          {hidden(returnKey)}
          <div className="field">
            <label htmlFor="queue-reason">{t('scenario.deedPage.reason')}</label>
            <textarea
              className="area"
              id="queue-reason"
              name="reason"
              rows={4}
              required
              minLength={4}
              maxLength={1000}
            />
            <span className="hint">{t('scenario.deedPage.returnText')}</span>
          </div>
          <Actions>
            <ButtonLink look="line" size="sm" href={to.return}>
              {t('queue.preview.returnByField')}
            </ButtonLink>
            <SubmitButton size="sm" look="refuse">
              {t('scenario.act.return')}
            </SubmitButton>
          </Actions>
        </form>
      </Reveal>
      <p className="t13 ink3">
        {t(canApprove?.ok ? 'scenario.deedPage.approvalText' : 'queue.preview.publishNote')}
      </p>
    </div>
  )
}
