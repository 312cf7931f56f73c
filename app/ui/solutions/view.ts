import type { Verdict } from '#domain/shared/verdict.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { ConsentStatus } from '#domain/solutions/parts.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Source } from '#domain/vocabulary.ts'

export interface PartView {
  productId: string
  name: string
  version: number
  quantity: number
  role: string
  organization: { name: string; firm: string | null }
  isPublic: boolean
  isOutdated: boolean
  consent: ConsentStatus | null
  isOurs: boolean
  accepted: number
}

/** A solution as its page draws it for one reader. */
export interface SolutionPageView {
  id: string
  number: string | null
  rev: number
  status: SolutionStatus
  source: Source
  isPublic: boolean
  organization: { name: string; firm: string | null }
  content: SolutionDraft
  version: number
  versions: readonly { version: number; publishedAt: Date | null; isPublic: boolean; isShown: boolean }[]
  parts: readonly PartView[]
  reader: 'public' | 'partner' | 'member' | 'officer'
  history: readonly { deed: string; at: Date; by: string; reason: string | null }[]
  missing: readonly { field: string; error: string }[]
  can: Record<'edit' | 'submit' | 'review' | 'revise' | 'withdraw', Verdict>
}
