import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Tx } from '#db/client.ts'
import { type NewAttachment, takeDayBytes } from '#db/queries/files.ts'
import { addJob } from '#db/queries/jobs.ts'
import { displayName, type FileKind, fileLimits, isPicture } from '#domain/files/file.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { judgeFile } from './judge.ts'
import { rewritePicture } from './picture.ts'
import { newStoreKey } from './store.ts'
import type { Upload } from './upload.ts'

/** A file that has been judged, as it will be kept. */
interface Ready extends Upload {
  kind: FileKind
  width: number | null
  height: number | null
  thumbnail: string | null
}

export type FileRow = Omit<NewAttachment, 'id' | 'organizationId' | 'noun' | 'objectId' | 'purpose'>

// public: what a verb does with the uploads of a form that its policy has let in
/**
 * All of a form's files or none of them, with one reason for each that is refused. Their bytes are on the disk before
 * `save` writes their rows; when it fails, or answers false because the same form came twice, they are forgotten.
 */
export async function takeUploads(
  ctx: Context,
  uploads: readonly Upload[],
  save: (rows: FileRow[]) => Promise<boolean>,
): Promise<void> {
  const ready = await judgeAll(uploads)
  const kept: string[] = []
  try {
    const saved = await save(await keepAll(ctx, ready, kept))
    // The same form came twice at the same moment: the other one's bytes are the ones that stay.
    if (!saved) await forget(ctx, kept)
  } catch (error) {
    await forget(ctx, kept)
    throw error
  } finally {
    await Promise.all(ready.flatMap(scratchOf).map(path => rm(path, { force: true })))
  }
}

/** Takes the bytes from the organisation's day, or refuses all of them. */
export async function spendDay(
  tx: Tx,
  ctx: Context,
  { organizationId, rows }: { organizationId: OrganizationId; rows: readonly FileRow[] },
): Promise<void> {
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
  if (await takeDayBytes(tx, { organizationId, day: dayOf(ctx.now), bytes })) return
  const max = fileLimits.bytesPerDay / 1024 / 1024
  throw new Refusal('invalid', 'file.dayFull', { path: 'file', detail: { max } })
}

/** What is to be done with files that have just got their rows: the check first, the text for search after it. */
export async function orderJobs(
  tx: Tx,
  made: readonly Pick<NewAttachment, 'id' | 'scan' | 'textState'>[],
): Promise<void> {
  for (const { id: fileId, scan, textState } of made) {
    if (scan === 'waiting') await addJob(tx, 'scanFile', { fileId })
    else if (textState === 'waiting') await addJob(tx, 'readFile', { fileId })
  }
}

const forget = (ctx: Context, keys: readonly string[]) =>
  Promise.all(keys.map(key => ctx.files.delete(key).catch(() => {})))

async function judgeAll(uploads: readonly Upload[]): Promise<Ready[]> {
  const judged: Ready[] = []
  const refused: Refusal[] = []
  for (const upload of uploads) {
    try {
      judged.push(await prepare(upload))
    } catch (error) {
      if (!isRefusal(error)) throw error
      const name = displayName(upload.name, 'text').replace(/\.txt$/, '')
      refused.push(new Refusal('invalid', error.reason, { path: 'file', detail: { ...error.detail, name } }))
    }
  }
  const [first, ...others] = refused
  if (!first) return judged
  await Promise.all(judged.flatMap(scratchOf).map(path => rm(path, { force: true })))
  throw new Refusal('invalid', first.reason, { path: 'file', detail: first.detail ?? {}, others })
}

/** What `prepare` wrote beside the upload. */
const scratchOf = (ready: Ready) => (ready.thumbnail ? [ready.path, ready.thumbnail] : [])

async function prepare(upload: Upload): Promise<Ready> {
  const kind = await judgeFile(upload)
  const name = displayName(upload.name, kind)
  if (!isPicture(kind)) return { ...upload, name, kind, width: null, height: null, thumbnail: null }
  const [target, thumbnail] = [`${upload.path}.picture`, `${upload.path}.thumbnail`]
  try {
    const size = await rewritePicture(upload.path, kind, { target, thumbnail })
    const { size: bytes } = await stat(target)
    return { ...upload, name, kind, path: target, bytes, sha256: await sha256Of(target), ...size, thumbnail }
  } catch (error) {
    await Promise.all([target, thumbnail].map(path => rm(path, { force: true })))
    throw error
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

/** Hands the bytes to the store, which has them for good when this has resolved. */
async function keepAll(ctx: Context, ready: readonly Ready[], kept: string[]): Promise<FileRow[]> {
  const keep = async (path: string) => {
    const key = newStoreKey()
    kept.push(key)
    await ctx.files.put(key, path)
    return key
  }
  const rows: FileRow[] = []
  for (const { path, thumbnail, name, kind, bytes, sha256, width, height } of ready) {
    const what = { name, kind, bytes, sha256, width, height }
    const storeKey = await keep(path)
    rows.push({
      ...what,
      storeKey,
      thumbnailKey: thumbnail ? await keep(thumbnail) : null,
      scan: ctx.scansFiles ? 'waiting' : 'off',
      textState: isPicture(kind) ? 'none' : 'waiting',
      createdBy: accountIdOf(ctx.actor),
      createdAt: ctx.now,
    })
  }
  return rows
}
