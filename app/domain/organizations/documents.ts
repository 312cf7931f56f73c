import type { Day } from '../shared/dates.ts'
import { addDays } from '../shared/dates.ts'
import type { DocumentKind } from '../vocabulary.ts'

/** Owners are reminded once, this many days before a document runs out. */
export const reminderDays = 30

export type DocumentStanding = 'valid' | 'expiring' | 'expired'

/** 有效期: the last day still counts; null is without end. */
export function standingOfDocument(validUntil: string | null, today: Day): DocumentStanding {
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'expired'
  return validUntil <= addDays(today, reminderDays) ? 'expiring' : 'valid'
}

interface Kept {
  kind: DocumentKind
  validUntil: string | null
}

export function hasValidRegistration(documents: readonly Kept[], today: Day): boolean {
  return documents.some(
    ({ kind, validUntil }) => kind === 'registration' && standingOfDocument(validUntil, today) !== 'expired',
  )
}
