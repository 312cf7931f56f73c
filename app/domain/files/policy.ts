import type { Actor } from '../shared/actor.ts'
import { holds, isMember } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { FilePurpose, HolderNoun, ScanState } from './file.ts'

/** The object that files belong to, as its own policy judges it for this actor. */
export interface FileHolder {
  noun: HolderNoun
  id: string
  organizationId: OrganizationId
  /** Whether the actor may see the object at all. */
  see: Verdict
  /** Whether the actor may change the object as it is now. */
  edit: Verdict
  /** Reads what is being drafted; everybody else reads what was published. */
  readsDraft: boolean
  /** When what the public reads was published; null while it reads nothing. */
  publishedAt: Date | null
}

export interface FileFacts {
  purpose: FilePurpose
  scan: ScanState
  createdAt: Date
  removedAt: Date | null
  /** Came with the form of an addendum, and the numbers of the addenda that published and withdrew it. */
  addendumKey: string | null
  addedIn: number | null
  withdrawnIn: number | null
}

/** Uploaded for an addendum that is not published yet. */
export const isWaiting = ({ addendumKey, addedIn }: Pick<FileFacts, 'addendumKey' | 'addedIn'>): boolean =>
  addendumKey !== null && addedIn === null

/** 上传、移除附件: who may change the object may change its files, and after publication nobody may. */
export function canChangeFiles(_actor: Actor, holder: FileHolder): Verdict {
  return all(holder.see, holder.edit)
}

/**
 * Whether the file stands in what the actor reads of the object: the draft as it is now, or what was published, to
 * which a later draft adds nothing and from which it takes nothing, but an addendum does both.
 */
export function isPartOf(file: FileFacts, holder: FileHolder): boolean {
  return file.withdrawnIn === null && wasPartOf(file, holder)
}

/** The same of any version that the actor could read: what an addendum withdrew stays to be compared. */
export function wasPartOf(file: FileFacts, { noun, readsDraft, publishedAt }: FileHolder): boolean {
  if (isWaiting(file)) return false
  // A photo of a site that its people take away is away from every scenario too.
  if (readsDraft || (noun === 'site' && file.removedAt !== null)) return file.removedAt === null
  if (publishedAt === null || (file.addedIn === null && file.createdAt > publishedAt)) return false
  return file.removedAt === null || file.removedAt > publishedAt
}

/** 研制经费材料 is read by its own firm and by the officers who decide on it, never by the public. */
export function canSeeFile(actor: Actor, holder: FileHolder, file: FileFacts): Verdict {
  return all(when(isPartOf(file, holder), 'file.unknown'), isOpenTo(actor, holder, file))
}

function isOpenTo(actor: Actor, holder: FileHolder, file: FileFacts): Verdict {
  const isPrivate = file.purpose === 'funding'
  const isDesk = isMember(actor, holder.organizationId) || holds(actor, 'handler', 'approver')
  return all(
    when(holder.see.ok, 'file.unknown'),
    when(!isPrivate || (isDesk && holder.readsDraft), 'file.unknown'),
    // What is not known to be clean is shown to its own people by name only.
    when(file.scan !== 'infected' || isMember(actor, holder.organizationId), 'file.unknown'),
  )
}

/**
 * Handing it out: a file that waits for its check, or has failed it, stays where it is. What an addendum withdrew is
 * handed to whoever could read it before; what waits for one, to its own people.
 */
export function canFetchFile(actor: Actor, holder: FileHolder, file: FileFacts): Verdict {
  const isOwnDraft = isWaiting(file) && file.removedAt === null && isMember(actor, holder.organizationId)
  return all(
    when(isOwnDraft || wasPartOf(file, holder), 'file.unknown'),
    isOpenTo(actor, holder, file),
    when(file.scan === 'off' || file.scan === 'clean', 'file.unknown'),
  )
}
