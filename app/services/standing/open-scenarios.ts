import { scenarioLines, statedSpecs } from '#db/queries/standing.ts'
import type { MatchScenario } from '#domain/matching/match.ts'
import type { World } from '#domain/matching/world.ts'
import type { RobotCategoryId } from '#domain/ontology/tasks.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import { brand, type ScenarioId } from '#domain/shared/ids.ts'
import type { StatedSpecs } from '#domain/standing/market-cell.ts'
import type { Context } from '../context.ts'
import { isOpen, stockOf } from '../matching/finder.ts'

/** A scenario's line in a list. */
export interface ScenarioName {
  id: string
  title: string
  organization: string
  number: string | null
  bidDeadline: Date | null
}

/** What a product is held against: what a firm could answer now or learn from, as on the product's page of matches. */
export interface OpenScenarios {
  scenarios: MatchScenario[]
  world: World
}

// public: it holds what anybody may read
export async function openScenarios(ctx: Context): Promise<OpenScenarios> {
  const { calls, world } = await stockOf(ctx)
  const among = isOpen(ctx)
  const open = [...calls.all()].filter(({ card }) => among(card))
  return { scenarios: open.map(each => each.scenario), world }
}

export type NameOf = (id: string) => ScenarioName | null

// public: the names of published scenarios
/** The names of these, read once; one that has been withdrawn meanwhile has none. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<NameOf> {
  const distinct = [...new Set(ids)].map(each => brand<ScenarioId>(each))
  const lines = distinct.length > 0 ? await scenarioLines(ctx.db, distinct) : []
  const byId = new Map<string, ScenarioName>(
    lines.map(({ source, bidDeadline, ...line }) => [
      line.id,
      { ...line, bidDeadline: source === 'report' ? null : bidDeadline },
    ]),
  )
  return id => byId.get(id) ?? null
}

// public: it is cut to cells that name no firm before anybody sees it
/** What published products of one kind state, and whose they are. */
export async function statedIn(ctx: Context, category: RobotCategoryId | null): Promise<StatedSpecs[]> {
  if (category === null) return []
  const rows = await statedSpecs(ctx.db, category)
  return rows.map(({ firm, specs }) => ({ firm, specs: believedSpecs(specs ?? {}) }))
}
