import { and, type Tri } from '../shared/tri.ts'
import { demandRows } from './demand.ts'
import type { Match, MatchProduct, MatchRow, MatchScenario } from './match.ts'
import { share } from './rows.ts'
import { supplyRows } from './supply.ts'
import type { Weights } from './weights.ts'
import type { World } from './world.ts'

/** Scores one pair. The same number stands on the scenario's page and on the product's. */
export function matchPair(world: World, scenario: MatchScenario, product: MatchProduct): Match {
  const demand = share(demandRows(world, scenario, product))
  const supply = share(supplyRows(world, scenario, product))
  const musts = demand.filter(each => each.necessity === 'must').map(each => each.state)
  return {
    scenarioId: scenario.id,
    productId: product.id,
    ...scoresFrom({ demandRows: demand, supplyRows: supply }, world.weights),
    verdict: and(...musts),
    relevance: relevanceOf(demand),
    demandRows: demand,
    supplyRows: supply,
  }
}

/**
 * The public formula, from nothing but the rows:
 * S = U · (1 − d (1 − κ)) with U = Σ weight·g and κ = Σ weight of what is known; R = Σ weight·g of the firm's
 * side; M = 2SR / (S + R); d is the
 * discount for what is unknown.
 */
export function scoresFrom(
  { demandRows, supplyRows }: Pick<Match, 'demandRows' | 'supplyRows'>,
  { unknownDiscount }: Pick<Weights, 'unknownDiscount'>,
): { score: number; demand: number; supply: number } {
  const demand = total(demandRows) * (1 - unknownDiscount * (1 - knownShare(demandRows)))
  const supply = total(supplyRows)
  return { score: harmonic(demand, supply), demand, supply }
}

/** κ, the share of the weights whose facts are known. */
function knownShare(rows: readonly MatchRow[]): number {
  return rows.reduce((sum, each) => sum + (each.known ? each.weight : 0), 0)
}

function total(rows: readonly MatchRow[]): number {
  return rows.reduce((sum, each) => sum + each.weight * each.g, 0)
}

/** Both sides must be willing: the harmonic mean lies near the lower one, and swapping them changes nothing. */
export function harmonic(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0
}

/** Task and kind of robot decide whether the work fits at all; where neither is known, nothing is held against it. */
export function relevanceOf(rows: readonly Pick<MatchRow, 'subject' | 'state'>[]): Tri {
  const states = rows
    .filter(each => each.subject === 'task' || each.subject === 'category')
    .map(each => each.state)
  if (states.includes('T')) return 'T'
  return states.length === 0 || states.includes('U') ? 'U' : 'F'
}
