import { z } from 'zod'
import { findAttachment, lockHolder, removeAttachment } from '#db/queries/files.ts'
import { canChangeFiles, canSeeFile } from '#domain/files/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, isRefusal, permit, Refusal } from '../refusal.ts'
import { indexFiles } from '../search/sync.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { loadHolder } from './holder.ts'

export const RemoveFile = z.object({ id: id.file, formKey })
export type RemoveFile = z.infer<typeof RemoveFile>

/** 移除附件: history keeps that it was there; what was published with it keeps showing it until the next publication. */
export async function removeFile(ctx: Context, input: RemoveFile): Promise<{ noun: string; id: string }> {
  const { id: fileId, formKey: key } = RemoveFile.parse(input)
  const file = found(await findAttachment(ctx.db, fileId), 'file.unknown')
  const { holder, status } = await loadHolder(ctx, file.noun, file.objectId).catch(error => {
    throw isRefusal(error) && error.code === 'notFound' ? new Refusal('notFound', 'file.unknown') : error
  })
  const { noun, id: objectId } = holder
  if (await alreadyDone(ctx.db, objectId, key)) return { noun, id: objectId }
  permit(canSeeFile(ctx.actor, holder, file))
  permit(canChangeFiles(ctx.actor, holder))
  await inTransaction(ctx, async tx => {
    await lockHolder(tx, noun, objectId)
    permit(canChangeFiles(ctx.actor, (await loadHolder({ ...ctx, db: tx }, noun, objectId)).holder))
    const by = { removedAt: ctx.now, removedBy: accountIdOf(ctx.actor) }
    if (!(await removeAttachment(tx, fileId, by))) throw new Refusal('conflict', 'file.gone')
    const { name, kind, sha256, purpose } = file
    const before = { name, kind, sha256, purpose }
    const told = { noun, id: objectId, deed: 'removeFile', from: status, to: status }
    await record(tx, ctx, { ...told, formKey: key, before })
    await indexFiles(tx, ctx, noun, objectId)
  })
  return { noun, id: objectId }
}
