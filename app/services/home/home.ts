import type { Figures, Showcase } from '#db/queries/figures.ts'
import { countFigures, findShowcase, newestScenarios } from '#db/queries/figures.ts'
import type { Context } from '../context.ts'
import type { ScenarioListItem } from '../scenarios/list.ts'
import { itemOf } from '../scenarios/list.ts'
import type { Pair } from './pair.ts'
import { examplePair } from './pair.ts'

export interface Home {
  figures: Figures
  /** The newest open calls, then the newest reported cases. */
  newest: ScenarioListItem[]
  showcase: Showcase | null
  pair: Pair | null
  now: Date
}

/** As many open calls are looked through for the example; fewer are listed. */
const callsRead = 5
const callsListed = 2
const reportsListed = 2

// public: counts and public objects only, by the visibility clauses of the queries
/** The home page: what the platform has, what is new, one example of a match and one of a result. */
export async function showHome(ctx: Context): Promise<Home> {
  const [figures, records, showcase] = await Promise.all([
    countFigures(ctx.db),
    newestScenarios(ctx.db, { open: callsRead, reported: reportsListed }),
    findShowcase(ctx.db),
  ])
  const calls = records.filter(({ scenario }) => scenario.source !== 'report')
  const reports = records.filter(({ scenario }) => scenario.source === 'report')
  return {
    figures,
    newest: [...calls.slice(0, callsListed), ...reports].map(itemOf),
    showcase,
    pair: await examplePair(ctx, calls),
    now: ctx.now,
  }
}
