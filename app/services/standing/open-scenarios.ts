import { scenarioLines } from '#db/queries/standing.ts'
import type { Market } from '#domain/matching/market.ts'
import type { MatchScenario } from '#domain/matching/match.ts'
import { brand, type ScenarioId } from '#domain/shared/ids.ts'
import type { Suggest } from '#domain/standing/what-if.ts'
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
  /** All that are suggested for a product, as it is or as it would be. */
  suggest: Suggest
  market: Market
}

// public: it holds what anybody may read
export async function openScenarios(ctx: Context): Promise<OpenScenarios> {
  const { calls, market, world } = await stockOf(ctx)
  const among = isOpen(ctx)
  const open = [...calls.all()].filter(({ card }) => among(card))
  return {
    scenarios: open.map(each => each.scenario),
    suggest: product => calls.scan(world, product, { main: open.length, among }).main,
    market,
  }
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
