import type { Party, Role, Seat } from './people.ts'
import type { Noun, ObjectKey } from './world.ts'

// Who may read what, by hand and apart from the policies: a route or a state that stands in no line here is closed.

/** Readers by name; `demand`, `supply`, `assigned` and `district` are those of the object's own set, `all` is everybody, the guest too. */
export type Readers = string
const bureau = 'handler approver auditor'
const desk = 'handler approver'

/** Who knows that an object in this state is there at all; it does not exist for anybody else (404). */
export const sight: Record<ObjectKey, Readers> = {
  'scenario.draft': 'demand',
  'scenario.submitted': `demand ${bureau} district`,
  'scenario.published': 'all',
  'scenario.accepted': 'all',
  'product.draft': 'supply',
  'product.submitted': `supply ${bureau}`,
  'product.published': 'all',
  'solution.draft': 'supply',
  'solution.submitted': `supply ${bureau}`,
  'solution.published': 'all',
  'bid.submitted': 'supply',
  'bid.selected': `demand supply ${bureau}`,
  'pilot.running': `demand supply ${bureau} district`,
  'pilot.accepted': `demand supply ${bureau} district`,
  'claim.draft': 'supply',
  'claim.submitted': `supply ${bureau}`,
  'entry.nominated': `demand supply ${bureau} district`,
  'entry.expertReview': `demand supply ${bureau} district assigned`,
  'entry.notice': 'all',
  'organization.verified': `demand ${bureau} district`,
  'site.current': 'demand',
}

/** Nouns of which a guest is not even told whether the id exists: they are asked to sign in first. */
export const signInFirst: readonly Noun[] = ['pilot', 'claim', 'organization', 'site']

/** What GET answers. */
export type Page =
  /** Readers of a page without an object; others get 403, a guest is asked to sign in. */
  | { to: Readers; ok?: 200 | 302 | 404 | 405 | 422 }
  /** A page of an object for all who see it; `signedIn` asks a guest to sign in first. */
  | {
      of: Noun
      signedIn?: boolean
      only?: Partial<Record<ObjectKey, Readers>>
      hides?: boolean
      api?: boolean
    }
  /** A form of one button: nothing to read. */
  | { button: true }

const everybody: Page = { to: 'all' }
const person: Page = { to: 'signedIn' }
const button: Page = { button: true }
const of = (noun: Noun): Page => ({ of: noun })
const deedOf = (noun: Noun): Page => ({ of: noun, signedIn: true })
/** What the public may read of them, and nothing else, whoever asks. */
const apiOf = (noun: Noun): Page => ({ of: noun, api: true })

/** A page of something inside an organisation, asked for without it. */
const inside: Page = {
  of: 'organization',
  signedIn: true,
  only: { 'organization.verified': '' },
  hides: true,
}

const members = 'demand supply both'
const partyEdits = (noun: Noun, party: Readers, keys: ObjectKey[]): Page => ({
  of: noun,
  signedIn: true,
  only: Object.fromEntries(keys.map(key => [key, party])),
})

