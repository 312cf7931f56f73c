import { listAllPublicProducts, type ProductRecord } from '#db/queries/products.ts'
import { listScenariosInStatus, type ScenarioRecord } from '#db/queries/scenarios.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type World, worldOf } from '#domain/matching/world.ts'
import type { Context } from '../context.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'
import { currentWeights } from './weights.ts'

export interface Matchable {
  /** Published scenarios, reported cases among them. */
  scenarios: ScenarioRecord[]
  /** Public products in their published versions. */
  products: ProductRecord[]
  seen: { scenarios: MatchScenario[]; products: MatchProduct[] }
  world: World
}

/**
 * Everything public that can be matched. Both directions start from the same world, so that a pair has the same
 * scores on the scenario's page and on the product's.
 */
// public: it reads what anybody may read
export async function loadMatchable(ctx: Context): Promise<Matchable> {
  const [scenarios, products, weights] = await Promise.all([
    listScenariosInStatus(ctx.db, ['published']),
    listAllPublicProducts(ctx.db),
    currentWeights(ctx.db),
  ])
  const seen = { scenarios: scenarios.map(toMatchScenario), products: products.map(toMatchProduct) }
  return { scenarios, products, seen, world: worldOf(seen, ontologyConcepts, weights) }
}
