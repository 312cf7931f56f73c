import type { Readable } from 'node:stream'
import { findAttachment } from '#db/queries/files.ts'
import { fileKinds } from '#domain/files/file.ts'
import { canFetchFile } from '#domain/files/policy.ts'
import type { FileId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, isRefusal, permit, Refusal } from '../refusal.ts'
import { loadHolder } from './holder.ts'
import { FileGone } from './store.ts'

export interface FetchedFile {
  body: Readable
  name: string
  type: string
  /** Unknown for thumbnails. */
  bytes: number | null
  /** What the public may read of the object; else it is nobody's business to keep it. */
  isPublic: boolean
}

/** A file to be handed out, as far as this actor may see it and it has passed its check; all else answers 404. */
export async function fetchFile(ctx: Context, id: unknown, part: 'file' | 'thumbnail'): Promise<FetchedFile> {
  const fileId = found(parseId<FileId>(id), 'file.unknown')
  const row = found(await findAttachment(ctx.db, fileId), 'file.unknown')
  const { holder } = await loadHolder(ctx, row.noun, row.objectId).catch(error => {
    throw isRefusal(error) && error.code === 'notFound' ? new Refusal('notFound', 'file.unknown') : error
  })
  permit(canFetchFile(ctx.actor, holder, row))
  const key = found(part === 'file' ? row.storeKey : row.thumbnailKey, 'file.unknown')
  const body = await ctx.files.get(key).catch(error => {
    throw error instanceof FileGone ? new Refusal('notFound', 'file.unknown') : error
  })
  return {
    body,
    name: row.name,
    type: part === 'file' ? fileKinds[row.kind].type : 'image/webp',
    bytes: part === 'file' ? row.bytes : null,
    // What a site shows may be taken back, and may be for verified firms alone.
    isPublic:
      holder.publishedAt !== null &&
      !holder.readsDraft &&
      row.purpose !== 'funding' &&
      holder.noun !== 'site',
  }
}
