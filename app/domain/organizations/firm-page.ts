import type { OrganizationStatus, Source } from '../vocabulary.ts'

/** Below so many cases a share would tell about single ones, so only the public list itself is shown. */
export const fewestForShare = 5

/** What a record is filed under whose report names no organisation: many different ones, so it is nobody's page. */
export const unnamedInReports = { demand: '报道未载明单位', supply: '报道未载明厂商' } as const
const unnamed: readonly string[] = Object.values(unnamedInReports)

/**
 * 单位公开页: for a verified organisation, and for one that is known from public reports, as soon as something of it is
 * public. A suspended one, and one that only drafts, has no page.
 */
export function hasFirmPage(
  { name, status, source }: { name: string; status: OrganizationStatus; source: Source },
  publicObjects: number,
): boolean {
  if (source === 'report' && unnamed.includes(name)) return false
  return publicObjects > 0 && (status === 'verified' || source === 'report') && status !== 'suspended'
}

/** Where a link on one of its public objects may lead; null where there is no such page. */
export function firmPageOf<I extends string>(organization: {
  id: I
  name: string
  status: OrganizationStatus
  source: Source
}): I | null {
  return hasFirmPage(organization, 1) ? organization.id : null
}

/** A share with its denominator, or null where the denominator is too small to be shown. */
export function shareOf(part: number, whole: number): { part: number; whole: number } | null {
  return whole >= fewestForShare ? { part, whole } : null
}
