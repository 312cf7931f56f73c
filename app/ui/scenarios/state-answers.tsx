import type { Translate } from '#i18n/translate.ts'
import { Badge, Sign } from '../primitives/badge.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type Answer, StateLine } from '../shell/state-line.tsx'
import { demandCan, officerCan, why } from './own-answers.ts'
import { type ScenarioPageView, tripStep } from './view.ts'

/** 页首四问 of a scenario, for this reader. */
export function ScenarioStateLine({ view }: { view: ScenarioPageView }) {
  const t = useT()
  return (
    <StateLine
      where={whereOf(t, view)}
      state={stateOf(t, view)}
      can={canOf(t, view)}
      waits={waitsOf(t, view)}
    />
  )
}

function whereOf(t: Translate, { status, source }: ScenarioPageView): Answer {
  if (source === 'report') return { strong: t('scenario.where.report'), note: t('scenario.whereNote.report') }
  if (status === 'draft' || status === 'returned')
    return { strong: t(`scenario.where.${status}`), note: t('scenario.whereNote.draft') }
  if (status === 'submitted')
    return { strong: t('scenario.where.submitted'), note: t('scenario.whereNote.submitted') }
  if (status === 'withdrawn' || status === 'terminated') return { strong: t('scenario.where.ended') }
  return { strong: t('scenario.where.public'), note: t('scenario.whereNote.public') }
}

function stateOf(t: Translate, { status, source, closed }: ScenarioPageView): Answer {
  if (source === 'report')
    return { strong: <Badge noun="scenario" status="reference" />, note: t('scenario.stepNone') }
  const step = tripStep[status]
  const over = status === 'published' && closed
  return {
    strong: over ? (
      <Sign shape="wait">{t('scenario.closedState')}</Sign>
    ) : (
      <Badge noun="scenario" status={status} />
    ),
    note: step === null ? t('scenario.stepNone') : t('scenario.step', { n: step }),
  }
}

function canOf(t: Translate, view: ScenarioPageView): Answer {
  const { source, viewer } = view
  if (source === 'report') return { strong: t('scenario.can.readReport') }
  if (view.pilotId) return { strong: t('scenario.can.pilot') }
  if (viewer === 'demand') return demandCan(t, view)
  if (viewer === 'officer') return officerCan(t, view)
  return view.status === 'published' ? firmCan(t, view) : { strong: t('scenario.can.read') }
}

function firmCan(t: Translate, { viewer, can, ownBid }: ScenarioPageView): Answer {
  if (ownBid) return { strong: t('scenario.can.ownBid'), note: t('scenario.can.ownBidNote') }
  if (can.bid.ok) return { strong: t('scenario.can.bid'), note: t('scenario.can.bidNote') }
  if (viewer === 'visitor' && can.bid.reason === 'account.signInFirst')
    return { strong: t('scenario.can.signIn'), note: t('scenario.can.signInNote') }
  return { strong: t('scenario.can.read'), note: why(t, can.bid) }
}

function waitsOf(t: Translate, { status, source, closed }: ScenarioPageView): Answer {
  if (source === 'report') return { strong: t('scenario.waits.nobody') }
  switch (status) {
    case 'draft':
      return { strong: t('scenario.waits.self'), note: t('scenario.waits.selfNote') }
    case 'returned':
      return { strong: t('scenario.waits.self'), note: t('scenario.waits.reviseNote') }
    case 'submitted':
      return { strong: t('scenario.waits.office'), note: t('scenario.waits.officeNote') }
    case 'published':
      return closed
        ? { strong: t('scenario.waits.demand'), note: t('scenario.waits.openNote') }
        : { strong: t('scenario.waits.firms'), note: t('scenario.waits.firmsNote') }
    case 'evaluating':
      return { strong: t('scenario.waits.demand'), note: t('scenario.waits.selectNote') }
    case 'awarded':
      return { strong: t('scenario.waits.winner'), note: t('scenario.waits.winnerNote') }
    case 'piloting':
      return { strong: t('scenario.waits.both'), note: t('scenario.waits.bothNote') }
    default:
      return { strong: t('scenario.waits.nobody') }
  }
}
