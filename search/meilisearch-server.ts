import { createHash } from 'node:crypto'
import { Meilisearch, MeilisearchApiError } from 'meilisearch'

/** Versions that the adapter was written for; another may mean other things by the same words. */
const supported = /^1\.[45]\d\./

export class UnsupportedVersion extends Error {
  override name = 'UnsupportedVersion'
  constructor(version: string) {
    super(`Meilisearch ${version} is not supported: the search needs 1.40 to 1.59`)
  }
}

export interface ServerOptions {
  url: string
  /** May do everything with our indexes: what the worker needs. */
  key?: string | undefined
  /** May only search: all that a site needs. Without it one is asked for, or made, with the other key. */
  searchKey?: string | undefined
  prefix: string
  /** A search that takes longer is answered by Postgres. */
  answerMs?: number | undefined
}

const usualAnswerMs = 300
/** When even the client's own timeout has not come to an end. */
const lostMs = 1_000

export class LostRequest extends Error {
  override name = 'LostRequest'
}

/**
 * An answer, or `LostRequest`: a server that dies between the head and the body of an answer can leave the client waiting
 * without end, its own timeout notwithstanding, and whoever waits for it with it.
 */
export async function inTime<T>(asked: Promise<T>, ms = lostMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LostRequest('The search server did not answer to the end')), ms)
  })
  return Promise.race([asked, lost]).finally(() => clearTimeout(timer))
}
const patientMs = 30_000

export interface Server {
  /** When a search is given up although the client still waits. */
  lostMs: number
  /** For searches: quick, and with a key that can do nothing else as soon as there is one. */
  reader(): Promise<Meilisearch>
  /** For indexes, documents and tasks. */
  writer: Meilisearch
  /** Throws `UnsupportedVersion`; asked again after the server was away. */
  checkVersion(): Promise<void>
  forget(): void
}

/** One server with its two keys. Neither ever leaves this file except as a header. */
export function serverAt(options: ServerOptions): Server {
  const { url, key, searchKey, prefix, answerMs = usualAnswerMs } = options
  const givenUpMs = Math.max(lostMs, 2 * answerMs)
  const client = (apiKey: string | undefined, timeout: number) =>
    new Meilisearch({ host: url, apiKey, timeout })
  const writer = client(key, patientMs)
  const quick = client(searchKey ?? key, answerMs)
  let reading: Promise<Meilisearch> | undefined = searchKey !== undefined ? Promise.resolve(quick) : undefined
  let checked: Promise<void> | undefined
  return {
    lostMs: givenUpMs,
    writer,
    reader: () => {
      reading ??= inTime(leastKey(quick, prefix), givenUpMs).then(
        least => (least === null ? quick : client(least, answerMs)),
        () => {
          // The server may come later; until then the key at hand is tried.
          reading = undefined
          return quick
        },
      )
      return reading
    },
    checkVersion: () => {
      checked ??= inTime(versionOf(client(key ?? searchKey, answerMs)), givenUpMs).catch(error => {
        checked = undefined
        throw error
      })
      return checked
    },
    forget: () => {
      checked = undefined
    },
  }
}

/** A key that only searches the site's own indexes, made once; null where the key at hand may not manage keys. */
async function leastKey(client: Meilisearch, prefix: string): Promise<string | null> {
  const uid = keyId(prefix)
  try {
    const known = await client.getKey(uid).catch(error => {
      if (codeOf(error) === 'api_key_not_found') return null
      throw error
    })
    if (known) return known.key
    const made = await client.createKey({
      uid,
      name: `search ${prefix}`.trim(),
      description: 'Searches the indexes of one site and does nothing else',
      // The server gives no key of some indexes the right to its version.
      actions: ['search', 'stats.get'],
      indexes: [`${prefix}*`],
      expiresAt: null,
    })
    return made.key
  } catch (error) {
    if (isDenied(error)) return null
    throw error
  }
}

/** The same for all processes of a site, so that each finds the key that the first one has made. */
function keyId(prefix: string): string {
  const hex = createHash('sha256').update(`robot-plus search key ${prefix}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

async function versionOf(client: Meilisearch): Promise<void> {
  const { pkgVersion } = await client.getVersion().catch(error => {
    // A key that may only search cannot ask; then nothing speaks against the server.
    if (isDenied(error)) return { pkgVersion: '1.40.0' }
    throw error
  })
  if (!supported.test(pkgVersion)) throw new UnsupportedVersion(pkgVersion.slice(0, 20))
}

function codeOf(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined
}

/** No key, a wrong one, or one that may do less; also a server without keys, which has none to manage. */
export function isDenied(error: unknown): boolean {
  return ['invalid_api_key', 'missing_authorization_header', 'missing_master_key'].includes(
    codeOf(error) ?? '',
  )
}

/** Seconds that an overloaded server wants to be left alone; absent where it has not said so. */
export function restAskedFor(error: unknown): number | undefined {
  if (!(error instanceof MeilisearchApiError) || ![429, 503].includes(error.response.status)) return undefined
  const seconds = Number(error.response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}
