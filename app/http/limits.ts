/** Every limit of the edge in one place; tests tighten them. */
export const defaultLimits = {
  urlBytes: 2048,
  pathSegments: 32,
  headerBytes: 16 * 1024,
  headers: 64,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  /** A form with files may take its time, and be as large as one file and its fields. */
  uploadTimeoutMs: 120_000,
  uploadBytes: 20 * 1024 * 1024,
  uploadFieldBytes: 256 * 1024,
  uploadFields: 200,
  /** Forms with files that are taken in at the same moment, by one process. */
  uploadsAtOnce: 16,
  connections: 1000,
  connectionsPerAddress: 200,
  formBytes: 64 * 1024,
  /** More parts than this are not even taken apart; `form-data.ts` tells a person who sent more than a form has. */
  formFields: 2_000,
  /** In so many seconds: lists and searches of one address, of one account; forms sent by one account or address. */
  quotaSeconds: 60,
  guestReads: 60,
  reads: 300,
  /** Suggestions while somebody types: a word or two a request, so they have a count of their own. */
  suggestions: 240,
  forms: 120,
  /** What cannot be counted in this time is let through. */
  quotaPatienceMs: 500,
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

const step = '[^/]+'
/** Paths that take files: `{fields, files}` by `uploaded()`; everywhere else a multipart form is an ordinary one. */
const uploadPaths = [
  `/files/of/${step}/${step}`,
  `/scenarios/${step}/addenda/new`,
  '/imports',
  `/imports/${step}`,
  `/imports/${step}/${step}`,
].map(path => new RegExp(`^${path}$`))

/** Whether this request is a form with files that its action will read piece by piece. */
export function isUpload(pathname: string, contentType: string | null): boolean {
  const path = pathname.replace(/\.data$/, '')
  return (
    /^multipart\/form-data\s*;/i.test(contentType ?? '') && uploadPaths.some(pattern => pattern.test(path))
  )
}

/** What a form with files may weigh in all. */
export const uploadCap = ({ uploadBytes, uploadFieldBytes }: Limits) => uploadBytes + uploadFieldBytes
