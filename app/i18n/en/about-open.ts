import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about-open.ts'

export const about = {
  open: {
    addresses: 'Addresses',
    addressesNote: 'Read only, JSON',
    what: 'What',
    example: 'Example',
    address: {
      search: 'Search; index is scenarios, products or catalog',
      scenarios: 'Scenarios, by domain, district and kind',
      products: 'Products, by kind of robot, domain and maturity',
      catalog: 'The catalog of typical scenarios, from the public notice on',
      one: 'One of them; products and catalog entries likewise',
      estimate: 'Reward estimate: verdicts, ceilings and clauses',
      document: 'The full description (OpenAPI 3.1)',
    },
    rules: 'Conventions',
    public: 'Only what anybody may see: no drafts, no sealed bids, no personal data.',
    absent: 'An undisclosed figure is absent or null; do not read it as 0.',
    money: 'Money is a whole number of fen (0.01 yuan); moments are UTC.',
    errors: 'Errors are RFC 9457 problem+json; the values of reason are stable.',
    reports:
      'Reported cases are worded by this platform; the linked sources are authoritative. Please cite them too.',
  },
} satisfies Shape<typeof zh>
