import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { EnqueuedTask, EnqueuedTaskPromise, Meilisearch, Task } from 'meilisearch'
import type { Db, Tx } from '#db/client.ts'
import { searchChange, searchDocument } from '#db/schema/search.ts'
import { type IndexName, indexNames, type SearchDocument } from './engine.ts'
import { type IndexedDocument, indexed, indexSettings, settingsDiffer } from './meilisearch-index.ts'
import { inTime } from './meilisearch-server.ts'

/** Work for the queue: tell the server what has changed, or bring a whole index to what the database says. */
export type IndexJob = { changes: true } | { index: IndexName; rebuild: true } | { reconcile: true }

/** So many documents go in one task; the server takes 100 MB, and ten thousand long ones would be more. */
export const mostDocuments = 1000
const mostCharacters = 8_000_000
/** Indexing is slow work in the background; only searches have to be quick. */
const patience = { timeout: 120_000, interval: 25 }

/** What a job asks: a server that dies meanwhile would keep it, and with it the queue, waiting without end. */
export const answered = <T>(asked: Promise<T>): Promise<T> => inTime(asked, 2 * patience.timeout)

/**
 * Queues the job in the caller's transaction. One queue for all of them, so that a rebuild and single documents never
 * run side by side; each reads the present state, so no older revision ever overwrites a newer one.
 */
export async function enqueue(tx: Tx | Db, job: IndexJob): Promise<void> {
  const key = 'rebuild' in job ? `rebuild:${job.index}` : 'reconcile' in job ? 'reconcile' : null
  await tx.execute(
    sql`select graphile_worker.add_job('indexDocuments', payload := ${JSON.stringify(job)}::json,
      queue_name := 'search', max_attempts := 15, job_key := ${key}::text)`,
  )
}

/** Notes what has changed and queues the telling; a job that finds it told already has nothing to do. */
export async function noteChanges(
  tx: Tx | Db,
  documents: readonly { index: IndexName; id: string }[],
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map(({ index, id }) => ({ index, documentId: id }))
  for (let at = 0; at < rows.length; at += 10_000)
    await tx.insert(searchChange).values(rows.slice(at, at + 10_000))
  await enqueue(tx, { changes: true })
}

export interface Rooms {
  db: Db
  client: Meilisearch
  /** Indexes that have their settings already, by name on the server. */
  ensured: Map<string, Promise<void>>
  /** Name of an index on the server. */
  named: (index: IndexName) => string
}

/** Tasks that the server was given. */
export interface Handed {
  tasks: EnqueuedTask[]
  /** When, on this process's clock. */
  at: number
}

const lookEveryMs = 40

/** Whether the tasks are done before so many milliseconds are over. Throws where one failed, or takes too long. */
export async function doneWithin(client: Meilisearch, { tasks, at }: Handed, ms: number): Promise<boolean> {
  const began = performance.now()
  for (const { taskUid } of tasks) {
    for (;;) {
      const task = await answered(client.tasks.getTask(taskUid))
      if (!isOpen(task)) {
        succeeded(task)
        break
      }
      const now = performance.now()
      if (now > at + patience.timeout) throw taskFailed({ code: 'too late' })
      if (now > began + ms) return false
      await sleep(lookEveryMs)
    }
  }
  return true
}

const isOpen = ({ status }: Task) => status === 'enqueued' || status === 'processing'

/** These documents of the live index as the database has them now, worked in; what it has no more is removed. */
export async function bring(rooms: Rooms, index: IndexName, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += mostDocuments) {
    const tasks = await give(rooms, index, ids.slice(at, at + mostDocuments))
    await doneWithin(rooms.client, { tasks, at: performance.now() }, Number.POSITIVE_INFINITY)
  }
}

/**
 * The same, given and not waited for. The server does its tasks in the order in which it was given them, so whoever reads
 * rows holds a lock until it has given theirs: nobody who has read an older state gives it later.
 */
export async function give(rooms: Rooms, index: IndexName, ids: readonly string[]): Promise<EnqueuedTask[]> {
  const { db, client, named } = rooms
  await ensureIndex(rooms, named(index))
  return db.transaction(async tx => {
    // Idle towards the database, though not towards the server.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '60s'`)
    await tx.execute(turnAt(named(index)))
    const rows = await rowsWhere(tx, index, ids)
    const found = new Set(rows.map(row => row.id))
    const gone = ids.filter(id => !found.has(id))
    const tasks: EnqueuedTask[] = []
    for (const part of portions(rows)) tasks.push(await add(client, named(index), part))
    if (gone.length > 0) tasks.push(await answered(client.index(named(index)).deleteDocuments(gone)))
    return tasks
  })
}

