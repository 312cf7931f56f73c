import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#db/client.ts'
import { type AttachmentRow, findAttachment, lockHolder, setScan, setText } from '#db/queries/files.ts'
import { addJob } from '#db/queries/jobs.ts'
import { ownersOf } from '#db/queries/members.ts'
import type { FileId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { indexFiles } from '../search/sync.ts'
import { tell } from '../tell.ts'
import type { Scanner } from './scanner.ts'
import type { FileStore } from './store.ts'
import { textOf } from './text.ts'

/** What the jobs on files work with. */
export interface FileDesk {
  db: Db
  files: FileStore
  search: Context['search']
  /** Null where none is set up any more: what still waits for it is said not to be checked. */
  scanner: Scanner | null
  /** Where a file lies while it is being read. */
  spool: string
  now(): Date
}

// public: jobs of the platform on files that a judged verb has taken
/**
 * 病毒检查: hands the bytes to the scanner. One that does not answer fails the job, which is tried again later, and
 * the file waits. What it finds is kept apart for good, and the organisation is told.
 */
export async function scanFile({ db, files, scanner, now }: FileDesk, payload: unknown): Promise<void> {
  const file = await fileIn(db, payload)
  if (file?.scan !== 'waiting' || file.purgedAt) return
  const threat = scanner ? await scanner.scan(await files.get(file.storeKey)) : null
  const scan = threat ? 'infected' : scanner ? 'clean' : 'off'
  await db.transaction(async tx => {
    if (!(await setScan(tx, file.id, { scan, scannedAt: scanner ? now() : null, threat }))) return
    if (threat) return tellOwners(tx, file, threat)
    if (file.textState === 'waiting') await addJob(tx, 'readFile', { fileId: file.id })
  })
}

async function tellOwners(
  tx: Parameters<typeof tell>[0],
  file: AttachmentRow,
  threat: string,
): Promise<void> {
  const owners = await ownersOf(tx, file.organizationId)
  await tell(tx, file.createdBy ? [...owners, file.createdBy] : owners, {
    event: 'file.infected',
    noun: file.noun,
    id: file.objectId,
    params: { name: file.name, threat },
    key: `file.infected:${file.id}`,
  })
}

/**
 * Takes the text out of a file, for search, and brings its object's document to it in the same transaction. What
 * cannot be read in its bounds is said to have none.
 */
export async function readFile({ db, files, search, spool, now }: FileDesk, payload: unknown): Promise<void> {
  const file = await fileIn(db, payload)
  if (file?.textState !== 'waiting' || file.purgedAt) return
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const path = join(spool, randomUUID())
  try {
    await pipeline(await files.get(file.storeKey), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    const found = await textOf(path, file.kind)
    await db.transaction(async tx => {
      // A publication at the same moment either sees this text or is seen by us.
      await lockHolder(tx, file.noun, file.objectId)
      await setText(tx, file.id, found)
      await indexFiles(tx, { search, now: now() }, file.noun, file.objectId)
    })
  } finally {
    await rm(path, { force: true })
  }
}

async function fileIn(db: Db, payload: unknown): Promise<AttachmentRow | null> {
  const said = typeof payload === 'object' && payload !== null && 'fileId' in payload ? payload.fileId : null
  const id = parseId<FileId>(said)
  if (!id) throw new Error('a job without its file')
  return findAttachment(db, id)
}
