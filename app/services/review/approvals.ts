import { lastContents } from '#db/queries/audit-content.ts'
import type { ApprovalRow } from '#db/queries/reviews.ts'
import { listApprovals } from '#db/queries/reviews.ts'
import { standingApproval, voidApproval } from '#domain/review/approval.ts'
import type { ContentChange } from '#domain/shared/content-diff.ts'
import { diffContent } from '#domain/shared/content-diff.ts'
import type { Context } from '../context.ts'

export interface ApprovalView {
  by: string
  at: Date
  hash: string
  opinion: string | null
}

/** Where an object stands with the bureau: which consent counts, and which one does not any more. */
export interface ApprovalState {
  /** SHA-256 of the content as it is now; a decision names it. */
  hash: string
  initial: ApprovalRow | null
  /** 已失效: given to other words or to an earlier round. */
  lapsed: { approval: ApprovalView; changes: ContentChange[] } | null
}

// public: whoever asks has loaded the object by its policy and shows this to officers only
/** The initial approval of an object at this revision and content. */
export async function approvalState(
  ctx: Context,
  now: { noun: string; id: string; hash: string; rev: number; content: object },
): Promise<ApprovalState> {
  const rows = await listApprovals(ctx.db, now.id)
  const wanted = { step: 'initial' as const, hash: now.hash, rev: now.rev }
  const initial = standingApproval(rows, wanted)
  const gone = voidApproval(rows, wanted)
  if (!gone) return { hash: now.hash, initial, lapsed: null }
  const content = now.content as Record<string, unknown>
  const approved = gone.hash === now.hash ? content : await contentOf(ctx, now, gone.hash)
  const changes = approved ? diffContent(approved, content) : []
  return { hash: now.hash, initial, lapsed: { approval: viewOf(gone), changes } }
}

/** The words that were approved, as the audit keeps them. */
async function contentOf(
  ctx: Context,
  { noun, id }: { noun: string; id: string },
  pinned: string,
): Promise<Record<string, unknown> | null> {
  const wish = { key: pinned, noun, objectId: id, until: Number.MAX_SAFE_INTEGER, pinned }
  const [kept] = await lastContents(ctx.db, [wish])
  return kept?.hash === pinned ? (JSON.parse(kept.content) as Record<string, unknown>) : null
}

export const viewOf = ({ name: by, at, hash, opinion }: ApprovalRow): ApprovalView => ({
  ...{ by, at, hash, opinion },
})
