import { type AttachmentRow, listAttachments } from '#db/queries/files.ts'
import type { FileKind, FilePurpose, HolderNoun, ScanState } from '#domain/files/file.ts'
import { fileLimits, purposesOf } from '#domain/files/file.ts'
import { canChangeFiles, canFetchFile, canSeeFile, type FileHolder } from '#domain/files/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { FileId } from '#domain/shared/ids.ts'
import { type Verdict, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { loadHolder } from './holder.ts'

/** A file as a list shows it. */
export interface FileView {
  id: FileId
  purpose: FilePurpose
  name: string
  kind: FileKind
  bytes: number
  createdAt: Date
  /** Null for readers outside the organisation and the bureau, who get only what may be handed out. */
  scan: ScanState | null
  /** Whether it can be fetched now. */
  open: boolean
  /** There is a small picture of it. */
  picture: { width: number; height: number } | null
  /** The number of the addendum that brought it; null where it came with the first publication. */
  addendum: number | null
}

// public: the holder carries its own policy's verdicts, and `canSeeFile` is asked for every row
/** The files of an object in the version that this actor reads, in the order in which they came. */
export async function filesOf(ctx: Context, holder: FileHolder): Promise<FileView[]> {
  const rows = await listAttachments(ctx.db, holder.noun, holder.id)
  return rows.filter(row => canSeeFile(ctx.actor, holder, row).ok).map(row => viewOf(ctx, holder, row))
}

/** A row as this reader is shown it; whether they may see it at all has been asked before. */
export function viewOf({ actor }: Context, holder: FileHolder, row: AttachmentRow): FileView {
  const { id, purpose, name, kind, bytes, createdAt, scan, thumbnailKey, width, height } = row
  const open = canFetchFile(actor, holder, row).ok
  const isDesk = isMember(actor, holder.organizationId) || holder.readsDraft
  const picture = open && thumbnailKey && width && height ? { width, height } : null
  const shown = { id, purpose, name, kind, bytes, createdAt, scan: isDesk ? scan : null, open, picture }
  return { ...shown, addendum: row.addedIn }
}

export interface FilesPage {
  noun: HolderNoun
  id: string
  title: string
  files: FileView[]
  can: Verdict
  purposes: readonly FilePurpose[]
  /** How many more the object takes. */
  room: number
  formKey: string
}

/** The page on which an object's files are added and removed; whoever sees the object may read it. */
export async function showFiles(ctx: Context, noun: unknown, id: unknown): Promise<FilesPage> {
  const { holder, title } = await loadHolder(ctx, noun, id)
  permit(isSignedIn(ctx.actor))
  // Readers of a scenario see photos of its site there, and not the profile's own page of them.
  permit(when(holder.noun !== 'site' || isMember(ctx.actor, holder.organizationId), 'site.unknown'))
  const files = await filesOf(ctx, holder)
  return {
    ...{ noun: holder.noun, id: holder.id, title, files },
    can: canChangeFiles(ctx.actor, holder),
    purposes: purposesOf[holder.noun],
    room: Math.max(0, fileLimits.perObject - files.length),
    formKey: newFormKey(),
  }
}