export const pages: Record<string, Page> = {
  '': everybody,
  search: everybody,
  'search/suggestions': everybody,
  'search.atom': everybody,
  searches: person,
  'searches/new': person,
  // What a letter's token opens is proved by `tests/http/search-feed.test.ts`, whose search is whose by `tests/services/saved-searches.test.ts`.
  'searches/stop': { to: 'all', ok: 404 },
  'searches/unsubscribe': { to: 'all', ok: 302 },
  // What this token opens is proved by `tests/services/match-letters.test.ts`.
  'notifications/matches/stop': { to: 'all', ok: 404 },
  'notifications/matches/unsubscribe': { to: 'all', ok: 302 },
  'searches/:savedSearchId': { to: 'signedIn', ok: 404 },
  'searches/:savedSearchId/pause': button,
  'searches/:savedSearchId/removal': button,
  'about/formula': everybody,
  'about/data': everybody,
  'about/open-data': everybody,
  'about/accessibility': everybody,
  compare: everybody,
  'compare.csv': everybody,
  // Who has a page is proved by `tests/services/firms.test.ts`.
  'firms/:organizationId': { to: 'all', ok: 404 },
  deployments: person,
  'deployments/removal': button,
  imports: person,
  'imports/new': person,
  'imports/template': { to: 'all', ok: 404 },
  'imports/export': { to: 'signedIn', ok: 404 },
  // Whose import one may see is proved by `tests/services/imports.test.ts`.
  'imports/:importId': { to: 'signedIn', ok: 404 },
  'imports/:importId/errors.xlsx': { to: 'signedIn', ok: 404 },
  'imports/:importId/start': button,
  'imports/:importId/cancellation': button,
  'imports/:importId/submission': { to: 'signedIn', ok: 404 },
  'imports/:importId/submission/start': button,
  'imports/:importId/submission/cancellation': button,
  market: { to: `${bureau} district` },
  'market/exposure.csv': { to: bureau },
  risk: everybody,
  parts: everybody,
  'sign-in': { to: 'all', ok: 302 },
  'sign-out': { to: 'all', ok: 302 },
  preferences: { to: 'all', ok: 302 },
  'sign-in/second-factor': { to: 'all', ok: 302 },
  register: everybody,
  'confirm/:token': { to: 'all', ok: 404 },
  reset: everybody,
  'reset/:token': { to: 'all', ok: 404 },
  account: person,
  'account/password': person,
  'account/email': person,
  'account/email/:token': person,
  'account/sessions': person,
  'account/second-factor': person,
  'account/mail': button,
  'account/mail/matches': button,
  'account/privacy': person,
  'account/export': person,
  officers: { to: 'administrator' },
  'officers/invitations': button,
  'officers/relief': { to: 'administrator', ok: 404 },
  'officers/join/:token': { to: 'all', ok: 404 },
  'about/privacy': everybody,
  'notifications/matrix': everybody,
  notifications: person,
  mailbox: { to: 'all', ok: 404 },
  workspace: person,
  queue: { to: `${bureau} expert district` },
  audit: { to: bureau },
  // The log knows numbers, not ids; whose row one may open is proved by `tests/services/audit-page.test.ts`.
  'audit/:seq': { to: bureau, ok: 404 },
  'contacts/:accountId': { to: `${desk} auditor administrator`, ok: 404 },
  'recusals/:noun/:objectId': {
    of: 'scenario',
    signedIn: true,
    only: {
      'scenario.draft': '',
      'scenario.submitted': 'handler approver district',
      'scenario.published': 'handler approver expert district',
      'scenario.accepted': 'handler approver expert district',
    },
  },
  // Where it is too late for an opinion, its officer is told so.
  'recommendations/:noun/:objectId': partyEdits('scenario', 'district', [
    'scenario.draft',
    'scenario.submitted',
    'scenario.published',
    'scenario.accepted',
  ]),

  'organizations/new': person,
  'organizations/claim': { to: 'signedIn', ok: 404 },
  'organizations/:organizationId': deedOf('organization'),
  'organizations/:organizationId/edit': deedOf('organization'),
  'organizations/:organizationId/documents': deedOf('organization'),
  'organizations/:organizationId/documents/removal': button,
  'organizations/:organizationId/capabilities': deedOf('organization'),
  'organizations/:organizationId/requests/:requestId': inside,
  'organizations/:organizationId/suspension': deedOf('organization'),
  'organizations/:organizationId/relations': deedOf('organization'),
  'organizations/:organizationId/relations/lifting': inside,
  'organizations/:organizationId/claims/:claimId': inside,
  'organizations/:organizationId/members': deedOf('organization'),
  'organizations/:organizationId/members/:accountId': inside,
  'organizations/:organizationId/departure': button,
  'organizations/:organizationId/invitations': button,
  'organizations/:organizationId/departments': deedOf('organization'),
  'organizations/:organizationId/departments/:departmentId': inside,
  'invitations/:token': { to: 'all', ok: 404 },

  'files/of/:noun/:objectId': deedOf('scenario'),
  // Whose file one may have is proved by `tests/services/files.test.ts`.
  'files/:fileId': { to: 'all', ok: 404 },
  'files/:fileId/thumbnail': { to: 'all', ok: 404 },
  'files/:fileId/removal': button,

  scenarios: everybody,
  'scenarios/mine': person,
  'scenarios/new': { to: members },
  'scenarios/:scenarioId': of('scenario'),
  'scenarios/:scenarioId/matches': of('scenario'),
  'scenarios/:scenarioId/edit': partyEdits('scenario', 'demand', [
    'scenario.submitted',
    'scenario.published',
    'scenario.accepted',
  ]),
  'scenarios/:scenarioId/fits': partyEdits('scenario', '', [
    'scenario.submitted',
    'scenario.published',
    'scenario.accepted',
  ]),
  'scenarios/:scenarioId/autosave': button,
  'scenarios/:scenarioId/site': button,
  'scenarios/:scenarioId/submission': deedOf('scenario'),
  'scenarios/:scenarioId/approval': deedOf('scenario'),
  'scenarios/:scenarioId/addenda': of('scenario'),
  'scenarios/:scenarioId/addenda/new': deedOf('scenario'),
  'scenarios/:scenarioId/copy': deedOf('scenario'),
  'scenarios/:scenarioId/archive': button,
  'scenarios/:scenarioId/publication': deedOf('scenario'),
  'scenarios/:scenarioId/return': deedOf('scenario'),
  'scenarios/:scenarioId/withdrawal': deedOf('scenario'),
  'scenarios/:scenarioId/bids/new': deedOf('scenario'),
  // Where nobody has opened bids there is nothing to see, not even whether there are any.
  'scenarios/:scenarioId/bids': {
    of: 'scenario',
    hides: true,
    only: {
      'scenario.submitted': 'demand',
      'scenario.published': 'demand',
      'scenario.accepted': `demand supply ${bureau}`,
    },
  },
  'scenarios/:scenarioId/opening': button,

  concepts: everybody,
  'concepts/new': { to: desk },
  'concepts/proposals': { to: bureau },
  // Whose proposal one may decide is proved by the deeds below and `tests/services/concepts.test.ts`.
  'concepts/proposals/:proposalId': { to: 'signedIn', ok: 404 },
  'concepts/proposals/:proposalId/publication': button,
  'concepts/proposals/:proposalId/return': { to: 'signedIn', ok: 404 },
  'concepts/proposals/:proposalId/withdrawal': button,
  weights: everybody,
  'weights/new': { to: desk },
  'weights/learning': { to: bureau },
  'weights/proposals': { to: bureau },
  // Whose proposal one may decide is proved by the deeds below and `tests/services/weights.test.ts`.
  'weights/proposals/:proposalId': { to: 'signedIn', ok: 404 },
  'weights/proposals/:proposalId/publication': button,
  'weights/proposals/:proposalId/return': { to: 'signedIn', ok: 404 },
  'weights/proposals/:proposalId/withdrawal': button,
  sites: person,
  'sites/new': { to: members },
  'sites/:siteId': of('site'),
  'sites/:siteId/edit': of('site'),
  'sites/:siteId/retirement': button,
  'sites/:siteId/restoration': button,

  products: everybody,
  'products/mine': person,
  'products/new': { to: members },
  'products/:productId': of('product'),
  'products/:productId/matches': of('product'),
  'products/:productId/standing': {
    of: 'product',
    hides: true,
    only: {
      'product.draft': 'supply',
      'product.submitted': `supply ${bureau}`,
      'product.published': `supply ${bureau}`,
    },
  },
  'products/:productId/versions/:version': of('product'),
  'products/:productId/certificates': deedOf('product'),
  'products/:productId/certificates/removal': button,
  'products/:productId/deployments': deedOf('product'),
  'products/:productId/deployments/removal': button,
  'products/:productId/edit': partyEdits('product', '', ['product.submitted', 'product.published']),
  'products/:productId/submission': deedOf('product'),
  'products/:productId/publication': deedOf('product'),
  'products/:productId/return': deedOf('product'),
  'products/:productId/withdrawal': deedOf('product'),
  'products/:productId/revision': deedOf('product'),
  'products/:productId/suspension': deedOf('product'),
  'products/:productId/resumption': deedOf('product'),
  'products/:productId/appeal': deedOf('product'),

  solutions: everybody,
  'solutions/mine': person,
  'solutions/new': { to: members },
  'solutions/:solutionId': of('solution'),
  'solutions/:solutionId/edit': partyEdits('solution', '', ['solution.submitted', 'solution.published']),
  // Only the firm whose product is in it is asked; these have none of another firm.
  'solutions/:solutionId/consent': {
    ...{ of: 'solution', signedIn: true, hides: true },
    only: { 'solution.draft': '', 'solution.submitted': '', 'solution.published': '' },
  },
  'solutions/:solutionId/submission': deedOf('solution'),
  'solutions/:solutionId/publication': deedOf('solution'),
  'solutions/:solutionId/return': deedOf('solution'),
  'solutions/:solutionId/withdrawal': deedOf('solution'),
  'solutions/:solutionId/revision': deedOf('solution'),
  // Whose page is there, and what it may not say, is proved by `tests/services/firms.test.ts`.

  introductions: person,
  'introductions/new': { to: 'signedIn', ok: 404 },
  // Whose introduction or inquiry one may see is proved by the deeds and `tests/services/introductions.test.ts`.
  'introductions/:introductionId': { to: 'signedIn', ok: 404 },
  'introductions/:introductionId/withdrawal': button,
  inquiries: button,
  'inquiries/:inquiryId': { to: 'signedIn', ok: 404 },
  'scenarios/:scenarioId/introductions': partyEdits('scenario', `demand ${bureau}`, [
    'scenario.draft',
    'scenario.submitted',
    'scenario.published',
    'scenario.accepted',
  ]),
  'products/:productId/introductions': partyEdits('product', `supply ${bureau}`, [
    'product.draft',
    'product.submitted',
    'product.published',
  ]),

  bids: person,
  'bids/:bidId': of('bid'),
  'bids/:bidId/confirmation': button,
  'bids/:bidId/withdrawal': button,

  pilots: person,
  'pilots/:pilotId': of('pilot'),
  'pilots/:pilotId/deployment': of('pilot'),
  'pilots/:pilotId/safety': of('pilot'),
  'pilots/:pilotId/insurance': of('pilot'),
  'pilots/:pilotId/run': button,
  'pilots/:pilotId/report': of('pilot'),
  'pilots/:pilotId/acceptance': of('pilot'),
  'pilots/:pilotId/signature': of('pilot'),
  'pilots/:pilotId/return': of('pilot'),
  'pilots/:pilotId/claim': of('pilot'),
  'pilots/:pilotId/nomination': of('pilot'),

  rewards: everybody,
  'rewards/trace.json': { to: 'all', ok: 422 },
  claims: person,
  'claims/:claimId': of('claim'),
  'claims/:claimId/edit': of('claim'),
  'claims/:claimId/submission': button,
  'claims/:claimId/handling': button,
  'claims/:claimId/return': of('claim'),
  'claims/:claimId/approval': of('claim'),
  'claims/:claimId/payment': of('claim'),
  'claims/:claimId/reversal': of('claim'),
  'claims/:claimId/trace.json': of('claim'),

  catalog: everybody,
  'catalog/:entryId': of('entry'),
  'catalog/:entryId/handling': button,
  'catalog/:entryId/experts': {
    of: 'entry',
    signedIn: true,
    only: { 'entry.nominated': 'handler', 'entry.expertReview': 'handler', 'entry.notice': 'handler' },
  },
  'catalog/:entryId/review': deedOf('entry'),
  'catalog/:entryId/notice': button,
  // 异议 is open to anybody; who files one need not be known here.
  'catalog/:entryId/objection': of('entry'),
  'catalog/:entryId/settlement': deedOf('entry'),
  'catalog/:entryId/publication': button,
  'catalog/:entryId/copy': deedOf('entry'),
  'catalog/:entryId/rejection': deedOf('entry'),

  'api/openapi.json': everybody,
  'api/v1/search': { to: 'all', ok: 422 },
  'api/v1/scenarios': everybody,
  'api/v1/scenarios/:scenarioId': apiOf('scenario'),
  'api/v1/products': everybody,
  'api/v1/products/:productId': apiOf('product'),
  'api/v1/catalog': everybody,
  'api/v1/catalog/:entryId': apiOf('entry'),
  'api/v1/rewards/estimate': { to: 'all', ok: 405 },
  'api/*': { to: 'all', ok: 404 },
  '*': { to: 'all', ok: 404 },
}

/** Whether a role is among these readers of an object of one set. */
export function isAmong(readers: Readers, role: Role | Seat, party: Party) {
  const names = readers.split(' ')
  return (
    names.includes('all') ||
    (names.includes('demand') && role === party.demand) ||
    (names.includes('supply') && role === party.supply) ||
    (names.includes('assigned') && role === party.assigned) ||
    (names.includes('district') && role === party.district) ||
    (names.includes(role) && !['demand', 'supply', 'district'].includes(role))
  )
}
