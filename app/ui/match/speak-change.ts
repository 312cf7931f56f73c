import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { Move, Settling, Spare, VerdictChange } from '#domain/matching/verdict-change.ts'
import {
  type CriterionId,
  type CriterionValue,
  criterionOf,
  isCriterionId,
} from '#domain/ontology/criteria.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import { maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { SpokenChange } from './view.ts'
import { fieldPair, subjectText } from './words.ts'

const points = (score: number) => Math.round(score * 100)

/** 什么会改变结论, in the reader's words: what decides, what would lift the score, and how far it can go at all. */
export function speakChange(t: Translate, match: ExplainedMatch, change: VerdictChange): SpokenChange[] {
  const { deciding, moves, interval, tightest } = change
  const lines = [
    ...(deciding.length > 0 ? [decides(t, change)] : []),
    ...moves.map(move => lifts(t, match, move)),
    ...(interval.open > 0 ? [bounds(t, change)] : []),
    ...(tightest ? [tight(t, tightest)] : []),
  ]
  if (interval.open > 0) return lines
  const settled = { key: 'settled', kind: 'settled', text: t('match.change.settled'), fields: null } as const
  return [settled, ...lines]
}

function tight(t: Translate, spare: Spare): SpokenChange {
  const key = spare.ratio > 1 ? 'match.change.tight' : 'match.change.none'
  const params = { criterion: subjectText(t, spare.criterion), percent: t.percent(spare.ratio - 1, 0) }
  return { key: 'tight', kind: 'tight', text: t(key, params), fields: fieldPair(t, spare) }
}

function decides(t: Translate, { deciding, decided }: VerdictChange): SpokenChange {
  const facts = listed(
    t,
    deciding.map(each => factText(t, each.criterion, each.value)),
  )
  const key = decided === 'T' ? 'match.change.decides' : 'match.change.decidesPart'
  const [only, second] = deciding
  return {
    ...{ key: 'decides', kind: 'decides', text: t(key, { n: deciding.length, facts }) },
    fields: only && !second ? fieldPair(t, only) : null,
  }
}

function lifts(t: Translate, match: ExplainedMatch, move: Move): SpokenChange {
  const scores = scoresOf(t, match.score, move.score)
  const key = move.known ? 'match.change.reaches' : 'match.change.states'
  return {
    ...{ key: `lifts-${move.subject}`, kind: 'lifts' },
    text: t(key, { fact: moveText(t, move), ...scores }),
    fields: fieldPair(t, move),
  }
}

/** In whole points, and where those are the same in tenths: a step that is not seen is no step. */
function scoresOf(t: Translate, before: number, after: number): { from: string; to: string } {
  const decimals = points(before) === points(after) ? 1 : 0
  return { from: t.number(before * 100, decimals), to: t.number(after * 100, decimals) }
}

function bounds(t: Translate, { interval: { low, high, open } }: VerdictChange): SpokenChange {
  return {
    ...{ key: 'bounds', kind: 'bounds', fields: null },
    // Rounded outwards, so that the sentence stays true.
    text: t('match.change.bounds', { n: open, low: Math.floor(low * 100), high: Math.ceil(high * 100) }),
  }
}

function moveText(t: Translate, { subject, value, haveField }: Move): string {
  if (isCriterionId(subject)) return factText(t, subject, value)
  if (subject === 'budget') {
    const key = haveField === 'price' ? 'match.change.price' : 'match.change.monthly'
    return t(key, { price: t.yuan(Number(value)) })
  }
  if (subject === 'region') return t('match.change.region', { place: String(value) })
  return t('match.change.maturity', { maturity: t.pick(maturities.series) })
}

/** 载重 ≥ 100 kg; a bare ability is its name. */
export function factText(t: Translate, criterion: CriterionId, value: CriterionValue): string {
  const label = subjectText(t, criterion)
  if (criterionOf(criterion).kind === 'boolean') return t.locale === 'zh' ? label : `“${label}”`
  return `${label} ${formatNeed(criterion, value, t.locale)}`
}

/** 差一点: what the product would have to reach, and what the scenario could ask instead. */
export function speakRemedy(t: Translate, { gap }: NearMiss, remedy: Settling | null): string {
  if (!remedy) return t('match.change.contradicts')
  const fact = factText(t, remedy.criterion, remedy.value)
  const eases = gap.difference !== null && typeof gap.have === 'number'
  return eases
    ? t('match.change.easedTo', { fact, need: formatNeed(gap.criterion, gap.have as number, t.locale) })
    : t('match.change.eased', { fact })
}

function listed(t: Translate, words: readonly string[]): string {
  return words.join(t.locale === 'zh' ? '、' : ', ')
}
