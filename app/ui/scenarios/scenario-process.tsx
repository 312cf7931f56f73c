import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import type { Key, Translate } from '#i18n/translate.ts'
import { type Step, Timeline } from '../primitives/timeline.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ScenarioPageView, ScenarioStep } from './view.ts'

/** 进程: what happened, what is going on and who is awaited, what comes. */
export function ScenarioProcess({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const done = view.steps.map((step, index) => pastStep(t, step, index))
  return <Timeline steps={[...done, ...aheadOf(t, view)]} />
}

const officeDeeds = ['approve', 'publish', 'return']
const stops = ['return', 'withdraw', 'terminate']

function pastStep(t: Translate, { deed, at, by, reason }: ScenarioStep, index: number): Step {
  const office = officeDeeds.includes(deed) ? t('scenario.process.office') : null
  const who = [office, by].filter(Boolean).join(t.locale === 'zh' ? ' ' : ', ')
  return {
    key: `${index}-${deed}`,
    state: stops.includes(deed) ? 'stop' : 'done',
    title: t.maybe(`scenario.deed.${deed}`) ?? deed,
    time: t.moment(at),
    at: at.toISOString(),
    who: (
      <>
        {who}
        {reason && (
          <span className="process__why">
            {/* An addendum says what it changes; its reason stands on its own page. */}
            {deed === 'amend' ? reason : t('scenario.process.reason', { reason })}
          </span>
        )}
      </>
    ),
  }
}

type Ahead = 'submit' | 'publish' | 'bids' | 'open' | 'award' | 'pilot' | 'accept'
const order: readonly Ahead[] = ['submit', 'publish', 'bids', 'open', 'award', 'pilot', 'accept']

/** The step that is going on in each status; what stands behind it in `order` is still to come. */
const current: Partial<Record<ScenarioStatus, Ahead>> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'publish',
  published: 'bids',
  evaluating: 'award',
  awarded: 'pilot',
  piloting: 'pilot',
}

const waiting: Partial<Record<ScenarioStatus, Key>> = {
  draft: 'scenario.waits.self',
  returned: 'scenario.waits.self',
  submitted: 'scenario.waits.office',
  published: 'scenario.waits.firms',
  evaluating: 'scenario.waits.demand',
  awarded: 'scenario.waits.winner',
  piloting: 'scenario.waits.both',
}

function aheadOf(t: Translate, view: ScenarioPageView): Step[] {
  if (view.source === 'report') return []
  const over = view.status === 'published' && view.closed
  const now = over ? 'open' : current[view.status]
  const who = over ? 'scenario.waits.demand' : waiting[view.status]
  if (!now || !who) return []
  const [first, ...rest] = order.slice(order.indexOf(now))
  if (!first) return []
  return [
    {
      ...stepAhead(t, view, first),
      state: 'now',
      who: t('scenario.process.waiting', { who: t(who) }),
    },
    ...rest.map(each => stepAhead(t, view, each)),
  ]
}

function stepAhead(t: Translate, { content, bidDeadline, status }: ScenarioPageView, key: Ahead): Step {
  const weeks = content.pilotWeeks
  const texts: Record<Ahead, { title: string; who?: string }> = {
    submit: { title: t('scenario.process.submitNext') },
    publish: { title: t('scenario.process.publishNext'), who: t('scenario.process.publishNextNote') },
    bids: { title: t(status === 'published' ? 'scenario.process.published' : 'scenario.process.bidsNext') },
    open: { title: t('scenario.process.openNext'), who: t('scenario.process.openNextNote') },
    award: { title: t('scenario.process.awardNext'), who: t('scenario.process.awardNextNote') },
    pilot: {
      title: t('scenario.process.pilotNext'),
      who: weeks === undefined ? undefined : t('scenario.process.pilotNextNote', { n: weeks }),
    },
    accept: { title: t('scenario.process.acceptNext'), who: t('scenario.process.acceptNextNote') },
  }
  const until = key === 'bids' && bidDeadline ? bidDeadline : null
  return {
    key,
    state: 'next',
    ...texts[key],
    ...(until && { time: t('scenario.process.until', { time: t.moment(until) }), at: until.toISOString() }),
  }
}
