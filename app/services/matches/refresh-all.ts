import type { Db } from '#db/client.ts'
import {
  beginRun,
  endRun,
  findLatestRun,
  findOpenRun,
  type MatchRun,
  stepRun,
} from '#db/queries/match-runs.ts'
import { countMatched, leftOver, lockMatches, nextMatched } from '#db/queries/matches.ts'
import { type MatchSide, matchSides } from '#domain/matches/list.ts'
import type { Context } from '../context.ts'
import { currentWeights } from '../matching/weights.ts'
import { newFormKey } from '../new-id.ts'
import { contextOf, type Judged, judgeEach, type MatchDesk } from './judge.ts'
import { orderMatching, orderMatchingOfAll } from './note.ts'
import { keep } from './refresh.ts'

/** Objects of one transaction: as long as another writer of matches may have to wait. */
const batch = 20

// public: a job of the platform, queued when what all scores rest on has changed
/**
 * Works everything out anew, scenarios first, then products, and tells nobody: other weights are no news of a pair.
 * Killed anywhere it goes on after the last batch; under other weights than it began with, it begins again. Answers
 * how many objects were done by this call.
 */
export async function matchAll(desk: MatchDesk): Promise<number> {
  const ctx = contextOf(desk, 'match everything')
  for (const side of matchSides)
    for (const id of await leftOver(desk.db, side))
      await desk.db.transaction(tx => orderMatching(tx, side, id))
  const run = await openRun(ctx)
  let done = 0
  for (const side of matchSides.slice(matchSides.indexOf(run.side)))
    done += await ofSide(ctx, desk, { run, side, from: side === run.side ? run.after : '' })
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
  from: string
}

async function ofSide(ctx: Context, desk: MatchDesk, { run, side, from }: Part): Promise<number> {
  let done = 0
  for (let after = from; ; ) {
    const ids = await nextMatched(desk.db, side, { after, limit: batch })
    const last = ids.at(-1)
    if (last === undefined) return done
    const judged: Judged[] = []
    for await (const each of judgeEach(ctx, { side, ids, finder: desk.finder })) judged.push(each)
    await desk.db.transaction(async tx => {
      await lockMatches(tx)
      for (const each of judged) {
        const kept = await keep(tx, ctx, { judged: each, alone: false })
        // It has changed since, and tells of itself by the job of whoever changed it.
        if (kept === null) await orderMatching(tx, side, each.id)
      }
      await stepRun(tx, run.id, { side, after: last, done: ids.length })
    })
    after = last
    done += ids.length
  }
}

// public: the worker begins with it; what it fills are shadows of public rows
/** A database that has never been matched as a whole, such as one of an earlier version, is: after what waits already. */
export async function orderFirstMatching(db: Db): Promise<void> {
  if ((await findLatestRun(db)) === null) await orderMatchingOfAll(db)
}
