import { z } from 'zod'
import { countAttachments, insertAttachments, lockHolder, type NewAttachment } from '#db/queries/files.ts'
import { fileLimits, filePurposeIds, holderNouns, purposesOf } from '#domain/files/file.ts'
import { canChangeFiles } from '#domain/files/policy.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { FileId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { type Held, loadHolder } from './holder.ts'
import { type FileRow, orderJobs, spendDay, takeUploads } from './take.ts'
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
  await takeUploads(ctx, uploads, rows =>
    save(ctx, held, { rows: rows.map(row => ({ ...row, noun, purpose })), key }),
  )
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
    await spendDay(tx, ctx, { organizationId, rows })
    const made = rows.map(row => ({
      ...row,
      id: newId<FileId>(),
      organizationId,
      objectId: id,
    }))
    await insertAttachments(tx, made)
    await orderJobs(tx, made)
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
