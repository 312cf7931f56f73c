import type { OrganizationStatus, Source } from '../vocabulary.ts'

/** Below so many cases a share would tell about single ones, so only the public list itself is shown. */
export const fewestForShare = 5

/**
 * 单位公开页: for a verified organisation, and for one that is known from public reports, as soon as something of it is
 * public. A suspended one, and one that only drafts, has no page.
 */
export function hasFirmPage(
  { status, source }: { status: OrganizationStatus; source: Source },
  publicObjects: number,
): boolean {
  return publicObjects > 0 && (status === 'verified' || source === 'report') && status !== 'suspended'
}

/** Where a link on one of its public objects may lead; null where there is no such page. */
export function firmPageOf<I extends string>(organization: {
  id: I
  status: OrganizationStatus
  source: Source
}): I | null {
  return hasFirmPage(organization, 1) ? organization.id : null
}

/** A share with its denominator, or null where the denominator is too small to be shown. */
export function shareOf(part: number, whole: number): { part: number; whole: number } | null {
  return whole >= fewestForShare ? { part, whole } : null
}
