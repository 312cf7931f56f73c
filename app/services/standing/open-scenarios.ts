import type { MatchScenario } from '#domain/matching/match.ts'
import type { World } from '#domain/matching/world.ts'
import type { RobotCategoryId } from '#domain/ontology/tasks.ts'
import type { StatedSpecs } from '#domain/standing/market-cell.ts'
import type { Context } from '../context.ts'
import { isAnswerable } from '../matching/for-product.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { loadMatchable } from '../matching/matchable.ts'

/** A scenario's line in a list. */
export interface ScenarioName {
  id: string
  title: string
  organization: string
  number: string | null
  bidDeadline: Date | null
}

/** What a product is held against: everything public, read once for a page. */
export interface OpenMarket {
  /** What a firm could answer now or learn from, as on the product's page of matches. */
  scenarios: MatchScenario[]
  nameOf(id: string): ScenarioName | null
  /** What published products of one kind state, and whose they are. */
  statedIn(category: RobotCategoryId | null): StatedSpecs[]
  world: World
}

// public: it reads what anybody may read
export async function openMarket(ctx: Context): Promise<OpenMarket> {
  const { scenarios, products, world } = await loadMatchable(ctx)
  const open = scenarios.filter(each => isAnswerable(each, ctx.now))
  const byId = new Map<string, (typeof open)[number]>(open.map(each => [each.scenario.id, each]))
  return {
    scenarios: open.map(toMatchScenario),
    nameOf(id) {
      const record = byId.get(id)
      if (!record) return null
      const { scenario, organization } = record
      return {
        id,
        title: scenario.title,
        organization: organization.name,
        number: scenario.number,
        bidDeadline: scenario.source === 'report' ? null : scenario.bidDeadline,
      }
    },
    statedIn(category) {
      const alike = products.filter(({ version }) => (version.content.category ?? null) === category)
      return category === null
        ? []
        : alike.map(record => ({ firm: record.organization.id, specs: toMatchProduct(record).specs }))
    },
    world,
  }
}
