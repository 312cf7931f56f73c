import type { SubmissionResult } from '@conform-to/react'
import type { Heat } from '#domain/matching/heat.ts'
import type { Cost, NearGap, Tally } from '#domain/matching/standing.ts'
import type { Step } from '#domain/matching/steps.ts'
import { type CriterionId, criterionOf } from '#domain/ontology/criteria.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import type { MarketCell } from '#domain/standing/market-cell.ts'
import type { WhatIf } from '#domain/standing/what-if.ts'
import type { Translate } from '#i18n/translate.ts'
import { trackOf } from '../match/ruler-rows.ts'
import { factText } from '../match/speak-change.ts'
import { needText } from './needs.ts'
import { speakAsk } from './speak-ask.ts'
import type {
  AnswerView,
  CostView,
  GapView,
  MarketLine,
  MovedLine,
  ScenarioLine,
  SpokenStanding,
} from './view.ts'

/** What the page is told; the service's view fits. */
export interface StandingData {
  product: SpokenStanding['product']
  seen: { specs: Specs }
  computed: number
  tally: Tally
  undisclosed: number
  near: readonly (NearGap & { scenario: ScenarioLine })[]
  costly: readonly (Cost & {
    kept: ScenarioLine[]
    joint: ScenarioLine[]
    open: ScenarioLine[]
    steps: Step[]
  })[]
  alsoCostly: number
  heat: readonly Heat[]
  cells: ReadonlyMap<CriterionId, MarketCell>
  exposure: SpokenStanding['exposure']
  answer: (WhatIf & { names: ReadonlyMap<string, ScenarioLine> }) | null
}

export interface Asked {
  typed: Record<string, unknown>
  errors: SubmissionResult | null
  all: boolean
}

const shownFirst = 10

/** The page in the reader's words: said where the ontology lies, so that a browser is not sent its tables. */
export function speakStanding(
  t: Translate,
  view: StandingData,
  { typed, errors, all }: Asked,
): SpokenStanding {
  const { product, computed, tally, undisclosed, alsoCostly, near, costly, heat, seen, exposure, answer } =
    view
  return {
    ...{ product, computed, tally, undisclosed, alsoCostly, all },
    working: computed - tally.otherWork - tally.otherWorkRuledOut,
    costly: costly.map(cost => costOf(t, view, cost)),
    near: near.slice(0, all ? near.length : shownFirst).map(gap => gapOf(t, gap)),
    nearTotal: tally.near,
    market: heat.map(line => marketLine(t, view, line)),
    ask: speakAsk(t, { specs: seen.specs, heat, costly: costly.map(each => each.criterion), typed, errors }),
    exposure,
    answer: answer && answerOf(answer),
  }
}

const labelOf = (t: Translate, criterion: CriterionId) => t.pick(criterionOf(criterion).label)

function haveText(t: Translate, specs: Specs, criterion: CriterionId): string | null {
  const spec = specs[criterion]
  return spec ? formatValue(criterion, spec.value, t.locale) : null
}

function costOf(t: Translate, { seen, cells }: StandingData, cost: StandingData['costly'][number]): CostView {
  const { criterion, alone, together, pending, pendingAlone, kept, joint, open, steps } = cost
  return {
    ...{ key: criterion, name: labelOf(t, criterion), alone, together, pending, pendingAlone },
    have: haveText(t, seen.specs, criterion),
    kept: kept.map(lineOf),
    joint: joint.map(lineOf),
    open: open.map(lineOf),
    steps: steps.map(step => ({ key: JSON.stringify(step.value), text: stepText(t, criterion, step) })),
    peers: peersText(t, cells.get(criterion)),
  }
}

