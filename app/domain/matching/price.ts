import type { Tri } from '../shared/tri.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { shape } from './weights.ts'

/** The budget per unit against the middle of the price band, in fen; `null` when the scenario names no budget. */
export function judgeBudget(
  { budgetFen, units }: Pick<MatchScenario, 'budgetFen' | 'units'>,
  { priceFromFen, priceToFen }: Pick<MatchProduct, 'priceFromFen' | 'priceToFen'>,
): { state: Tri; g: number; ratio: number | null; need: number; have: number | null } | null {
  if (budgetFen === null || !Number.isFinite(budgetFen) || budgetFen <= 0) return null
  const count = units !== null && Number.isFinite(units) && units >= 1 ? units : 1
  const need = budgetFen / count
  const price = middle(priceFromFen, priceToFen)
  if (price === null) return { state: 'U', g: shape.unknownShare, ratio: null, need, have: null }
  const ratio = Math.min(99, need / price)
  return { state: price <= need ? 'T' : 'F', g: budgetUtility(need, price), ratio, need, have: price }
}

/** Full marks inside the budget, none from half as much again. */
export function budgetUtility(need: number, price: number): number {
  return Math.min(1, Math.max(0, (1.5 * need - price) / (0.5 * need)))
}

function middle(from: number | null, to: number | null): number | null {
  const ends = [from, to].filter(end => end !== null && Number.isFinite(end) && end > 0).map(Number)
  return ends.length === 0 ? null : ends.reduce((sum, end) => sum + end, 0) / ends.length
}
