import type { Db } from '#db/client.ts'
import { addMatchJob } from '#db/queries/jobs.ts'
import { leftOver, lockMatches, rankLists } from '#db/queries/match-lists.ts'
import {
  beginRun,
  endRun,
  findLatestRun,
  findOpenRun,
  type MatchRun,
  stepRun,
} from '#db/queries/match-runs.ts'
import { countMatched, nextMatched } from '#db/queries/matched.ts'
import { type MatchSide, matchSides, mostKept } from '#domain/matches/list.ts'
import type { Context } from '../context.ts'
import { currentWeights } from '../matching/weights.ts'
import { newFormKey } from '../new-id.ts'
import { asItStands, contextOf, type Judged, judgeEach, type MatchDesk } from './judge.ts'
import { orderMatching, orderMatchingOfAll } from './note.ts'
import { writeList } from './write.ts'

/** Objects of one transaction: as long as another writer of matches may have to wait. */
const batch = 20
/** Lists put in order at a time at the end of a run. */
const ranked = 100
/** So long at a time; then whatever has been published meanwhile is matched, before this goes on. */
const sliceMs = 30_000

// public: a job of the platform, queued when what all scores rest on has changed
/**
 * Works everything out anew, scenarios first, then products, and tells nobody: other weights are no news of a pair.
 * Killed anywhere it goes on after the last batch; under other weights than it began with, it begins again. What is
 * left after `sliceMs` is done by the next job of the same kind. Answers how many objects were done by this call.
 */
export async function matchAll(desk: MatchDesk, slice = sliceMs): Promise<number> {
  const until = performance.now() + slice
  const ctx = contextOf(desk, 'match everything')
  for (const side of matchSides)
    for (const id of await leftOver(desk.db, side))
      await desk.db.transaction(tx => orderMatching(tx, side, id))
  const run = await openRun(ctx)
  let done = 0
  for (const side of matchSides.slice(matchSides.indexOf(run.side))) {
    for (let after = side === run.side ? run.after : ''; ; ) {
      const ids = await nextMatched(desk.db, side, { after, limit: batch })
      const last = ids.at(-1)
      if (last === undefined) break
      if (!(await oneBatch(ctx, desk, { run, side, ids }))) return done
      after = last
      done += ids.length
      if (performance.now() < until) continue
      await addMatchJob(desk.db, 'matchAll')
      return done
    }
  }
  await orderScenarioLists(desk.db)
  await endRun(desk.db, run.id, new Date())
  return done
}

async function openRun({ db, now }: Context): Promise<MatchRun> {
  const { version: weightsVersion } = await currentWeights(db)
  const open = await findOpenRun(db)
  if (open?.weightsVersion === weightsVersion) return open
  const row = { id: newFormKey(), weightsVersion, total: await countMatched(db), side: 'scenario' as const }
  const fresh = { ...row, done: 0, after: '', startedAt: now, finishedAt: null }
  await db.transaction(tx => beginRun(tx, fresh))
  return fresh
}

interface Part {
  run: MatchRun
  side: MatchSide
  ids: readonly string[]
}

/** False once the run has been ended by whoever has ordered another. */
async function oneBatch(ctx: Context, desk: MatchDesk, { run, side, ids }: Part): Promise<boolean> {
  const judged: Judged[] = []
  for await (const each of judgeEach(ctx, { side, ids, most: mostKept, finder: desk.finder }))
    judged.push(each)
  return desk.db.transaction(async tx => {
    await lockMatches(tx)
    for (const each of judged) {
      const stands = await asItStands(tx, each)
      if (stands) await writeList(tx, { side, id: each.id, ...stands })
      // It has changed since, and tells of itself by the job of whoever changed it.
      else await orderMatching(tx, side, each.id)
    }
    return stepRun(tx, run.id, { side, after: ids.at(-1) ?? '', done: ids.length })
  })
}

/**
 * A single object's job that came in between has ordered lists by scores of before and after. All are new now, and
 * every product had its turn after the scenarios, so that theirs are in order.
 */
async function orderScenarioLists(db: Db): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await nextMatched(db, 'scenario', { after, limit: ranked })
    const last = ids.at(-1)
    if (last === undefined) return
    await db.transaction(async tx => {
      await lockMatches(tx)
      await rankLists(tx, 'scenario', ids)
    })
    after = last
  }
}

// public: the worker begins with it; what it fills are shadows of public rows
/** A database that has never been matched as a whole, such as one of an earlier version, is: after what waits already. */
export async function orderFirstMatching(db: Db): Promise<void> {
  if ((await findLatestRun(db)) === null) await orderMatchingOfAll(db)
}
