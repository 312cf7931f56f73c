import { asc, inArray, sql } from 'drizzle-orm'
import type { EnqueuedTask } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { searchChange } from '#db/schema/search.ts'
import { indexNames } from './engine.ts'
import { doneWithin, give, type Handed, mostDocuments, type Rooms } from './meilisearch-sync.ts'

/**
 * Waiting jobs whose changes this one tells are done with it: what they came with was committed with them, and so is read
 * after they are gone. At a hundred changes a second the queue would do little else than hand them out.
 */
async function takeOver(db: Db): Promise<void> {
  await db.execute(sql`
    select graphile_worker.complete_jobs(array(
      select job.id from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'indexDocuments' and job.payload ->> 'changes' = 'true'
        and job.locked_at is null and job.attempts = 0))`)
}

/** Tasks that the server may have in hand at once; it does those that wait together. */
const mostUnderWay = 6
/** While the server is at work changes gather for so long: it has something of each task to do once. */
const gatherMs = 250
/** Other jobs wait behind this one; what is noted later has a job of its own, behind those. */
const mostGiven = 50

/** Changes on their way: given to the server, which has not said yet that they are worked in. */
interface Given extends Handed {
  seqs: number[]
  /** There may be more than this. */
  isFull: boolean
}

/**
 * Everything that has changed by now, however many transactions noted it, in as few tasks as it takes. What comes while
 * the server works is made ready and given meanwhile: it works in what it was given in the order of the giving, and a
 * change is noted until its own task has succeeded.
 */
export async function tellChanges(rooms: Rooms): Promise<void> {
  const underWay: Given[] = []
  let given = 0
  let isMore = true
  while (isMore || underWay.length > 0) {
    if (isMore && underWay.length < mostUnderWay) {
      const next = await giveNext(rooms, new Set(underWay.flatMap(({ seqs }) => seqs)))
      if (next) underWay.push(next)
      if (next) given++
      // Those beyond one task have no job any more.
      isMore = next?.isFull || (given < mostGiven && underWay.length > 0)
    }
    const [oldest] = underWay
    if (!oldest) continue
    const gathers = isMore && underWay.length < mostUnderWay
    if (!(await doneWithin(rooms.client, oldest, gathers ? gatherMs : Number.POSITIVE_INFINITY))) continue
    underWay.shift()
    // Only what was read before the documents were: a later change of the same one is told again.
    await rooms.db.delete(searchChange).where(inArray(searchChange.seq, oldest.seqs))
  }
}

/** Gives the server what is noted and not under way yet; null when nothing is. */
async function giveNext(rooms: Rooms, underWay: ReadonlySet<number>): Promise<Given | null> {
  await takeOver(rooms.db)
  const noted = await rooms.db
    .select({ seq: searchChange.seq, index: searchChange.index, id: searchChange.documentId })
    .from(searchChange)
    .orderBy(asc(searchChange.seq))
    .limit(underWay.size + mostDocuments)
  // By name and not by number: a transaction that began earlier may note a lower number later.
  const changes = noted.filter(({ seq }) => !underWay.has(seq)).slice(0, mostDocuments)
  if (changes.length === 0) return null
  const tasks: EnqueuedTask[] = []
  for (const index of indexNames) {
    const ids = new Set(changes.filter(each => each.index === index).map(each => each.id))
    if (ids.size > 0) tasks.push(...(await give(rooms, index, [...ids])))
  }
  const isFull = changes.length === mostDocuments
  return { seqs: changes.map(each => each.seq), tasks, at: performance.now(), isFull }
}
