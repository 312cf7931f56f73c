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

/** Every address of the product. Links, redirects and tests use these and nothing else. */
export const paths = {
  home: () => '/',
  search: (query?: Query) => url('/search', query),
  signIn: (next?: string) => url('/sign-in', { next }),
  signOut: () => '/sign-out',
  preferences: () => '/preferences',
  parts: () => '/parts',

  desk: () => '/desk',
  queue: (query?: Query) => url('/queue', query),
  mailbox: () => '/mailbox',
  notifications: () => '/notifications',
  audit: (query?: Query) => url('/audit', query),
  organization: (id: string) => `/organizations/${id}`,

  scenarios: (query?: Query) => url('/scenarios', query),
  scenarioNew: () => '/scenarios/new',
  scenario: (id: string) => `/scenarios/${id}`,
  scenarioEdit: (id: string) => `/scenarios/${id}/edit`,
  scenarioMatches: (id: string) => `/scenarios/${id}/matches`,
  scenarioSubmission: (id: string) => `/scenarios/${id}/submission`,
  scenarioPublication: (id: string) => `/scenarios/${id}/publication`,
  scenarioReturn: (id: string) => `/scenarios/${id}/return`,
  scenarioWithdrawal: (id: string) => `/scenarios/${id}/withdrawal`,
  scenarioBidNew: (id: string) => `/scenarios/${id}/bids/new`,
  scenarioBids: (id: string) => `/scenarios/${id}/bids`,
  scenarioBid: (id: string) => `/scenarios/${id}/bid`,

  products: (query?: Query) => url('/products', query),
  productNew: () => '/products/new',
  product: (id: string) => `/products/${id}`,
  productEdit: (id: string) => `/products/${id}/edit`,
  productMatches: (id: string) => `/products/${id}/matches`,

  bids: () => '/bids',
  bidNew: (scenarioId: string) => `/scenarios/${scenarioId}/bids/new`,
  scenarioOpening: (id: string) => `/scenarios/${id}/opening`,
  bid: (id: string) => `/bids/${id}`,
  bidWithdrawal: (id: string) => `/bids/${id}/withdrawal`,
  pilots: () => '/pilots',
  pilot: (id: string) => `/pilots/${id}`,
  pilotDeployment: (id: string) => `/pilots/${id}/deployment`,
  pilotRun: (id: string) => `/pilots/${id}/run`,
  pilotReport: (id: string) => `/pilots/${id}/report`,
  pilotAcceptance: (id: string) => `/pilots/${id}/acceptance`,
  pilotSignature: (id: string) => `/pilots/${id}/signature`,
  pilotReturn: (id: string) => `/pilots/${id}/return`,
  pilotClaim: (id: string) => `/pilots/${id}/claim`,
  pilotNomination: (id: string) => `/pilots/${id}/nomination`,

  rewards: (query?: Query) => url('/rewards', query),
  claim: (id: string) => `/claims/${id}`,

  catalog: (query?: Query) => url('/catalog', query),
  entry: (id: string) => `/catalog/${id}`,

  formula: () => '/about/formula',
  dataDefinitions: () => '/about/data',
  openData: () => '/about/open-data',
  accessibility: () => '/about/accessibility',
} as const
