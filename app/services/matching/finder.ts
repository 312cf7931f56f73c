import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type MatchList, matchProducts, matchScenarios } from '#domain/matching/rank.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { Context } from '../context.ts'
import { loadMatchable } from './matchable.ts'

/** What was found, and by which weights. */
export interface Found extends MatchList {
  weights: Weights
  /** Of the corpus and the habits of disclosure it was scored by; absent while they are made anew each time. */
  basisVersion?: number
}

/** The best partners among what is published, with the scores that everybody sees. */
export interface Finder {
  productsFor(scenario: MatchScenario, limit?: number): Promise<Found>
  scenariosFor(product: MatchProduct, limit?: number): Promise<Found>
}

// public: it holds what anybody may read
export function finderOf(ctx: Context): Finder {
  return {
    async productsFor(scenario, limit) {
      const { seen, world } = await loadMatchable(ctx)
      return { ...matchProducts(world, scenario, seen.products, limit), weights: world.weights }
    },
    async scenariosFor(product, limit) {
      const { seen, world } = await loadMatchable(ctx)
      return { ...matchScenarios(world, product, seen.scenarios, limit), weights: world.weights }
    },
  }
}
