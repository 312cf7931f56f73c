import type { Feature, Features } from './features.ts'
import { scoresUnder } from './features.ts'
import { demandParts, supplyParts, type Weights } from './weights.ts'

/** How many weights there are: the demand side's, then the supply side's, in the order of the public formula. */
export const weightCount = demandParts.length + supplyParts.length

/** The weights as one list. */
export function vectorOf({ demand, supply }: Pick<Weights, 'demand' | 'supply'>): number[] {
  return [...demandParts.map(part => demand[part]), ...supplyParts.map(part => supply[part])]
}

/**
 * The slope of the mutual score in each weight at these weights. M = 2SR/(S+R), so dM/dS = 2R²/(S+R)² and the other
 * way round; parts that do not apply have none. Making all weights of a side longer changes nothing, so along a side's
 * own weights the slope sums to zero.
 */
export function slopeOf(features: Features, weights: Weights): number[] {
  const { demand: s, supply: r } = scoresUnder(features, weights)
  const both = s + r
  if (!(both > 0)) return Array.from({ length: weightCount }, () => 0)
  // Divided before they are squared: the square of the least number there is would be nothing to divide by.
  const [byDemand, bySupply] = [2 * (r / both) ** 2, 2 * (s / both) ** 2]
  const d = weights.unknownDiscount
  const own = sideOf(features.demand, weights.demand)
  const kept = 1 - d * (1 - own.known)
  const other = sideOf(features.supply, weights.supply)
  return [
    ...demandParts.map(part => {
      const feature = features.demand[part]
      if (!feature || own.total === 0) return 0
      return (byDemand * ((feature.g - own.g) * kept + own.g * d * (feature.known - own.known))) / own.total
    }),
    ...supplyParts.map(part => {
      const feature = features.supply[part]
      return feature && other.total > 0 ? (bySupply * (feature.g - other.g)) / other.total : 0
    }),
  ]
}

function sideOf<P extends string>(
  features: Partial<Record<P, Feature>>,
  weights: Readonly<Record<P, number>>,
): Feature & { total: number } {
  let [total, g, known] = [0, 0, 0]
  for (const part of Object.keys(weights) as P[]) {
    const feature = features[part]
    if (!feature) continue
    total += weights[part]
    g += weights[part] * feature.g
    known += weights[part] * feature.known
  }
  return total > 0 ? { total, g: g / total, known: known / total } : { total: 0, g: 0, known: 0 }
}

/** Whether every number of it is a share; what is not is not learned from. */
export function isSound({ demand, supply }: Features): boolean {
  return [...Object.values(demand), ...Object.values(supply)].every(
    each => each !== undefined && isShare(each.g) && isShare(each.known),
  )
}

const isShare = (value: number) => value >= 0 && value <= 1
