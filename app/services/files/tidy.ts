import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keysInUse, listForsaken, listPurgeable, setPurged } from '#db/queries/files.ts'
import type { FileDesk } from './jobs.ts'

const day = 86_400_000
/** A removal can be asked about for so long; after that the bytes are gone. */
const graceMs = 30 * day
/** An upload takes minutes; what lies about for a day belongs to one that broke off. */
const strayMs = day

// public: an hourly job of the platform
/** Deletes the bytes of files removed or forsaken a month ago, and what uploads that broke off have left. Answers how many. */
export async function tidyFiles({
  db,
  files,
  spool,
  now,
}: Omit<FileDesk, 'scanner' | 'search'>): Promise<number> {
  let count = 0
  const before = new Date(now().getTime() - graceMs)
  for (const file of [...(await listPurgeable(db, before)), ...(await listForsaken(db, before))]) {
    await files.delete(file.storeKey)
    if (file.thumbnailKey) await files.delete(file.thumbnailKey)
    await setPurged(db, file.id, now())
    count += 1
  }
  const old = now().getTime() - strayMs
  for await (const page of files.list()) {
    const candidates = page.filter(({ at }) => at.getTime() < old).map(({ key }) => key)
    const used = await keysInUse(db, candidates)
    for (const key of candidates.filter(each => !used.has(each))) {
      await files.delete(key)
      count += 1
    }
  }
  for (const name of await readdir(spool).catch(() => [])) {
    const path = join(spool, name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtime.getTime() >= old) continue
    await rm(path, { force: true })
    count += 1
  }
  return count
}
