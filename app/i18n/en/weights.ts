import type { Shape } from '../translate.ts'
import type { weights as zh } from '../zh/weights.ts'

/** All versions of the matching weights, for everybody to read. */
export const weights = {
  title: 'Matching weights',
  lead: 'Matches are scored by a public formula; these are all versions of its weights. Each change is proposed by one officer, reviewed and published by another, and holds from then on. Musts are no weights and no version can change them.',
  facts: { inForce: 'Version {version} in force', count: '{n} in all' },
  formula: 'The formula with the weights in force',
  version: 'Version {version}',
  now: 'In force',
  since: 'Since {day}',
  builtIn: 'The weights that the platform began with',
  by: 'Proposed by the {proposer}, published by the {publisher}',
  office: { handler: 'bureau’s handling desk', approver: 'bureau’s review desk' },
  origin: { learned: 'Learned from use' },
  grounds: 'Why',
  seen: 'Worked out before the publication ({time}, as of audit entry {seq}): of {looked} scenarios looked at the first ten of {ten} would change; {pairs} pairs.',
  see: 'The formula of this version',
  changes: 'What changed',
  first: 'The first version; there is none before it.',
  side: { demand: 'Demand side', supply: 'Supply side', discount: 'Discount for unknowns' },
  column: { part: 'Weight', change: 'Change', by: 'By' },
  points: '{by} points',
  act: {
    propose: 'Propose a change',
    learn: 'Learn from use',
    proposals: 'Proposals',
    waiting: '{n} waiting for review',
  },
} satisfies Shape<typeof zh>
