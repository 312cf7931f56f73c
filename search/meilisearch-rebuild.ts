import { type Compared, type IndexName, indexNames } from './engine.ts'
import { tellChanges } from './meilisearch-changes.ts'
import { indexSettings, settingsDiffer } from './meilisearch-index.ts'
import {
  answered,
  bring,
  done,
  type IndexJob,
  type Rooms,
  rowsAfter,
  send,
  stampsAfter,
} from './meilisearch-sync.ts'

export function applyJob(rooms: Rooms, job: IndexJob): Promise<void> {
  if ('rebuild' in job) return rebuild(rooms, job.index)
  return 'reconcile' in job ? reconcileAll(rooms) : tellChanges(rooms)
}

/**
 * A fresh index beside the live one, filled from the database and swapped in at once, so that no search ever meets an
 * empty one. What changes meanwhile goes to the live one, or is noted; the comparison after the swap finds it. One that
 * is killed half way leaves the fresh index behind, which the next rebuild begins by taking away.
 */
export async function rebuild(
  rooms: Rooms,
  name: IndexName,
  onPage: (written: number) => void = () => {},
): Promise<void> {
  const { db, client, named, ensured } = rooms
  const live = named(name)
  const next = `${live}_next`
  await answered(client.deleteIndexIfExists(next))
  await done(client.createIndex(next, { primaryKey: 'id' }))
  await done(client.index(next).updateSettings(indexSettings))
  let written = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof rowsAfter>> = await rowsAfter(db, name, after)
    if (rows.length > 0) await send(client, next, rows)
    written += rows.length
    onPage(written)
    after = rows.at(-1)?.id
  }
  // Another rebuild beside this one may have taken the index away; the server makes a bare one for what comes then.
  if (settingsDiffer(await answered(client.index(next).getSettings())))
    throw new Error(`Another rebuild of ${name} is under way`)
  const made = await answered(client.createIndex(live, { primaryKey: 'id' }).waitTask())
  if (made.error && made.error.code !== 'index_already_exists') throw new Error(made.error.code)
  await done(client.swapIndexes([{ indexes: [next, live], rename: false }]))
  ensured.set(live, Promise.resolve())
  await done(client.deleteIndex(next))
  await reconcile(rooms, name)
}

/**
 * Compares id and content of every document with the server's and mends what differs. The stamp covers more than the
 * revision: an organisation's document changes with what it publishes, its own row does not.
 */
export async function reconcile(rooms: Rooms, name: IndexName): Promise<Compared> {
  const there = await stampsOnServer(rooms, name)
  const compared: Compared = { documents: 0, missing: 0, stale: 0, extra: 0 }
  const differing: string[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: { id: string; stamp: string }[] = await stampsAfter(rooms.db, name, after)
    for (const { id, stamp } of rows) {
      const known = there.get(id)
      if (known === undefined) compared.missing++
      else if (known !== stamp) compared.stale++
      if (known !== stamp) differing.push(id)
      there.delete(id)
    }
    compared.documents += rows.length
    after = rows.at(-1)?.id
  }
  compared.extra = there.size
  await bring(rooms, name, [...differing, ...there.keys()])
  return compared
}

async function reconcileAll(rooms: Rooms): Promise<void> {
  await tellChanges(rooms)
  for (const name of indexNames) await reconcile(rooms, name)
}

const pageSize = 5000

async function stampsOnServer({ client, named }: Rooms, name: IndexName): Promise<Map<string, string>> {
  const stamps = new Map<string, string>()
  const index = client.index(named(name))
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await answered(
      index.getDocuments({ fields: ['id', 'stamp'], offset, limit: pageSize }),
    )
    for (const { id, stamp } of results) stamps.set(String(id), String(stamp))
    if (results.length < pageSize) return stamps
  }
}
