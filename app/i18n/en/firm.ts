import type { Shape } from '../translate.ts'
import type { firm as zh } from '../zh/firm.ts'

export const firm = {
  title: 'Organisations',
  reported: 'From public reports; this organisation is not a user of the platform',
  verifiedSince: 'verified since {day}',
  facts: 'About it',
  factsNote: 'Only what this organisation has made public. No ranking, no personal data.',
  uscc: 'Unified social credit code',
  regions: 'Regions its products serve',
  capabilities: 'Verified for',
  accepted: 'Accepted pilots',
  acceptedN: '{n}',
  acceptedOf: '{n} accepted of {total} pilots that are over',
  products: 'Public products: {n}',
  scenarios: 'Public scenarios: {n}',
  entries: 'Catalog entries: {n}',
  cases: 'Deployments of products not named ({n})',
  casesReported: 'From public reports, not verified with the organisation',
  firstOf: 'the newest {n} of {total}',
} satisfies Shape<typeof zh>
