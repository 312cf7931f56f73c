import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { closeMarketCounts, type NeedRow, openNeeds, putMarketCounts } from '#db/queries/market-counts.ts'
import type { FitCount } from '#domain/matching/fits.ts'
import type { OpenNeed } from '#domain/matching/reach.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { whole } from '../matching/inputs.ts'
import { shelfOf } from '../matching/shelf.ts'

/** Calls counted between two looks at what else there is to do. */
const chunk = 200
/** What the job waits for the first reading of the products; a page would not. */
const patienceMs = 120_000

/** 供给盘点: counts, for each open call, the published products that would fit it. Answers how many calls there were. */
// public: an hourly job of the platform over what anybody may read
export async function countMarket(db: Db, now: Date): Promise<number> {
  const shelf = shelfOf(db)
  let [counted, after] = [0, null as ScenarioId | null]
  for (;;) {
    const rows: NeedRow[] = await openNeeds(db, { now, after, limit: chunk })
    const counts: (FitCount & { scenarioId: ScenarioId })[] = []
    for (const row of rows) {
      const count = await shelf.count(needOf(row), patienceMs)
      if (!count) throw new Error('the published products could not be read in time')
      counts.push({ scenarioId: row.id, ...count })
    }
    await putMarketCounts(db, now, counts)
    counted += rows.length
    after = rows.at(-1)?.id ?? null
    if (rows.length < chunk) break
    await setImmediate()
  }
  await closeMarketCounts(db, now)
  return counted
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
