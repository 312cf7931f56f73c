import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sql, TransactionSql } from 'postgres'
import { FileGone, type FileStore, safeKey } from '#services/files/store.ts'

/** The bytes of attachments beside the tables of a backup, under the keys that their rows name. */
const folderName = 'files'

interface Kept {
  key: string
  /** Null for thumbnails, which are ours to make. */
  sha256: string | null
}

export interface Copied {
  files: number
  /** Keys whose bytes were not there, or not those that the row describes. */
  missing: string[]
}

function keptFiles(sql: Sql | TransactionSql): Promise<Kept[]> {
  return sql<Kept[]>`
    select store_key as key, sha256 from attachment where purged_at is null
    union all
    select thumbnail_key, null from attachment where purged_at is null and thumbnail_key is not null
    order by 1`
}

/** Copies every attachment that the database speaks of into the backup, and checks each against its row. */
export async function exportFiles(
  sql: Sql | TransactionSql,
  store: FileStore,
  folder: string,
): Promise<Copied> {
  const missing: string[] = []
  const kept = await keptFiles(sql)
  for (const { key, sha256 } of kept) {
    const target = join(folder, folderName, safeKey(key))
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    try {
      const hash = createHash('sha256')
      const measure = new Transform({
        transform(piece, _encoding, done) {
          hash.update(piece)
          done(null, piece)
        },
      })
      await pipeline(await store.get(key), measure, createWriteStream(target, { mode: 0o600 }))
      if (sha256 !== null && hash.digest('hex') !== sha256) missing.push(key)
    } catch (error) {
      if (!(error instanceof FileGone)) throw error
      missing.push(key)
    }
  }
  return { files: kept.length - missing.length, missing }
}

/** Puts the backup's files back into the store. */
export async function importFiles(
  sql: Sql | TransactionSql,
  store: FileStore,
  folder: string,
): Promise<Copied> {
  const missing: string[] = []
  const kept = await keptFiles(sql)
  for (const { key, sha256 } of kept) {
    const source = join(folder, folderName, safeKey(key))
    if (!existsSync(source) || (sha256 !== null && (await hashOf(source)) !== sha256)) {
      missing.push(key)
      continue
    }
    // The store takes what it is given; the backup stays whole.
    const copy = `${source}.copy`
    await copyFile(source, copy)
    await store.put(key, copy)
    await rm(copy, { force: true })
  }
  return { files: kept.length - missing.length, missing }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}
