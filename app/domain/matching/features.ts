import { isCriterionId } from '../ontology/criteria.ts'
import type { Match, MatchRow } from './match.ts'
import { harmonic } from './score.ts'
import {
  type DemandPart,
  demandParts,
  type SupplyPart,
  supplyParts,
  type Weights,
  weightGroup,
} from './weights.ts'

/** What one weighed part says of a pair: its utility, and the share of it that is known. */
export interface Feature {
  g: number
  known: number
}

/**
 * A pair by weighed part, parts that do not apply left out. Enough to work its scores out again under any weights,
 * without the objects: what stored matches keep, previews of other weights use, and learning sees.
 */
export interface Features {
  demand: Partial<Record<DemandPart, Feature>>
  supply: Partial<Record<SupplyPart, Feature>>
}

export function featuresOf({ demandRows, supplyRows }: Pick<Match, 'demandRows' | 'supplyRows'>): Features {
  return {
    demand: gather(demandRows, demandParts, demandPartOf),
    supply: gather(supplyRows, supplyParts, supplyPartOf),
  }
}

/** S, R and M of a pair under these weights. */
export function scoresUnder(
  { demand, supply }: Features,
  weights: Weights,
): { score: number; demand: number; supply: number } {
  const { g, known } = weighed(demandParts, demand, weights.demand)
  const s = g * (1 - weights.unknownDiscount * (1 - known))
  const r = weighed(supplyParts, supply, weights.supply).g
  return { score: harmonic(s, r), demand: s, supply: r }
}

/** A pair's scores and the id by which equals are told apart. */
export interface Scored {
  id: string
  score: number
  demand: number
}

/**
 * The order of a list: the higher score first, then the higher S, then the id. Scores that differ by rounding only are
 * equal, so that the order does not depend on the machine.
 */
export function byScore(a: Scored, b: Scored): number {
  return (
    Math.round((b.score - a.score) * 1e9) ||
    Math.round((b.demand - a.demand) * 1e9) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** Runs for every pair of a preview, so it makes nothing but its answer. */
function weighed<P extends string>(
  parts: readonly P[],
  features: Partial<Record<P, Feature>>,
  weights: Readonly<Record<P, number>>,
): Feature {
  let total = 0
  let g = 0
  let known = 0
  for (const part of parts) {
    const feature = features[part]
    if (!feature) continue
    total += weights[part]
    g += weights[part] * feature.g
    known += weights[part] * feature.known
  }
  return total > 0 ? { g: g / total, known: known / total } : { g: 0, known: 0 }
}

function gather<P extends string>(
  rows: readonly MatchRow[],
  parts: readonly P[],
  partOf: (row: MatchRow) => P,
): Partial<Record<P, Feature>> {
  const features: Partial<Record<P, Feature>> = {}
  for (const part of parts) {
    const own = rows.filter(row => partOf(row) === part)
    const total = own.reduce((sum, row) => sum + row.weight, 0)
    if (own.length === 0) continue
    // A part whose weight is zero has no shares to go by; its rows count alike then.
    const shareOf = (row: MatchRow) => (total > 0 ? row.weight / total : 1 / own.length)
    features[part] = {
      g: own.reduce((sum, row) => sum + shareOf(row) * row.g, 0),
      known: own.reduce((sum, row) => sum + (row.known ? shareOf(row) : 0), 0),
    }
  }
  return features
}

function demandPartOf({ subject }: MatchRow): DemandPart {
  return isCriterionId(subject) ? weightGroup(subject) : (subject as DemandPart)
}

function supplyPartOf({ subject }: MatchRow): SupplyPart {
  return subject === 'deliveryWeeks' ? 'timeline' : (subject as SupplyPart)
}
