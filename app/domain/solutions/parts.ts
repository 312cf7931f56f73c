import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** 供货方确认: asked when a draft names another firm's product, and again when its quantity or role changes. */
export const consentStatuses = ['asked', 'confirmed', 'declined'] as const
export type ConsentStatus = (typeof consentStatuses)[number]

/** One product of a bundle, as far as the rules go. */
export interface PartFacts {
  name: string
  /** Whether anybody may still see the product. */
  isPublic: boolean
  /** Null for the firm's own product, which asks nobody. */
  consent: ConsentStatus | null
}

/** Why a bundle cannot be submitted or published: a product that is gone, or a firm that has not said yes. */
export function partsReady(parts: readonly PartFacts[]): Verdict {
  return all(
    ...parts.map(({ name, isPublic }) => when(isPublic, 'solution.partGone', { name })),
    ...parts.map(({ name, consent }) => when(consent !== 'declined', 'solution.consentDeclined', { name })),
    ...parts.map(({ name, consent }) => when(consent !== 'asked', 'solution.consentMissing', { name })),
  )
}
