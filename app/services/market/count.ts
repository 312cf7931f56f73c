import type { Db } from '#db/client.ts'
import { closeMarketCounts, type NeedRow, openNeeds, putMarketCounts } from '#db/queries/market-counts.ts'
import type { FitCounter } from '#domain/matching/fit-count.ts'
import type { FitCount } from '#domain/matching/fits.ts'
import type { OpenNeed } from '#domain/matching/reach.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { stockOf } from '../matching/finder.ts'
import { whole } from '../matching/inputs.ts'
import { inTurns } from '../matching/turns.ts'

/** Calls read at a time, and counts written in one statement: making a long one keeps others waiting. */
const [chunk, together] = [1_000, 100]

/** 供给盘点: counts, for each open call, the published products that would fit it. Answers how many calls there were. */
// public: an hourly job of the platform over what anybody may read
export async function countMarket(db: Db, now: Date): Promise<number> {
  let [counted, after] = [0, null as ScenarioId | null]
  for (;;) {
    const rows: NeedRow[] = await openNeeds(db, { now, after, limit: chunk })
    const { market } = await stockOf({ db })
    const counts: Counted[] = []
    for await (const each of inTurns(countsOf(rows, market.counter()))) counts.push(each)
    for (let from = 0; from < counts.length; from += together)
      await putMarketCounts(db, now, counts.slice(from, from + together))
    counted += rows.length
    after = rows.at(-1)?.id ?? null
    if (rows.length < chunk) break
  }
  await closeMarketCounts(db, now)
  return counted
}

type Counted = FitCount & { scenarioId: ScenarioId }

/** Calls for the same work one after the other, as the counter likes them best. */
function* countsOf(rows: readonly NeedRow[], count: FitCounter): Generator<Counted> {
  const kinds = new Map<string, NeedRow[]>()
  for (const row of rows) {
    const key = JSON.stringify(row.tasks)
    const alike = kinds.get(key) ?? []
    kinds.set(key, alike)
    alike.push(row)
  }
  for (const row of [...kinds.values()].flat()) yield { scenarioId: row.id, ...count(needOf(row)) }
}

/** A call's row as the matcher sees its musts. */
// public: it reads what anybody may read
export function needOf({ id, tasks, requirements }: NeedRow): OpenNeed {
  return {
    id,
    tasks: (tasks ?? []).map(task => ({ task, weight: 1 })),
    requirements: (requirements ?? []).flatMap(whole),
  }
}
