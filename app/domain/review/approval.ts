import type { AccountId } from '../shared/ids.ts'

/** 初审 by the handler and 复核 by the approver; a product needs the second one only. */
export const approvalSteps = ['initial', 'final'] as const
export type ApprovalStep = (typeof approvalSteps)[number]

/** An officer's consent to one content at one revision of its object. */
export interface Approval {
  step: ApprovalStep
  /** SHA-256 of the canonical content. */
  hash: string
  rev: number
  by: AccountId
}

/**
 * The consent that counts: to this very content at this very revision. A return, an edit or a re-submission moves the
 * revision on, so that whatever was approved before is void, even if the words came back unchanged.
 */
export function standingApproval<A extends Approval>(
  approvals: readonly A[],
  now: { step: ApprovalStep; hash: string; rev: number },
): A | null {
  const stands = ({ step, hash, rev }: A) => step === now.step && hash === now.hash && rev === now.rev
  return approvals.find(stands) ?? null
}

/** The last consent of this step that does not count any more, as long as none has taken its place. */
export function voidApproval<A extends Approval>(
  approvals: readonly A[],
  now: { step: ApprovalStep; hash: string; rev: number },
): A | null {
  if (standingApproval(approvals, now)) return null
  return approvals.findLast(({ step }) => step === now.step) ?? null
}
