import { listScenariosInStatus, type ScenarioRecord } from '#db/queries/scenarios.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { Context } from '#services/context.ts'
import { arrange } from '#services/exposure/arrange.ts'
import { noteShown } from '#services/exposure/note-shown.ts'
import { countMarket } from '#services/market/count.ts'
import { finderOf } from '#services/matching/finder.ts'
import { toMatchScenario } from '#services/matching/inputs.ts'
import type { Stage } from './stories.ts'

/** Of how many scenarios the demo's readers opened the matches, over how many days. */
const [opened, days] = [16, 24]
const onPage = 10

/** 展示: the match pages of the past weeks as if people had read them, and the market counted once. Demo data only. */
export async function seedShowings(stage: Stage): Promise<void> {
  const { handler, hospital, nursing, factory } = stage.cast
  const now = stage.at(0, handler)
  const scenarios = [...(await listScenariosInStatus(now.db, ['published']))].sort(ownFirst).slice(0, opened)
  const finder = finderOf(now)
  for (const [nth, record] of scenarios.entries()) {
    const { main, weights } = await finder.productsFor(toMatchScenario(record), onPage * onPage)
    for (let ago = days; ago >= 1; ago--) {
      const readers = readersOn(nth, ago, [hospital, nursing, factory])
      if (!isThere(record, stage.moment(ago))) continue
      for (const reader of readers) {
        const ctx: Context = {
          ...stage.at(ago, reader ?? handler),
          ...(reader === null && { actor: visitor }),
        }
        const shown = (await arrange(ctx, main)).slice(0, onPage)
        await noteShown(ctx, { organizationId: record.organization.id, shown, weights })
      }
    }
  }
  await countMarket(now.db, now.now)
}

const ownFirst = (a: ScenarioRecord, b: ScenarioRecord) =>
  Number(a.scenario.source === 'report') - Number(b.scenario.source === 'report')

/** A reported case stands for one that has been there for long. */
function isThere({ scenario }: ScenarioRecord, at: Date): boolean {
  return scenario.source === 'report' || (scenario.publishedAt !== null && scenario.publishedAt <= at)
}

/** Somebody nearly every other day for what is listed first, seldom further down; null is a visitor. */
function readersOn(nth: number, ago: number, demand: readonly Person[]): (Person | null)[] {
  if ((ago * 5 + nth * 3) % (nth + 3) > 1) return []
  const own = demand[(nth + ago) % demand.length]
  return ago % 4 === 0 && own ? [null, own] : [null]
}
