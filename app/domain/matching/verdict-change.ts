import { type CriterionId, type CriterionValue, isCriterionId } from '../ontology/criteria.ts'
import { and, type Tri } from '../shared/tri.ts'
import type { Maturity } from '../vocabulary.ts'
import { judge } from './constraint.ts'
import { enoughFor } from './enough.ts'
import { type ScoreInterval, scoreInterval } from './interval.ts'
import type { MatchProduct, MatchRow } from './match.ts'
import { statingPrice } from './price.ts'
import { relevanceOf } from './score.ts'
import { type JudgedPair, stating, suppose } from './suppose.ts'

/** A must that stands in the way, with the least that would clear it. */
export interface Settling {
  criterion: CriterionId
  value: CriterionValue
  /** What the musts together would say if this alone were stated so. */
  verdict: Tri
  needField: string
  haveField: string
}

/** A fact of the product that the score hangs on, and the score if it came out as `value`. */
export interface Move {
  subject: CriterionId | 'budget' | 'region' | 'maturity'
  /** A criterion's value, the price of a unit in fen, the place, the maturity. */
  value: CriterionValue
  score: number
  /** Whether it is stated by now, otherwise than `value`. */
  known: boolean
  needField: string
  haveField: string
}

/** 什么会改变结论: by the very judge, from the pair's own explanation. */
export interface VerdictChange {
  /** 待确认: the musts of which nothing is stated. */
  deciding: readonly Settling[]
  /** What the musts would say if all of `deciding` came out so; null when nothing is to be decided. */
  decided: Tri | null
  /** 差一点: the change of the product that brings it in; null when no one change does. */
  remedy: Settling | null
  /** What would lift the score most, the most first. */
  moves: readonly Move[]
  interval: ScoreInterval
  /** Of musts that are all met, the one with the least to spare: a stricter need would fail there first. */
  tightest: Spare | null
}

/** How much of a need is met, 1 being just enough. */
export interface Spare {
  criterion: CriterionId
  ratio: number
  needField: string
  haveField: string
}

const topMoves = 3
/** A smaller rise is not seen on a scale of whole points. */
const leastRise = 0.005

export function verdictChange(pair: JudgedPair): VerdictChange {
  const { demandRows } = pair.match
  const musts = demandRows.filter(row => row.necessity === 'must')
  const failed = musts.filter(row => row.state === 'F')
  const deciding = failed.length > 0 ? [] : settlings(pair, 'U')
  return {
    deciding,
    decided: deciding.length > 0 ? decidedBy(pair, deciding) : null,
    remedy: remedyOf(pair),
    moves: failed.length > 0 ? [] : movesOf(pair),
    interval: scoreInterval(pair),
    tightest: and(...musts.map(row => row.state)) === 'T' ? tightestOf(musts) : null,
  }
}

/** 差一点: the change of the product that brings it in; null when no one change does, or when it is no near miss. */
export function remedyOf(pair: JudgedPair): Settling | null {
  const { demandRows } = pair.match
  const failed = demandRows.filter(row => row.necessity === 'must' && row.state === 'F')
  const isNear = failed.length === 1 && relevanceOf(demandRows) !== 'F'
  return isNear ? (settlings(pair, 'F')[0] ?? null) : null
}

function tightestOf(musts: readonly MatchRow[]): Spare | null {
  const spares = musts.flatMap(({ subject, ratio, needField, haveField }) =>
    isCriterionId(subject) && ratio !== null ? [{ criterion: subject, ratio, needField, haveField }] : [],
  )
  return spares.length === 0
    ? null
    : spares.reduce((least, each) => (each.ratio < least.ratio ? each : least))
}

/** The criteria whose musts are so, each with what would meet all musts of it. */
function settlings(pair: JudgedPair, state: Tri): Settling[] {
  const musts = pair.match.demandRows.filter(row => row.necessity === 'must')
  const first = new Map<CriterionId, MatchRow>()
  for (const row of musts)
    if (row.state === state && isCriterionId(row.subject) && !first.has(row.subject))
      first.set(row.subject, row)
  return [...first].flatMap(([criterion, { needField, haveField }]) => {
    const value = enoughOf(pair, criterion, musts)
    if (value === null) return []
    // Stating one fact moves the musts about it and nothing else.
    const states = musts.map(row =>
      row.subject === criterion ? judge(criterion, row.need as CriterionValue, value).state : row.state,
    )
    const verdict = and(...states)
    return [{ criterion, value, verdict, needField, haveField }]
  })
}

function enoughOf(
  { product }: JudgedPair,
  criterion: CriterionId,
  rows: readonly MatchRow[],
): CriterionValue | null {
  const needs = rows.filter(row => row.subject === criterion).map(row => row.need as CriterionValue)
  return enoughFor(criterion, needs, product.specs[criterion]?.value)
}

function decidedBy(pair: JudgedPair, deciding: readonly Settling[]): Tri {
  let product: MatchProduct = pair.product
  for (const { criterion, value } of deciding)
    product = { ...product, specs: stating(product, criterion, value) }
  return and(suppose(pair, product).verdict)
}

/** Every open or unmet fact at the value that is just enough, by what the score would be. */
function movesOf(pair: JudgedPair): Move[] {
  const { score } = suppose(pair, {})
  const seen = new Set<string>()
  return pair.match.demandRows
    .flatMap(row => {
      if (row.state === 'T' || seen.has(row.subject)) return []
      seen.add(row.subject)
      const change = changeFor(pair, row)
      if (!change) return []
      const { needField } = row
      // Where the firm serves is a field of its own, though its seat stands in for it.
      const haveField = row.subject === 'region' ? 'regions' : row.haveField
      const after = suppose(pair, change.product)
      // What would fail a must elsewhere is no way up.
      if (after.verdict === 'F') return []
      const known = row.known
      return [
        { subject: change.subject, value: change.value, score: after.score, known, needField, haveField },
      ]
    })
    .filter(move => move.score - score >= leastRise)
    .sort((a, b) => b.score - a.score)
    .slice(0, topMoves)
}

interface Change extends Pick<Move, 'subject' | 'value'> {
  product: Partial<MatchProduct>
}

function changeFor(pair: JudgedPair, { subject, need }: MatchRow): Change | null {
  const { product, scenario } = pair
  if (isCriterionId(subject)) {
    const value = enoughOf(pair, subject, pair.match.demandRows)
    return value === null ? null : { subject, value, product: { specs: stating(product, subject, value) } }
  }
  if (subject === 'budget' && typeof need === 'number') {
    // A price is stated in whole fen.
    const value = Math.floor(need)
    return { subject, value, product: statingPrice(scenario, value) }
  }
  if (subject === 'region' && scenario.region)
    return { subject, value: scenario.region, product: { regions: scenario.region } }
  const maturity: Maturity = 'series'
  // A firm does not finalise a product to please one score; it only says what it has not said.
  return subject === 'maturity' && product.maturity === null
    ? { subject, value: maturity, product: { maturity } }
    : null
}
