import { isCriterionId } from '../ontology/criteria.ts'
import type { MatchProduct, MatchRow } from './match.ts'
import { harmonic } from './score.ts'
import { type JudgedPair, stating, suppose } from './suppose.ts'

/** Between what the mutual score stays, 0 to 1, whatever the firm states of what it has not stated. */
export interface ScoreInterval {
  low: number
  high: number
  /** Facts that are still to be stated: typed facts, price, regions, maturity. */
  open: number
}

/**
 * The bounds hold for any part of the open facts coming out in any way. To learn that something is not met also lifts the
 * discount for what is unknown, so the worst for the demand side need not be to have everything stated and unmet: it
 * is found among the ways in which the open facts are stated in the order of their estimates.
 */
export function scoreInterval(pair: JudgedPair): ScoreInterval {
  const { demandRows, supplyRows } = suppose(pair, leadTimeOpen(pair))
  const isOpen = openIn(pair.product)
  const demand = demandBounds(demandRows, { isOpen, discount: pair.world.weights.unknownDiscount })
  const supply = supplyBounds(supplyRows, isOpen)
  return {
    low: harmonic(demand.low, supply.low),
    high: harmonic(demand.high, supply.high),
    open: new Set(demandRows.filter(isOpen).map(row => row.subject)).size,
  }
}

/** A delivery time adds a line of its own to the firm's side once it is stated; here it is stated and still open. */
function leadTimeOpen({ product }: JudgedPair): Partial<MatchProduct> {
  return product.specs.deliveryWeeks
    ? {}
    : { specs: stating(product, 'deliveryWeeks', { min: 0, max: Number.MAX_VALUE }) }
}

/** The rows that a fact of the product could still decide; the seat of a firm only stands in for its regions. */
function openIn(product: MatchProduct): (row: MatchRow) => boolean {
  return ({ subject, state }) =>
    subject === 'region'
      ? product.regions === null
      : state === 'U' && (isCriterionId(subject) || subject === 'budget' || subject === 'maturity')
}

interface Bounds {
  low: number
  high: number
}

interface Reading {
  isOpen: (row: MatchRow) => boolean
  discount: number
}

function demandBounds(rows: readonly MatchRow[], { isOpen, discount }: Reading): Bounds {
  const fixed = rows.filter(row => !isOpen(row))
  const value = fixed.reduce((sum, row) => sum + row.contribution, 0)
  const known = fixed.reduce((sum, row) => sum + (row.known ? row.weight : 0), 0)
  const open = rows.filter(isOpen).map(({ weight, g, known: sure }) => ({
    weight,
    // Stated regions may leave the place as unknown as before, and are worth less than the seat then.
    g: sure ? Math.min(g, 0.5) : g,
  }))
  const score = (u: number, kappa: number) => u * (1 - discount * (1 - kappa))
  const weight = open.reduce((sum, each) => sum + each.weight, 0)
  let low = Number.POSITIVE_INFINITY
  for (const order of [open.toSorted((a, b) => a.g - b.g), open.toSorted((a, b) => b.g - a.g)]) {
    let u = value + open.reduce((sum, each) => sum + each.weight * each.g, 0)
    let kappa = known
    low = Math.min(low, score(u, kappa))
    for (const each of order) {
      u -= each.weight * each.g
      kappa += each.weight
      low = Math.min(low, score(u, kappa))
    }
  }
  return { low, high: score(value + weight, known + weight) }
}

function supplyBounds(rows: readonly MatchRow[], isOpen: (row: MatchRow) => boolean): Bounds {
  const low = rows.reduce((sum, row) => sum + (isOpen(row) ? 0 : row.contribution), 0)
  return { low, high: low + rows.reduce((sum, row) => sum + (isOpen(row) ? row.weight : 0), 0) }
}