function stepText(t: Translate, criterion: CriterionId, { value, enters, settles, loses }: Step): string {
  const fact =
    criterionOf(criterion).kind === 'boolean'
      ? labelOf(t, criterion)
      : formatValue(criterion, value, t.locale)
  const counts = { n: enters.length, settles: settles.length, loses: loses.length, fact }
  if (enters.length === 0)
    return t(`standing.step.${loses.length > 0 ? 'swaps' : 'settles'}`, { ...counts, n: settles.length })
  if (loses.length > 0) return t('standing.step.loses', counts)
  return t(settles.length > 0 ? 'standing.step.both' : 'standing.step.enters', counts)
}

function gapOf(t: Translate, gap: StandingData['near'][number]): GapView {
  const { criterion, need, have, difference, relative, enough, stillOpen } = gap
  const ratio = 1 - relative
  return {
    scenario: lineOf(gap.scenario),
    criterion: labelOf(t, criterion),
    need: formatNeed(criterion, need, t.locale, have),
    track: trackOf({ subject: criterion, state: 'F', ratio: difference === null ? 0 : ratio, need, have }),
    have:
      have === null
        ? t('common.unknown')
        : t('common.ruler.failed', { have: formatValue(criterion, have, t.locale, need) }),
    gap:
      difference === null
        ? t('standing.gap.plain')
        : t('standing.gap.short', {
            gap: formatValue(criterion, difference, t.locale),
            percent: t.percent(relative, 0),
          }),
    note: [
      enough === null
        ? t('standing.gap.contradicts')
        : t('standing.gap.enough', { fact: factText(t, criterion, enough) }),
      stillOpen > 0 ? t('standing.gap.open', { n: stillOpen }) : '',
    ]
      .filter(Boolean)
      .join(t.locale === 'zh' ? '' : ' '),
  }
}

function marketLine(t: Translate, { seen, cells }: StandingData, heat: Heat): MarketLine {
  const { criterion, asked, must } = heat
  return {
    ...{ key: criterion, name: labelOf(t, criterion), asked, must },
    need: needText(t, heat),
    own: haveText(t, seen.specs, criterion),
    peers: peersText(t, cells.get(criterion)),
  }
}

function peersText(t: Translate, cell: MarketCell | undefined): string {
  if (!cell) return t('standing.peers.none')
  const { criterion, firms, quartiles } = cell
  if (!quartiles) return t('standing.peers.stated', { n: firms })
  const [low = '', middle = '', high = ''] = quartiles.map(value => formatValue(criterion, value, t.locale))
  const params = { n: firms, low, middle, high }
  return t(low === high ? 'standing.peers.alike' : 'standing.peers.quartiles', params)
}

function lineOf({ id, title, organization, bidDeadline }: ScenarioLine): ScenarioLine {
  return { id, title, organization, bidDeadline }
}

/** More changed scenarios than this are counted, not listed. */
const listedMoves = 20

/** What comes in, what is lost, and whose score moves, the most first; a rank that only shifts along is left out. */
function answerOf(answer: NonNullable<StandingData['answer']>): AnswerView {
  const { names, enters, loses, settles, before, after } = answer
  const moved = answer.moved
    .flatMap(({ scenarioId, ...places }): MovedLine[] => {
      const name = names.get(scenarioId)
      const line = { before: inPoints(places.before), after: inPoints(places.after) }
      return name && weightOf(line) > 0 ? [{ scenario: lineOf(name), ...line }] : []
    })
    .sort((a, b) => weightOf(b) - weightOf(a))
  return {
    before: before.met + before.pending,
    after: after.met + after.pending,
    enters: enters.length,
    loses: loses.length,
    settles: settles.length,
    moved: moved.slice(0, listedMoves),
    rest: Math.max(0, moved.length - listedMoves),
  }
}

function inPoints(place: WhatIf['moved'][number]['before']): MovedLine['before'] {
  return place && { rank: place.rank, score: Math.round(place.score * 100) }
}

/** To come in or to be lost weighs more than any number of points. */
function weightOf({ before, after }: Pick<MovedLine, 'before' | 'after'>): number {
  if (!before) return 300
  return after ? Math.abs(after.score - before.score) : 200
}
