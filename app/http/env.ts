import { resolve } from 'node:path'
import { z } from 'zod'
import { addressReader } from './client-address.ts'

/** The configuration as the environment gives it; what it leaves out is filled in at start. */
export interface Settings {
  PORT: number
  HOST: string
  PUBLIC_ORIGIN: string
  /** Undefined: a real PostgreSQL is started below DATA_DIR. */
  DATABASE_URL?: string | undefined
  DATA_DIR: string
  MEILI_URL?: string | undefined
  MEILI_KEY?: string | undefined
  MEILI_SEARCH_KEY?: string | undefined
  MEILI_PREFIX?: string | undefined
  SMTP_URL?: string | undefined
  /** The sender of mails: `?from=` of SMTP_URL, else an address at the public host. */
  MAIL_FROM: string
  S3?: { endpoint: string; bucket: string; key: string; secret: string; region: string } | undefined
  /** clamd, `host:port` or the path of its socket; undefined: files are not checked, and their list says so. */
  CLAMD?: string | undefined
  /** What turns texts into meanings for the matcher: nothing, the built-in `lsa`, or an endpoint with `#model`. */
  EMBEDDER?: string | undefined
  EMBEDDER_KEY?: string | undefined
  /** Undefined: a secret of our own is kept in DATA_DIR. */
  SECRET_KEY?: string | undefined
  TRUSTED_PROXY?: string | undefined
  LOG_LEVEL: LogLevel
  /** Days after which an officer has to choose a new password; undefined: never (ASVS 6.2.10). */
  PASSWORD_MAX_AGE_DAYS?: number | undefined
  /** Demo data, demo sign-ins and the mailbox page. */
  DEMO: boolean
}

/** Settings with nothing left open. */
export interface Environment extends Settings {
  DATABASE_URL: string
  SECRET_KEY: string
}

export type EnvironmentReading = { ok: true; env: Settings } | { ok: false; problems: string[] }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

const shortestSecret = 32
const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_KEY', 'S3_SECRET'] as const

const Variables = z.object({
  PORT: z
    .string()
    .refine(text => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'is not a port: give a whole number from 1 to 65535, such as 3000',
    })
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is not a host to listen on: give an address such as 127.0.0.1 or 0.0.0.0')
    .optional(),
  PUBLIC_ORIGIN: z
    .string()
    .transform(text => text.replace(/\/$/, ''))
    .refine(isOrigin, {
      error: 'is not an origin: give scheme and host, such as https://robot.example.gov.cn, without a path',
    })
    .optional(),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name').optional(),
  DATA_DIR: z
    .string()
    .transform(text => resolve(text))
    .default(() => resolve('.data')),
  MEILI_URL: address(['http:', 'https:'], 'http://127.0.0.1:7700').optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{0,40}$/, 'has to be up to 40 letters, digits, _ or -')
    .optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.cn').optional(),
  S3_ENDPOINT: address(['http:', 'https:'], 'https://s3.example.cn').optional(),
  S3_BUCKET: z.string().optional(),
  S3_KEY: z.string().optional(),
  S3_SECRET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  CLAMD: z
    .string()
    .refine(text => /^\/\S+$/.test(text) || /^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i.test(text), {
      error:
        'is not where clamd listens: give host and port, such as 127.0.0.1:3310, or the path of its socket',
    })
    .optional(),
  EMBEDDER: z
    .string()
    .refine(text => text === 'lsa' || isEndpoint(text), {
      error:
        'is no embedder: give lsa for the built-in one, or an address of the OpenAI kind with its model, such as https://api.example.cn/v1#bge-m3',
    })
    .optional(),
  EMBEDDER_KEY: z.string().optional(),
  SECRET_KEY: z
    .string()
    .min(
      shortestSecret,
      `is too short: give at least ${shortestSecret} random characters, such as from "openssl rand -base64 32"`,
    )
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .refine(isAddressList, {
      error:
        'is not a list of addresses: give addresses or CIDR ranges separated by commas, such as 10.0.0.0/8',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(logLevels, { error: `is not a log level: give one of ${logLevels.join(', ')}` })
    .optional(),
  PASSWORD_MAX_AGE_DAYS: z
    .string()
    .refine(text => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3650, {
      error: 'is not a number of days: give a whole number from 1 to 3650, such as 90, or leave it out',
    })
    .transform(Number)
    .optional(),
  DEMO: z
    .enum(['1', '0', 'true', 'false'], { error: 'is neither on nor off: give 1 or 0' })
    .transform(text => text === '1' || text === 'true')
    .optional(),
})
type Variables = z.infer<typeof Variables>

