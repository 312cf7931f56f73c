import type { ClaimRecord } from '#db/queries/rewards.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import type { RewardClaim } from '#domain/rewards/claim.ts'
import type { Assessment } from '#domain/rewards/reward.ts'

interface Judged {
  facts: { form: ClaimForm; facts: RewardClaim }
  assessment: Assessment
}

/**
 * The claim as the page of a decision shows it: facts, verdict, ceilings and headroom by the rules of that moment,
 * the notice, what is in the ledger. The trace follows from these and is not kept twice.
 */
export function claimContent(
  { claim, firm, pilot, version, ledger }: ClaimRecord,
  { facts, assessment }: Judged,
) {
  const { trace: _, ...result } = assessment
  return {
    number: claim.number,
    firm: { name: firm.name, uscc: claim.uscc },
    pilot: { number: pilot.number, acceptedAt: pilot.acceptedAt },
    product: { name: version.name, version: version.version },
    ...facts,
    assessment: result,
    notice: { from: claim.noticeFrom, to: claim.noticeTo },
    approvedFen: claim.approvedFen,
    ledger,
  }
}
