import { setImmediate } from 'node:timers/promises'
import { featuresOf } from '#domain/matching/features.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { unnamedInReports } from '#domain/organizations/firm-page.ts'
import type { PreviewList } from '#domain/weights/preview.ts'
import type { Context } from '../context.ts'
import { loadMatchable } from '../matching/matchable.ts'

/** The suggestions that a preview of other weights goes through. */
export interface PreviewSource {
  /** Published scenarios; of so many the lists below are drawn. */
  published: number
  lists: AsyncIterable<PreviewList>
}

/** Suggestions of one scenario that are looked at. */
export const listedPlaces = 50
/** Scenarios that one page looks at; of more it takes every n-th. */
export const mostScenarios = 2_000
/** Scenarios after which other requests get their turn. */
const turn = 20

/** The best suggestions of the published scenarios, with their features. */
// public: it reads what anybody may read
export async function pairsToPreview(ctx: Context): Promise<PreviewSource> {
  const { products, seen, world } = await loadMatchable(ctx)
  const firmOf = new Map<string, string | null>(
    products.map(({ product, organization: { id, name } }) => [
      product.id,
      name === unnamedInReports.supply ? null : id,
    ]),
  )
  const every = Math.ceil(seen.scenarios.length / mostScenarios)
  const scenarios = seen.scenarios.filter((_, nth) => nth % Math.max(1, every) === 0)
  async function* lists() {
    for (const [nth, scenario] of scenarios.entries()) {
      if (nth % turn === turn - 1) await setImmediate()
      const { main } = matchProducts(world, scenario, seen.products, listedPlaces)
      const pairs = main.map(match => {
        const { productId } = match
        return { productId, firmId: firmOf.get(productId) ?? null, features: featuresOf(match) }
      })
      yield { scenarioId: scenario.id, pairs }
    }
  }
  return { published: seen.scenarios.length, lists: lists() }
}
