type Query = Record<string, string | number | undefined | null>

/** A path with the given query; empty values are left out. */
function url(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const text = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return text ? `${path}?${text}` : path
}

/** Up to five products, each in a `p` of its own, in the order in which they stand side by side. */
function comparison(
  path: string,
  { p, scenario }: { p: readonly string[]; scenario?: string | null } = { p: [] },
): string {
  const text = new URLSearchParams(p.map((id): [string, string] => ['p', id]))
  if (scenario) text.set('scenario', scenario)
  return text.size > 0 ? `${path}?${text}` : path
}

/** Every address of the product. Links, redirects and tests use these and nothing else. */
export const paths = {
  home: () => '/',
  search: (query?: Query) => url('/search', query),
  signIn: (next?: string) => url('/sign-in', { next }),
  signOut: () => '/sign-out',
  secondFactor: (next?: string | null) => url('/sign-in/second-factor', { next }),
  register: (next?: string | null) => url('/register', { next }),
  confirmation: (token: string) => `/confirm/${token}`,
  reset: () => '/reset',
  resetWith: (token: string) => `/reset/${token}`,
  account: () => '/account',
  accountPassword: () => '/account/password',
  accountEmailNew: () => '/account/email',
  accountEmail: (token: string) => `/account/email/${token}`,
  accountSessions: () => '/account/sessions',
  accountMail: () => '/account/mail',
  accountPrivacy: () => '/account/privacy',
  accountExport: () => '/account/export',
  noticeMatrix: () => '/notifications/matrix',
  privacy: () => '/about/privacy',
  accountFactors: () => '/account/second-factor',
  officers: () => '/officers',
  officeInvitations: () => '/officers/invitations',
  officeRelief: (query?: Query) => url('/officers/relief', query),
  officeJoin: (token: string) => `/officers/join/${token}`,
  preferences: () => '/preferences',
  parts: () => '/parts',

  desk: () => '/workspace',
  queue: (query?: Query) => url('/queue', query),
  mailbox: () => '/mailbox',
  notifications: (query?: Query) => url('/notifications', query),
  recusal: (noun: string, id: string) => `/recusals/${noun}/${id}`,
  recommendation: (noun: string, id: string) => `/recommendations/${noun}/${id}`,
  audit: (query?: Query) => url('/audit', query),
  auditRow: (seq: number) => `/audit/${seq}`,
  contact: (accountId: string) => `/contacts/${accountId}`,
  organizationNew: () => '/organizations/new',
  organizationClaim: (uscc?: string) => url('/organizations/claim', { uscc }),
  organization: (id: string) => `/organizations/${id}`,
  organizationEdit: (id: string) => `/organizations/${id}/edit`,
  organizationDocuments: (id: string) => `/organizations/${id}/documents`,
  organizationDocumentRemoval: (id: string) => `/organizations/${id}/documents/removal`,
  organizationCapabilities: (id: string) => `/organizations/${id}/capabilities`,
  organizationRequest: (id: string, requestId: number) => `/organizations/${id}/requests/${requestId}`,
  organizationSuspension: (id: string) => `/organizations/${id}/suspension`,
  organizationRelations: (id: string) => `/organizations/${id}/relations`,
  organizationRelationLift: (id: string, query: { other: string; kind: string }) =>
    url(`/organizations/${id}/relations/lifting`, query),
  organizationClaimOf: (id: string, claimId: string) => `/organizations/${id}/claims/${claimId}`,
  organizationMembers: (id: string) => `/organizations/${id}/members`,
  organizationMember: (id: string, accountId: string) => `/organizations/${id}/members/${accountId}`,
  organizationDeparture: (id: string) => `/organizations/${id}/departure`,
  organizationInvitation: (id: string) => `/organizations/${id}/invitations`,
  organizationDepartments: (id: string) => `/organizations/${id}/departments`,
  organizationDepartment: (id: string, departmentId: string) =>
    `/organizations/${id}/departments/${departmentId}`,
  invitation: (token: string) => `/invitations/${token}`,

  filesOf: (noun: string, id: string) => `/files/of/${noun}/${id}`,
  file: (id: string) => `/files/${id}`,
  fileThumbnail: (id: string) => `/files/${id}/thumbnail`,
  fileRemoval: (id: string) => `/files/${id}/removal`,

  scenarios: (query?: Query) => url('/scenarios', query),
  scenariosMine: () => '/scenarios/mine',
  scenarioNew: () => '/scenarios/new',
  scenario: (id: string) => `/scenarios/${id}`,
  scenarioFits: (id: string) => `/scenarios/${id}/fits`,
  scenarioEdit: (id: string, query?: Query) => url(`/scenarios/${id}/edit`, query),
  scenarioAutosave: (id: string, query?: Query) => url(`/scenarios/${id}/autosave`, query),
  scenarioMatches: (id: string, query?: Query) => url(`/scenarios/${id}/matches`, query),
  scenarioSubmission: (id: string) => `/scenarios/${id}/submission`,
  scenarioApproval: (id: string) => `/scenarios/${id}/approval`,
  scenarioArchive: (id: string) => `/scenarios/${id}/archive`,
  scenarioAddenda: (id: string) => `/scenarios/${id}/addenda`,
  scenarioAddendumNew: (id: string) => `/scenarios/${id}/addenda/new`,
  scenarioCopy: (id: string) => `/scenarios/${id}/copy`,
  entryCopy: (id: string) => `/catalog/${id}/copy`,
  bidConfirmation: (id: string) => `/bids/${id}/confirmation`,
  scenarioPublication: (id: string) => `/scenarios/${id}/publication`,
  scenarioReturn: (id: string) => `/scenarios/${id}/return`,
  scenarioWithdrawal: (id: string) => `/scenarios/${id}/withdrawal`,
  scenarioBidNew: (id: string) => `/scenarios/${id}/bids/new`,
  scenarioBids: (id: string) => `/scenarios/${id}/bids`,
  scenarioBid: (id: string) => `/scenarios/${id}/bid`,

  products: (query?: Query) => url('/products', query),
  productsMine: () => '/products/mine',
  productNew: () => '/products/new',
  product: (id: string, query?: Query) => url(`/products/${id}`, query),
  productVersion: (id: string, version: number, query?: Query) =>
    url(`/products/${id}/versions/${version}`, query),
  productEdit: (id: string) => `/products/${id}/edit`,
  productMatches: (id: string, query?: Query) => url(`/products/${id}/matches`, query),
  productSubmission: (id: string) => `/products/${id}/submission`,
  productPublication: (id: string) => `/products/${id}/publication`,
  productReturn: (id: string) => `/products/${id}/return`,
  productWithdrawal: (id: string) => `/products/${id}/withdrawal`,
  productRevision: (id: string) => `/products/${id}/revision`,

  compare: (address?: { p: readonly string[]; scenario?: string | null }) => comparison('/compare', address),
  compareFile: (address: { p: readonly string[]; scenario?: string | null }) =>
    comparison('/compare.csv', address),
  firm: (id: string) => `/firms/${id}`,

  bids: () => '/bids',
  bidNew: (scenarioId: string) => `/scenarios/${scenarioId}/bids/new`,
  scenarioOpening: (id: string) => `/scenarios/${id}/opening`,
  bid: (id: string) => `/bids/${id}`,
  bidWithdrawal: (id: string) => `/bids/${id}/withdrawal`,
  pilots: () => '/pilots',
  pilot: (id: string) => `/pilots/${id}`,
  pilotDeployment: (id: string) => `/pilots/${id}/deployment`,
  pilotSafety: (id: string) => `/pilots/${id}/safety`,
  pilotInsurance: (id: string) => `/pilots/${id}/insurance`,
  pilotRun: (id: string) => `/pilots/${id}/run`,
  pilotReport: (id: string) => `/pilots/${id}/report`,
  pilotAcceptance: (id: string) => `/pilots/${id}/acceptance`,
  pilotSignature: (id: string) => `/pilots/${id}/signature`,
  pilotReturn: (id: string) => `/pilots/${id}/return`,
  pilotClaim: (id: string) => `/pilots/${id}/claim`,
  pilotNomination: (id: string) => `/pilots/${id}/nomination`,

  rewards: (query?: Query) => url('/rewards', query),
  rewardTrace: () => '/rewards/trace.json',
  claims: (query?: Query) => url('/claims', query),
  claim: (id: string) => `/claims/${id}`,
  claimEdit: (id: string) => `/claims/${id}/edit`,
  claimSubmission: (id: string) => `/claims/${id}/submission`,
  claimHandling: (id: string) => `/claims/${id}/handling`,
  claimReturn: (id: string) => `/claims/${id}/return`,
  claimApproval: (id: string) => `/claims/${id}/approval`,
  claimPayment: (id: string) => `/claims/${id}/payment`,
  claimReversal: (id: string) => `/claims/${id}/reversal`,
  claimTrace: (id: string) => `/claims/${id}/trace.json`,

  catalog: (query?: Query) => url('/catalog', query),
  entry: (id: string) => `/catalog/${id}`,
  entryHandling: (id: string) => `/catalog/${id}/handling`,
  entryExperts: (id: string) => `/catalog/${id}/experts`,
  entryReview: (id: string) => `/catalog/${id}/review`,
  entryNotice: (id: string) => `/catalog/${id}/notice`,
  entryObjection: (id: string) => `/catalog/${id}/objection`,
  entrySettlement: (id: string) => `/catalog/${id}/settlement`,
  entryPublication: (id: string) => `/catalog/${id}/publication`,
  entryRejection: (id: string) => `/catalog/${id}/rejection`,

  risk: (query?: Query) => url('/risk', query),
  formula: () => '/about/formula',
  dataDefinitions: () => '/about/data',
  openData: () => '/about/open-data',
  accessibility: () => '/about/accessibility',
} as const
