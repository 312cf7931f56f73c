import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import {
  countAttachments,
  insertAttachments,
  lockHolder,
  type NewAttachment,
  takeDayBytes,
} from '#db/queries/files.ts'
import { addJob } from '#db/queries/jobs.ts'
import {
  displayName,
  type FileKind,
  fileLimits,
  filePurposeIds,
  holderNouns,
  isPicture,
  purposesOf,
} from '#domain/files/file.ts'
import { canChangeFiles } from '#domain/files/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { FileId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { isRefusal, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { type Held, loadHolder } from './holder.ts'
import { judgeFile } from './judge.ts'
import { rewritePicture } from './picture.ts'
import { newStoreKey } from './store.ts'
import type { Upload } from './upload.ts'

export const AddFiles = z.object({
  noun: choice(holderNouns),
  objectId: z.string().max(64),
  purpose: choice(filePurposeIds),
  formKey,
})
export type AddFiles = z.infer<typeof AddFiles>

/** Whether this actor may send files to the object: asked before a byte of them is read. */
export async function permitAddFiles(ctx: Context, noun: unknown, id: unknown): Promise<void> {
  const { holder } = await loadHolder(ctx, noun, id)
  permit(canChangeFiles(ctx.actor, holder))
}

/** A file that has been judged, as it will be kept. */
interface Ready extends Upload {
  kind: FileKind
  width: number | null
  height: number | null
  thumbnail: string | null
}

/**
 * 上传附件: all of the form's files or none of them, with one reason for each that is refused. Their bytes are on the
 * disk before their rows are written; rows, history and jobs commit together.
 */
export async function addFiles(ctx: Context, input: AddFiles, uploads: readonly Upload[]): Promise<void> {
  const { noun, objectId, purpose, formKey: key } = AddFiles.parse(input)
  const held = await loadHolder(ctx, noun, objectId)
  if (await alreadyDone(ctx.db, held.holder.id, key)) return
  permit(canChangeFiles(ctx.actor, held.holder))
  if (!purposesOf[noun].includes(purpose)) throw new Refusal('invalid', 'field.choice', { path: 'purpose' })
  if (uploads.length === 0) throw new Refusal('invalid', 'file.none', { path: 'file' })
  const ready = await judgeAll(uploads)
  const kept: string[] = []
  try {
    const rows = await keepAll(ctx, ready, kept)
    const saved = await save(ctx, held, { rows: rows.map(row => ({ ...row, noun, purpose })), key })
    // The same form came twice at the same moment: the other one's bytes are the ones that stay.
    if (!saved) await forget(ctx, kept)
  } catch (error) {
    await forget(ctx, kept)
    throw error
  } finally {
    await Promise.all(ready.flatMap(scratchOf).map(path => rm(path, { force: true })))
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

type FileRow = Omit<NewAttachment, 'id' | 'organizationId' | 'noun' | 'objectId' | 'purpose'>

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

interface Saving {
  rows: (FileRow & Pick<NewAttachment, 'noun' | 'purpose'>)[]
  key: string
}

/** Rows, history and jobs; false when this very form has been saved before. */
function save(ctx: Context, { holder, status }: Held, { rows, key }: Saving): Promise<boolean> {
  const { noun, id, organizationId } = holder
  return inTransaction(ctx, async tx => {
    await lockHolder(tx, noun, id)
    if (await alreadyDone(tx, id, key)) return false
    // What was judged before the bytes were kept may have been submitted meanwhile.
    await permitAddFiles({ ...ctx, db: tx }, noun, id)
    const count = (await countAttachments(tx, noun, id)) + rows.length
    if (count > fileLimits.perObject)
      throw new Refusal('invalid', 'file.tooMany', { path: 'file', detail: { max: fileLimits.perObject } })
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
    if (!(await takeDayBytes(tx, { organizationId, day: dayOf(ctx.now), bytes })))
      throw new Refusal('invalid', 'file.dayFull', {
        path: 'file',
        detail: { max: fileLimits.bytesPerDay / 1024 / 1024 },
      })
    const made = rows.map(row => ({
      ...row,
      id: newId<FileId>(),
      organizationId,
      objectId: id,
    }))
    await insertAttachments(tx, made)
    for (const { id: fileId, scan, textState } of made) {
      if (scan === 'waiting') await addJob(tx, 'scanFile', { fileId })
      else if (textState === 'waiting') await addJob(tx, 'readFile', { fileId })
    }
    const after = made.map(({ name, kind, bytes: size, sha256, purpose }) => ({
      name,
      kind,
      size,
      sha256,
      purpose,
    }))
    await record(tx, ctx, { noun, id, deed: 'addFile', from: status, to: status, formKey: key, after })
    return true
  })
}
