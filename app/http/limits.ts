/** Every limit of the edge in one place; tests tighten them. */
export const defaultLimits = {
  urlBytes: 2048,
  pathSegments: 32,
  headerBytes: 16 * 1024,
  headers: 64,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  connections: 1000,
  connectionsPerAddress: 200,
  formBytes: 64 * 1024,
  /** In so many seconds: lists and searches of one address, of one account; forms sent by one account or address. */
  quotaSeconds: 60,
  guestReads: 60,
  reads: 300,
  forms: 120,
  /** After SIGTERM: how long a keep-alive connection may still bring a request, and how long answers may take. */
  lingerMs: 250,
  shutdownMs: 10_000,
}
export type Limits = typeof defaultLimits

const largeFormBytes = 1024 * 1024

/** Paths whose forms may be larger than `formBytes`: long lists of requirements, metrics and claims. */
const largeForms = [
  '/scenarios',
  '/products',
  '/pilots',
  '/claims',
  '/bids',
  '/catalog',
  '/api/v1/rewards/estimate',
] as const

export function bodyCap(pathname: string, limits: Limits): number {
  // A form sent by the page's script goes to the same path with `.data` behind it.
  const path = pathname.replace(/\.data$/, '')
  const large = largeForms.some(prefix => path === prefix || path.startsWith(`${prefix}/`))
  return large ? largeFormBytes : limits.formBytes
}
