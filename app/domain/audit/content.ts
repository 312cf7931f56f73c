/** The organisation's deeds that somebody decides on; what it does about its people is personal and kept as a digest. */
const organizationDeeds = ['found', 'enrol', 'edit', 'ask', 'verify', 'suspend', 'restore']
const decisions = ['endorse', 'grant', 'refuse', 'revoke']
/** What is put by for an addendum is a draft beside something that is published. */
const staging = ['stageFile', 'dropFile']
/** The trip's nouns; of accounts, offices, invitations and access nothing but a digest is ever kept. */
const kept = [
  'scenario',
  'product',
  'solution',
  'bid',
  'pilot',
  'claim',
  'entry',
  'concept',
  'weights',
  'introduction',
  'inquiry',
]

/**
 * Whether an act put something before somebody, so that its content stays readable beside the chain: not a draft in
 * its author's hand, not what is personal (who was asked to
 * review among it), and not a bid that is still sealed.
 */
export function keepsContent({ noun, deed, to }: { noun: string; deed: string; to: string }): boolean {
  if (noun === 'organization') {
    const [verb = ''] = deed.split('.')
    return organizationDeeds.includes(deed) || decisions.includes(verb)
  }
  if (noun === 'bid') return !['draft', 'submitted', 'withdrawn'].includes(to)
  // 退回 is a decision on what was submitted, although the object is a draft again afterwards.
  const drafting = (['draft', 'returned'].includes(to) && deed !== 'return') || staging.includes(deed)
  return kept.includes(noun) && !drafting && deed !== 'assign'
}
