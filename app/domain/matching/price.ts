import { type Band, bandOf, basisOf, type PriceBasis, type Prices, priceBases } from '../products/prices.ts'
import type { Tri } from '../shared/tri.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { shape } from './weights.ts'

type Asked = Pick<MatchScenario, 'budgetFen' | 'units' | 'commercialForm' | 'termMonths'>

/** What a scenario can pay beside what a product costs, both in fen for one unit, and for one month where it is let. */
export interface BudgetJudgement {
  basis: PriceBasis
  state: Tri
  g: number
  ratio: number | null
  /** Null where the term is not told over which a budget of rent or of a service is spread. */
  need: number | null
  /** The middle of the band; null where the firm states none on this basis. */
  have: number | null
}

/**
 * The budget against the price of the form that the scenario asks for; `null` when it names no budget. What it costs to
 * buy says nothing of the rent, and a budget without a term nothing of a month: both stay unknown.
 */
export function judgeBudget(asked: Asked, prices: Prices): BudgetJudgement | null {
  const { budgetFen, units, commercialForm, termMonths } = asked
  if (!isAmount(budgetFen)) return null
  const basis = basisOf(commercialForm)
  const months = basis === 'purchase' ? 1 : isTerm(termMonths) ? termMonths : null
  const count = units !== null && Number.isFinite(units) && units >= 1 ? units : 1
  const need = months === null ? null : budgetFen / count / months
  const have = middle(bandOf(prices, basis))
  if (need === null || have === null)
    return { basis, state: 'U', g: shape.unknownShare, ratio: null, need, have }
  const ratio = Math.min(99, need / have)
  return { basis, state: have <= need ? 'T' : 'F', g: budgetUtility(need, have), ratio, need, have }
}

/** Full marks inside the budget, none from half as much again. */
export function budgetUtility(need: number, price: number): number {
  return Math.min(1, Math.max(0, (1.5 * need - price) / (0.5 * need)))
}

/** The middle of each stated band in fen; NaN where nothing is stated. */
export function middlesOf(prices: Prices): Record<PriceBasis, number> {
  const of = (basis: PriceBasis) => middle(bandOf(prices, basis)) ?? Number.NaN
  return { purchase: of('purchase'), rental: of('rental'), raas: of('raas') }
}

/** The two fields that a row of the budget rests on; without a term it is the term that is missing. */
export function budgetFields({ basis, need }: BudgetJudgement): [asked: string, stated: string] {
  return [need === null ? 'termMonths' : 'budgetFen', basis === 'purchase' ? 'price' : basis]
}

/** The product as if it stated this price, in fen, on the basis that the scenario asks for. */
export function statingPrice(
  asked: Pick<MatchScenario, 'commercialForm'>,
  fen: number,
): Partial<MatchProduct> {
  const { from, to } = priceBases[basisOf(asked.commercialForm)]
  return { [from]: fen, [to]: fen }
}

function isAmount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function isTerm(value: number | null | undefined): value is number {
  return isAmount(value) && value >= 1
}

function middle(band: Band | null): number | null {
  const ends = [band?.from, band?.to].filter(isAmount)
  return ends.length === 0 ? null : ends.reduce((sum, end) => sum + end, 0) / ends.length
}
