import fc from 'fast-check'
import type { Outcome, ShownOutcome } from '#domain/matching/exposure.ts'
import type { Feature, Features } from '#domain/matching/features.ts'
import { demandParts, supplyParts, type Weights } from '#domain/matching/weights.ts'
import { addDays, day } from '#domain/shared/dates.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const feature: fc.Arbitrary<Feature> = fc.record({ g: share, known: share })

function some<P extends string>(parts: readonly P[]): fc.Arbitrary<Partial<Record<P, Feature>>> {
  const fields = Object.fromEntries(parts.map(part => [part, feature])) as Record<P, fc.Arbitrary<Feature>>
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<Record<P, Feature>>>
}

/** Any pair by weighed part, some of which do not apply. */
export const anyFeatures: fc.Arbitrary<Features> = fc.record({
  demand: some(demandParts),
  supply: some(supplyParts),
})

/** Tenths of a per cent for each part that sum to 1000, none above 600 and the first `least` of them not below 10. */
function shares<P extends string>(parts: readonly P[], needed: readonly string[]) {
  return fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: parts.length, maxLength: parts.length })
    .map(raw => {
      const floors: number[] = parts.map(part => (needed.includes(part) ? 10 : 0))
      const free = 1000 - floors.reduce((sum, each) => sum + each, 0)
      const total = raw.reduce((sum, each) => sum + each, 0)
      const tenths = raw.map((each, nth) => (floors[nth] ?? 0) + Math.floor((each / total) * free))
      const left = 1000 - tenths.reduce((sum, each) => sum + each, 0)
      const smallest = tenths.indexOf(Math.min(...tenths))
      tenths[smallest] = (tenths[smallest] ?? 0) + left
      return Object.fromEntries(parts.map((part, nth) => [part, (tenths[nth] ?? 0) / 1000])) as Record<
        P,
        number
      >
    })
}

/** Weights that the bureau could publish. */
export const anyWeights: fc.Arbitrary<Weights> = fc
  .record({
    version: fc.integer({ min: 1, max: 99 }),
    demand: shares(demandParts, ['task', 'category']),
    supply: shares(supplyParts, []),
    unknownDiscount: fc.integer({ min: 0, max: 250 }).map(tenths => tenths / 1000),
  })
  .filter(({ demand, supply }) => [...Object.values(demand), ...Object.values(supply)].every(w => w <= 0.6))

/** A repeatable source of numbers from 0 to 1, for data of tests. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

export interface Market {
  scenarios: number
  /** What decides the outcome of each suggestion of a list, the best one chosen; by default chance. */
  worth?: (features: Features, chance: () => number) => number
  seed?: number
  weightsVersion?: number
}

/** Lists as they might have been shown, one a scenario and day, each with one suggestion that went all the way. */
export function shownLists({ scenarios, worth, seed = 1, weightsVersion = 1 }: Market): ShownOutcome[] {
  const chance = numbersFrom(seed)
  const value = worth ?? ((_: Features, random: () => number) => random())
  return Array.from({ length: scenarios }, (_, nth) => {
    const products = Array.from({ length: 10 }, (__, place) => ({
      productId: `p${nth}-${place}`,
      position: place + 1,
      weightsVersion,
      features: {
        demand: Object.fromEntries(demandParts.map(part => [part, { g: chance(), known: 1 }])),
        supply: Object.fromEntries(supplyParts.map(part => [part, { g: chance(), known: 1 }])),
      } as Features,
    }))
    const worths = products.map(each => value(each.features, chance))
    const best = worths.indexOf(Math.max(...worths))
    const outcomeAt = (place: number): Outcome => (place === best ? 'accepted' : 'none')
    return {
      scenarioId: `s${String(nth).padStart(4, '0')}`,
      day: addDays(day('2026-01-01'), nth),
      shown: products.map((each, place) => ({ ...each, outcome: outcomeAt(place) })),
    }
  })
}
