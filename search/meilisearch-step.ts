import { count, sql } from 'drizzle-orm'
import type { Meilisearch } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { searchChange, searchDocument } from '#db/schema/search.ts'
import { type IndexName, indexNames, type SearchHealth } from './engine.ts'
import { inTime, isDenied } from './meilisearch-server.ts'
import { enqueue } from './meilisearch-sync.ts'

/** Where the second engine stands against the database, whose index is always complete. */
interface Step {
  problem: SearchHealth['problem']
  /** Indexes that only a rebuild can bring back into step. */
  lost: readonly IndexName[]
}

/** A change that has waited this long makes the second engine too old to answer. */
const mostLagSeconds = 30

interface Waiting extends Record<string, unknown> {
  changes: number
  /** Seconds that the oldest of them has waited. */
  oldest: number | null
  rebuilds: number
  givenUp: number
}

export async function stepOf(
  db: Db,
  client: Meilisearch,
  named: (index: IndexName) => string,
): Promise<Step> {
  const [waiting] = await db.execute<Waiting>(sql`
    select count(*) filter (where key like 'rebuild:%')::int as rebuilds,
      count(*) filter (where attempts >= max_attempts)::int as "givenUp",
      (select count(*)::int from ${searchChange}) as changes,
      (select extract(epoch from clock_timestamp() - min(at))::float8 from ${searchChange}) as oldest
    from graphile_worker.jobs where task_identifier = 'indexDocuments'`)
  const { changes, oldest, rebuilds, givenUp } = waiting ?? {
    changes: 0,
    oldest: null,
    rebuilds: 0,
    givenUp: 0,
  }
  if (givenUp > 0) return { problem: 'outOfStep', lost: indexNames }
  if (rebuilds > 0) return { problem: 'outOfStep', lost: [] }
  if (changes > 0) return { problem: (oldest ?? 0) > mostLagSeconds ? 'behind' : undefined, lost: [] }
  const rows = await db
    .select({ index: searchDocument.index, n: count() })
    .from(searchDocument)
    .groupBy(searchDocument.index)
  const indexes = await countsOnServer(client)
  // A key that may only search cannot ask; the nightly comparison is done by who may.
  if (indexes === null) return { problem: undefined, lost: [] }
  const lost = indexNames.filter(index => {
    const here = rows.find(row => row.index === index)?.n ?? 0
    return (indexes[named(index)]?.numberOfDocuments ?? -1) !== here
  })
  return { problem: lost.length > 0 ? 'outOfStep' : undefined, lost }
}

async function countsOnServer(client: Meilisearch) {
  try {
    return (await inTime(client.getStats())).indexes
  } catch (error) {
    if (isDenied(error)) return null
    throw error
  }
}

/** Queues rebuilds of what was lost; work that was given up is thrown away, for a rebuild covers it. */
export async function heal(db: Db, lost: readonly IndexName[]): Promise<void> {
  if (lost.length === 0) return
  await db.transaction(async tx => {
    await tx.execute(sql`
      select graphile_worker.complete_jobs(array(
        select id from graphile_worker.jobs
        where task_identifier = 'indexDocuments' and attempts >= max_attempts))`)
    for (const index of lost) await enqueue(tx, { index, rebuild: true })
  })
}

/**
 * After five failures in a row nobody asks for ten seconds, or for as long as the server has asked for, so that a dead
 * server costs no reader any time. Then one asks, and the others wait for how that goes.
 */
export function breaker({ failures = 5, restMs = 10_000 } = {}) {
  let failed = 0
  let asksAgainAt = 0
  const now = () => performance.now()
  return {
    /** Whether this search has to do without the server. */
    open: () => {
      if (now() < asksAgainAt) return true
      // Whoever comes while the one that asks is under way still goes without.
      if (failed >= failures) asksAgainAt = now() + restMs
      return false
    },
    succeeded: () => {
      failed = 0
      asksAgainAt = 0
    },
    failed: (restSeconds?: number) => {
      failed++
      if (restSeconds !== undefined) failed = failures
      if (failed >= failures) asksAgainAt = now() + Math.min((restSeconds ?? 0) * 1000 || restMs, 60_000)
    },
  }
}

/** The answer of a while ago, renewed in the background; only the very first caller waits for one. */
export function remembered<T>(find: () => Promise<T>, everyMs: number): () => Promise<T> {
  let last: Promise<T> | undefined
  let at = Number.NEGATIVE_INFINITY
  return () => {
    if (last && performance.now() - at < everyMs) return last
    at = performance.now()
    const next = find()
    const renew = () => {
      last = next
    }
    next.then(renew, renew)
    last ??= next
    return last
  }
}
