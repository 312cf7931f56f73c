import { accountDeeds } from './account-deeds.ts'
import { catalogDeeds } from './catalog-deeds.ts'
import { conceptDeeds } from './concept-deeds.ts'
import type { Deed } from './deed.ts'
import { fileDeeds } from './file-deeds.ts'
import { holdDeeds } from './hold-deeds.ts'
import { importDeeds } from './import-deeds.ts'
import { marketDeeds } from './market-deeds.ts'
import { foundingDeeds, organizationDeeds } from './organization-deeds.ts'
import type { Role } from './people.ts'
import { pilotDeeds } from './pilot-deeds.ts'
import { searchDeeds } from './search-deeds.ts'
import { siteDeeds } from './site-deeds.ts'
import { solutionDeeds } from './solution-deeds.ts'
import { talkDeeds } from './talk-deeds.ts'
import { weightsDeeds } from './weights-deeds.ts'

const open = (answer: (role: Role) => number): Deed => ({
  may: '',
  sees: 'all',
  open: answer,
  make: () => Promise.reject(new Error('nothing to make')),
})

/** A form about oneself that was sent empty: a guest is asked to sign in. */
const own = open(role => (role === 'guest' ? 302 : 422))

/** Every action of the build has its line here. */
export const deeds: Record<string, Deed> = {
  'sign-in': open(role => (role === 'guest' ? 422 : 302)),
  'sign-out': open(() => 303),
  preferences: open(() => 303),
  notifications: open(role => (role === 'guest' ? 302 : 303)),
  'api/v1/rewards/estimate': open(() => 422),
  'api/*': open(() => 404),
  // Without a form these say so to everybody; `tests/services/credentials.test.ts` proves what they do with one.
  'sign-in/second-factor': open(() => 302),
  register: open(role => (role === 'guest' ? 422 : 302)),
  'confirm/:token': open(() => 422),
  reset: open(() => 422),
  'reset/:token': open(() => 422),
  'officers/join/:token': open(() => 422),
  // With the right password: `tests/services/credentials.test.ts`.
  'account/password': own,
  'account/email': own,
  'account/email/:token': open(() => 404),
  'account/second-factor': own,
  // An account that is gone asks no more; `tests/services/privacy.test.ts` proves what erasing takes and leaves.
  'account/privacy': own,
  ...accountDeeds,
  ...marketDeeds,
  ...holdDeeds,
  ...solutionDeeds,
  ...talkDeeds,
  ...fileDeeds,
  ...siteDeeds,
  ...conceptDeeds,
  // Only who proposed it may: `tests/services/concepts.test.ts`. Whoever else sends a form without a proposal is told so.
  'concepts/proposals/:proposalId/withdrawal': open(() => 422),
  ...weightsDeeds,
  // Only who proposed it may: `tests/services/weights.test.ts`. Whoever else sends a form without a proposal is told so.
  'weights/proposals/:proposalId/withdrawal': open(() => 422),
  // Learning needs more than the matrix has recorded: `tests/services/weights.test.ts`.
  'weights/learning': open(role => (role === 'guest' ? 302 : 422)),
  ...searchDeeds,
  // A mail program's own press, without which it says so to everybody: `tests/http/search-feed.test.ts`.
  'searches/unsubscribe': open(() => 422),
  'notifications/matches/unsubscribe': open(() => 422),
  ...importDeeds,
  // Who may send a file is asked before it is read; `tests/services/imports.test.ts` proves what becomes of it.
  'imports/new': open(role =>
    role === 'guest' ? 302 : ['demand', 'supply', 'both'].includes(role) ? 422 : 403,
  ),
  ...pilotDeeds,
  ...catalogDeeds,
  ...organizationDeeds,
  ...foundingDeeds,
}
