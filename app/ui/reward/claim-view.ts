import type { ClaimForm } from '#domain/rewards/application.ts'
import type { EligibilityVerdict } from '#domain/rewards/eligibility.ts'
import type { ClaimDeed, ClaimStatus } from '#domain/rewards/lifecycle.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Calculated, CalculationView } from './view.ts'

/** A claim as its page shows it; the service's `ClaimPage` fits. */
export interface ClaimView {
  id: string
  number: string | null
  status: ClaimStatus
  rev: number
  firm: { name: string; source: Source; uscc: string }
  pilot: { id: string; number: string | null; title: string; acceptedAt: Date | null }
  product: { id: string; name: string; version: number }
  form: ClaimForm
  calculation: Calculated
  kept: {
    verdict: EligibilityVerdict
    ceiling: number | null
    at: Date
    differs: boolean
    whole: boolean
  }
  notice: { from: string; to: string; over: boolean } | null
  approved: { fen: number; capYear: number; basis: string | null } | null
  ledger: { serial: string; fen: number; kind: 'grant' | 'reversal'; capYear: number; at: Date }[]
  history: { deed: string; to: string; by: string; at: Date; reason: string | null }[]
  can: Record<ClaimDeed | 'edit' | 'claimAgain', Verdict>
  formKey: string
  now: Date
}

/** The same with its facts in words, for the page that shows why. */
export interface SpokenClaim extends ClaimView {
  calculation: CalculationView
}

/** Whether the claim is still judged anew at every step. */
export const isOpen = (status: ClaimStatus): boolean =>
  ['draft', 'submitted', 'precheck', 'review', 'notice'].includes(status)
