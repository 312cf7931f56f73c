import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import type { Db, Tx } from '#db/client.ts'
import { searchDocument } from '#db/schema/search.ts'
import { type IndexName, indexNames, type SearchDocument } from './engine.ts'
import { type IndexedDocument, indexed, indexSettings } from './meilisearch-index.ts'

/** Work for the queue: bring these documents, or the whole index, to what the database says now. */
export type IndexJob = { index: IndexName; ids: readonly string[] } | { index: IndexName; rebuild: true }

const batch = 500
/** Indexing is slow work in the background; only searches have to be quick. */
const patience = { timeout: 120_000, interval: 100 }

/**
 * Queues the job in the caller's transaction. One queue for all of them, so that a rebuild and single documents
 * never run side by side; each reads the present state, so their order does not matter.
 */
export async function enqueue(tx: Tx | Db, job: IndexJob): Promise<void> {
  const key = 'rebuild' in job ? `rebuild:${job.index}` : null
  await tx.execute(
    sql`select graphile_worker.add_job('indexDocuments', payload := ${JSON.stringify(job)}::json,
      queue_name := 'search', max_attempts := 15, job_key := ${key}::text)`,
  )
}

interface Rooms {
  db: Db
  client: Meilisearch
  /** Indexes that have their settings already, by name on the server. */
  ensured: Map<string, Promise<void>>
  /** Name of an index on the server. */
  named: (index: IndexName) => string
}

export async function applyJob(rooms: Rooms, job: IndexJob): Promise<void> {
  if ('rebuild' in job) return rebuild(rooms, job.index)
  const { db, client, named } = rooms
  const rows = await db
    .select()
    .from(searchDocument)
    .where(and(eq(searchDocument.index, job.index), inArray(searchDocument.id, [...job.ids])))
  const gone = job.ids.filter(id => rows.every(row => row.id !== id))
  await ensureIndex(rooms, named(job.index))
  const index = client.index<IndexedDocument>(named(job.index))
  if (rows.length > 0) await done(index.addDocuments(await documentsOf(rows), { primaryKey: 'id' }))
  if (gone.length > 0) await done(index.deleteDocuments(gone))
}

/** A fresh index beside the old one, filled from the database and swapped in at once. */
async function rebuild(rooms: Rooms, name: IndexName): Promise<void> {
  const { db, client, named } = rooms
  const live = named(name)
  const next = `${live}_next`
  await client.deleteIndexIfExists(next)
  await ensureIndex(rooms, live)
  rooms.ensured.delete(next)
  await ensureIndex(rooms, next)
  let after = ''
  for (;;) {
    const rows = await db
      .select()
      .from(searchDocument)
      .where(and(eq(searchDocument.index, name), gt(searchDocument.id, after)))
      .orderBy(asc(searchDocument.id))
      .limit(batch)
    if (rows.length > 0) await done(client.index<IndexedDocument>(next).addDocuments(await documentsOf(rows)))
    after = rows.at(-1)?.id ?? after
    if (rows.length < batch) break
  }
  await done(client.swapIndexes([{ indexes: [next, live], rename: false }]))
  await done(client.deleteIndex(next))
}

/** The index with our settings, once per process. Settings that it already has cost the server nothing. */
export function ensureIndex({ client, ensured }: Rooms, name: string): Promise<void> {
  const known = ensured.get(name)
  if (known) return known
  const making = makeIndex(client, name)
  ensured.set(name, making)
  making.catch(() => ensured.delete(name))
  return making
}

async function makeIndex(client: Meilisearch, name: string): Promise<void> {
  const created = await client.createIndex(name, { primaryKey: 'id' }).waitTask(patience)
  if (created.error && created.error.code !== 'index_already_exists') throw taskFailed(created.error)
  await done(client.index(name).updateSettings(indexSettings))
}

/** Waits for the server's task; a task that failed does not throw by itself. */
async function done(task: EnqueuedTaskPromise): Promise<void> {
  const finished = await task.waitTask(patience)
  if (finished.status !== 'succeeded') throw taskFailed(finished.error)
}

function taskFailed(error: { code?: string } | null | undefined): Error {
  return new Error(`The search server did not accept the documents (${error?.code ?? 'canceled'})`)
}

type Row = typeof searchDocument.$inferSelect

function documentsOf(rows: readonly Row[]): Promise<IndexedDocument[]> {
  return Promise.all(rows.map(row => indexed(storedDocument(row))))
}

/** What `put` stored; JSON has turned its moment into text, which the column beside it still knows. */
function storedDocument({ content, updatedAt }: Row): SearchDocument {
  return { ...(content as SearchDocument), updatedAt }
}

export function readJob(payload: unknown): IndexJob {
  const { index, ids, rebuild: all }: { index?: unknown; ids?: unknown; rebuild?: unknown } = Object(payload)
  const name = indexNames.find(each => each === index)
  if (name && all === true) return { index: name, rebuild: true }
  if (name && Array.isArray(ids)) return { index: name, ids: ids.filter(id => typeof id === 'string') }
  throw new Error('Not a job of the search index')
}
