import type { Calls } from './calls.ts'
import type { Market } from './market.ts'
import type { Card, Hit } from './scan.ts'
import { best, type Contest, rounding } from './sums.ts'
import type { World } from './world.ts'

/** The best partners of one object, by the version or revision that was judged. */
export interface Pairing {
  noun: 'scenario' | 'product'
  id: string
  version: string
  hits: Omit<Hit, 'relevance'>[]
}

interface Walk {
  market: Market
  calls: Calls
  world: World
  /** Which scenarios take part. */
  among: (card: Card) => boolean
  onProgress: (done: number, of: number) => void
}

/** What is kept of a scenario and of a product. */
const perScenario = 50
const perProduct = 10

/**
 * Every open scenario against every product, once: a scenario's best products as it is its turn, every product's best
 * scenarios at the end. `null` is a step without a result, for whoever lets others have their turn in between.
 */
export function* walkPairs({ market, calls, world, among, onProgress }: Walk): Generator<Pairing | null> {
  const scenarios = [...calls.all()]
    .filter(({ card }) => among(card))
    .sort((a, b) => (a.scenario.id < b.scenario.id ? -1 : 1))
  const boards = openBoards(market.top)
  for (const [at, { scenario, card }] of scenarios.entries()) {
    const contest = market.contest(world, scenario)
    const hits = best(contest, perScenario).flatMap(({ slot, id, score, demand, supply }) => {
      const found = market.cardOf(slot)
      return found ? [{ id, score, demand, supply, card: found.card }] : []
    })
    boards.offer(contest, at)
    yield { noun: 'scenario', id: scenario.id, version: card.version, hits }
    onProgress(at + 1, scenarios.length)
  }
  for (let slot = 0; slot < boards.top; slot++) {
    const offered = market.cardOf(slot)
    if (!offered) continue
    const hits = boards.at(slot).flatMap(({ place, ...scores }) => {
      const call = scenarios[place]
      return call ? [{ id: call.scenario.id, ...scores, card: call.card }] : []
    })
    yield { noun: 'product', id: offered.id, version: offered.card.version, hits }
  }
}

interface Boards {
  readonly top: number
  /** The scenario at this place and all the products of its main list. */
  offer(contest: Contest, place: number): void
  at(slot: number): { place: number; score: number; demand: number; supply: number }[]
}

/** The best scenarios of every product so far, in flat arrays; of equals the first by id. */
function openBoards(top: number): Boards {
  const places = new Uint32Array(top * perProduct)
  const scores = new Float64Array(top * perProduct)
  const demands = new Float64Array(top * perProduct)
  const supplies = new Float64Array(top * perProduct)
  const lengths = new Uint8Array(top)
  /** What a scenario has to beat; beside the boards, for it is asked of every pair. */
  const bars = new Float64Array(top).fill(-1)
  return {
    top,
    offer(contest, place) {
      const { slots } = contest
      const bounds = contest.bounds()
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] as number
        const bar = bars[slot] as number
        if ((bounds[at] as number) <= bar) continue
        const { score, demand, supply } = contest.scoreAt(at)
        if (score <= bar + rounding) continue
        const base = slot * perProduct
        const length = lengths[slot] as number
        let to = Math.min(length, perProduct - 1)
        for (; to > 0 && (scores[base + to - 1] as number) < score - rounding; to--) {
          const free = base + to
          places[free] = places[free - 1] as number
          scores[free] = scores[free - 1] as number
          demands[free] = demands[free - 1] as number
          supplies[free] = supplies[free - 1] as number
        }
        places[base + to] = place
        scores[base + to] = score
        demands[base + to] = demand
        supplies[base + to] = supply
        lengths[slot] = Math.min(perProduct, length + 1)
        if (length + 1 >= perProduct) bars[slot] = scores[base + perProduct - 1] as number
      }
    },
    at(slot) {
      return Array.from({ length: lengths[slot] as number }, (_, rank) => {
        const at = slot * perProduct + rank
        return {
          place: places[at] as number,
          score: scores[at] as number,
          demand: demands[at] as number,
          supply: supplies[at] as number,
        }
      })
    },
  }
}