/** `https://host/v1#model`: where embeddings are made, and by which model. */
function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hash, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && hash.length > 1 && username === '' && password === ''
}

/** Values that may be shown in a complaint; the others may hold a password. */
const harmless = new Set([
  'PORT',
  'HOST',
  'PUBLIC_ORIGIN',
  'DATA_DIR',
  'TRUSTED_PROXY',
  'LOG_LEVEL',
  'DEMO',
  'PASSWORD_MAX_AGE_DAYS',
  'CLAMD',
])

/** Reads and judges the whole configuration; each problem is one sentence with its mend. Blank means not set. */
export function readEnvironment(variables: Record<string, string | undefined>): EnvironmentReading {
  const given = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = Variables.safeParse(given)
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map(issue => complaint(issue, given)) }
  }
  const problems = [...missingForReal(read.data), ...halfStorage(read.data)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, env: settle(read.data) }
}

function complaint(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0])
  const shown = harmless.has(name) ? ` (${JSON.stringify(given[name])})` : ''
  return `${name}${shown} ${issue.message}.`
}

/** Demo goes with the built-in database unless it is switched off, and with any other only on demand. */
const isDemo = ({ DEMO, DATABASE_URL }: Variables) => DEMO ?? DATABASE_URL === undefined

function missingForReal(variables: Variables): string[] {
  if (isDemo(variables)) return []
  const problems: string[] = []
  if (!variables.PUBLIC_ORIGIN) {
    problems.push(
      'PUBLIC_ORIGIN is missing: set it to the address people type, such as https://robot.example.gov.cn.',
    )
  }
  if (variables.DATABASE_URL && !variables.SECRET_KEY) {
    problems.push(
      `SECRET_KEY is missing: set it to at least ${shortestSecret} random characters, such as from "openssl rand -base64 32".`,
    )
  }
  return problems
}

function halfStorage(variables: Variables): string[] {
  const missing = s3Names.filter(name => !variables[name])
  if (missing.length === 0 || missing.length === s3Names.length) return []
  return [`${missing.join(', ')} missing: file storage needs all of ${s3Names.join(', ')}, or none of them.`]
}

function settle(variables: Variables): Settings {
  const { PORT, S3_ENDPOINT, S3_BUCKET, S3_KEY, S3_SECRET, S3_REGION, ...rest } = variables
  const demo = isDemo(variables)
  const PUBLIC_ORIGIN = rest.PUBLIC_ORIGIN ?? `http://localhost:${PORT}`
  const s3 = S3_ENDPOINT && S3_BUCKET && S3_KEY && S3_SECRET
  return {
    ...rest,
    PORT,
    PUBLIC_ORIGIN,
    HOST: rest.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    MAIL_FROM: senderOf(rest.SMTP_URL) ?? `robot-plus@${new URL(PUBLIC_ORIGIN).hostname}`,
    S3: s3
      ? { endpoint: S3_ENDPOINT, bucket: S3_BUCKET, key: S3_KEY, secret: S3_SECRET, region: S3_REGION }
      : undefined,
    // A demo is watched by a person on a console; a log of every request would bury the address to click.
    LOG_LEVEL: rest.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    DEMO: demo,
  }
}

const senderOf = (smtpUrl: string | undefined) =>
  smtpUrl ? (new URL(smtpUrl).searchParams.get('from') ?? undefined) : undefined

function address(protocols: string[], example: string) {
  return z
    .string()
    .refine(text => protocols.includes(parse(text)?.protocol ?? '') && parse(text)?.hostname !== '', {
      error: `is not a usable address: give one such as ${example}`,
    })
}

function isOrigin(text: string): boolean {
  const url = parse(text)
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.origin === text.toLowerCase()
}

function isAddressList(text: string): boolean {
  try {
    addressReader(text)
    return true
  } catch {
    return false
  }
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
