import { type DestinationStream, type Logger, pino } from 'pino'

/** Names of things that no log line may carry, wherever they stand in it. */
const secrets = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'SECRET_KEY',
  'MEILI_KEY',
  'MEILI_SEARCH_KEY',
  'DATABASE_URL',
  'SMTP_URL',
  'cookie',
  'authorization',
  'set-cookie',
]
const quoted = (name: string) => (/^\w+$/.test(name) ? name : `["${name}"]`)
const below = (name: string) => (/^\w+$/.test(name) ? `.${name}` : `["${name}"]`)

/** JSON lines: control characters are escaped by JSON, secrets blotted out, errors without the data they quote. */
export function createLog(options: { level: string; destination?: DestinationStream }): Logger {
  const paths = secrets.flatMap(name => [
    quoted(name),
    `*${below(name)}`,
    `*.*${below(name)}`,
    `*.*.*${below(name)}`,
  ])
  const settings = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
    serializers: { err: describeError, error: describeError },
  }
  return options.destination ? pino(settings, options.destination) : pino(settings)
}

/** The path without what opens something: the link of a letter carries its token as a segment. Ids are shorter. */
export function withoutTokens(pathname: string): string {
  return pathname.replace(/[^/]{40,}/g, '…')
}

/**
 * What a log may say about an error. A database error quotes the row it failed on, which may be a draft or a
 * sealed bid: only its code, its constraint and the statement without its values are kept.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const stack = frames(error)
  if ('query' in error && 'params' in error) {
    return { type: error.name, query: error.query, cause: describeError(error.cause), stack }
  }
  if ('severity' in error && 'code' in error) {
    return {
      type: error.name,
      code: error.code,
      ...('constraint_name' in error && { constraint: error.constraint_name }),
      ...('table_name' in error && { table: error.table_name }),
      stack,
    }
  }
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { type: error.name, message: error.message, stack, ...cause }
}

/** The places, without the first line, which repeats the message. */
function frames({ stack }: Error): string[] {
  const lines = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return lines.slice(0, 12).map(line => line.trim())
}