/** Waits until nobody else is between reading documents of this index and giving them to the server. */
export const turnAt = (name: string) => sql`select pg_advisory_xact_lock(hashtext(${`search:${name}`}))`

const stamp = sql<string>`md5(${searchDocument.content}::text)`

interface Row {
  id: string
  content: unknown
  updatedAt: Date
  stamp: string
}

function rowsWhere(db: Tx, index: IndexName, ids: readonly string[]): Promise<Row[]> {
  const { id, content, updatedAt } = searchDocument
  return db
    .select({ id, content, updatedAt, stamp })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), inArray(id, [...ids])))
}

/** The next rows of an index by id. */
export function rowsAfter(db: Db, index: IndexName, after: string, limit = 500): Promise<Row[]> {
  const { id, content, updatedAt } = searchDocument
  return db
    .select({ id, content, updatedAt, stamp })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), gt(id, after)))
    .orderBy(asc(id))
    .limit(limit)
}

/** Ids and stamps of what the database has, page after page. */
export function stampsAfter(db: Db, index: IndexName, after: string, limit = 5000) {
  return db
    .select({ id: searchDocument.id, stamp })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), gt(searchDocument.id, after)))
    .orderBy(asc(searchDocument.id))
    .limit(limit)
}

/** Rows in parts that fit one request. */
function portions(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  let room = 0
  for (const row of rows) {
    const size = JSON.stringify(row.content).length
    const last = parts.at(-1)
    if (last && size <= room) last.push(row)
    else parts.push([row])
    room = (last && size <= room ? room : mostCharacters) - size
  }
  return parts
}

export async function send(client: Meilisearch, name: string, rows: readonly Row[]): Promise<void> {
  for (const part of portions(rows)) {
    const { taskUid } = await add(client, name, part)
    succeeded(await answered(client.tasks.waitForTask(taskUid, patience)))
  }
}

async function add(client: Meilisearch, name: string, rows: readonly Row[]): Promise<EnqueuedTask> {
  const documents = await Promise.all(rows.map(prepared))
  return answered(client.index<IndexedDocument>(name).addDocuments(documents, { primaryKey: 'id' }))
}

async function prepared({ content, updatedAt, stamp }: Row): Promise<IndexedDocument> {
  // JSON has turned its moment into text, which the column beside it still knows.
  const document = { ...(content as SearchDocument), updatedAt }
  return { ...(await indexed(document)), stamp }
}

/**
 * The index, made with our settings where it is not there. Where the settings of a live one differ it is rebuilt
 * beside itself with the new ones, for a live one would be without its filters while the server works them in.
 */
export function ensureIndex(rooms: Rooms, name: string): Promise<void> {
  const known = rooms.ensured.get(name)
  if (known) return known
  const making = makeIndex(rooms, name)
  rooms.ensured.set(name, making)
  making.catch(() => rooms.ensured.delete(name))
  return making
}

async function makeIndex({ db, client, named }: Rooms, name: string): Promise<void> {
  const created = await answered(client.createIndex(name, { primaryKey: 'id' }).waitTask(patience))
  if (created.error && created.error.code !== 'index_already_exists') throw taskFailed(created.error)
  if (!settingsDiffer(await answered(client.index(name).getSettings()))) return
  const live = indexNames.find(index => named(index) === name)
  if (live && created.error) return enqueue(db, { index: live, rebuild: true })
  await done(client.index(name).updateSettings(indexSettings))
}

/** Waits for the server's task; a task that failed does not throw by itself. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  succeeded(await answered(task.waitTask(patience)))
}

function succeeded({ status, error }: Task): void {
  if (status !== 'succeeded') throw taskFailed(error)
}

function taskFailed(error: { code?: string } | null | undefined): Error {
  return new Error(`The search server did not accept the documents (${error?.code ?? 'canceled'})`)
}

export function readJob(payload: unknown): IndexJob {
  const { index, changes, rebuild, reconcile, ids } = Object(payload)
  // Queued by the version before, which named the documents in the job: a comparison finds them.
  if (Array.isArray(ids)) return { reconcile: true }
  if (changes === true) return { changes: true }
  if (reconcile === true) return { reconcile: true }
  const name = indexNames.find(each => each === index)
  if (name && rebuild === true) return { index: name, rebuild: true }
  throw new Error('Not a job of the search index')
}
