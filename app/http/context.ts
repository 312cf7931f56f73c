import { loadReader, nobody, type Reader } from '#services/accounts/actor.ts'
import { readSession } from '#services/accounts/session.ts'
import { databaseClock } from '#services/clock.ts'
import type { Context } from '#services/context.ts'
import type { FileStore } from '#services/files/store.ts'
import type { EmbedderChoice } from '#services/meaning/open.ts'
import type { Refusal } from '#services/refusal.ts'
import { openVault, type Vault } from '#services/vault.ts'
import { embedderChoice } from './embedder.ts'
import { openFileStore } from './files.ts'
import { isRead } from './is-read.ts'
import type { HttpEnv, LoadContext, RequestArgs } from './load-context.ts'
import { sessionToken } from './session.ts'
import { asRefusal } from './statuses.ts'

export type { RequestArgs }

/** What the shell says about the reader besides who they are. */
type Shown = Omit<Reader, 'actor'>

interface Composed {
  ctx: Context
  reader: Shown
  session: string | null
  /** Set when this was one list or one form too many. */
  refusal: Refusal | null
  method: string
}

const requests = new WeakMap<LoadContext, Promise<Composed>>()

/**
 * The composition root: who asks and with what, found once however many loaders of one request ask for it. Throws
 * `tooMany` for a request over the quota; the page around a refused form is still drawn, with what was typed.
 */
export async function contextOf(args: RequestArgs): Promise<Context> {
  const { ctx, refusal, method } = await composed(args)
  if (refusal && method === args.request.method) throw refusal
  return ctx
}

/** What the shell says of the reader and the hour, whatever becomes of the page inside. */
export async function shellOf(args: RequestArgs): Promise<Pick<Context, 'actor' | 'now'> & Shown> {
  const { ctx, reader } = await composed(args).catch(error => {
    throw asRefusal(args, error)
  })
  return { ...reader, actor: ctx.actor, now: ctx.now }
}

/** The id of the session that asks; null for a visitor. */
export async function sessionOf(args: RequestArgs): Promise<string | null> {
  return (await composed(args)).session
}

function composed({ request, context }: RequestArgs) {
  const known = requests.get(context)
  if (known) return known
  const fresh = compose(request, context)
  requests.set(context, fresh)
  return fresh
}

async function compose(request: Request, context: LoadContext): Promise<Composed> {
  const { env, db, search, requestId, clientIp, quota, log, after } = context
  const { PASSWORD_MAX_AGE_DAYS: passwordMaxAgeDays } = env
  // The one place where a request meets the clock.
  const now = new Date()
  const token = sessionToken(request.headers.get('cookie'), env)
  const session = token === null ? null : await readSession(db, token)
  const [{ actor, ...reader }, refusal] = await Promise.all([
    session ? loadReader(db, session, { now, maxAgeDays: passwordMaxAgeDays }) : nobody,
    quota?.spend(request, { accountId: session?.accountId ?? null, clientIp }) ?? null,
  ])
  const rooms = { clock: databaseClock, db, search, vault: vaultOf(env), files: filesOf(env) }
  const onProblem = (error: unknown) => log.error({ err: error, requestId }, 'beside the answer')
  const told = { requestId, isRead: isRead(request), onProblem, after }
  const ctx = {
    actor,
    now,
    ...rooms,
    ...told,
    passwordMaxAgeDays,
    scansFiles: env.CLAMD !== undefined,
    embedder: embedderOf(env),
  }
  const own = actor.kind === 'person' && session ? session.id : null
  return { ctx, reader, session: own, refusal, method: request.method }
}

const stores = new WeakMap<HttpEnv, FileStore>()

function filesOf(env: HttpEnv): FileStore {
  const store = stores.get(env) ?? openFileStore(env)
  stores.set(env, store)
  return store
}

const embedders = new WeakMap<HttpEnv, { choice: EmbedderChoice | undefined }>()

function embedderOf(env: HttpEnv): EmbedderChoice | undefined {
  const known = embedders.get(env) ?? { choice: embedderChoice(env) }
  embedders.set(env, known)
  return known.choice
}

const vaults = new WeakMap<HttpEnv, Vault>()

function vaultOf(env: HttpEnv): Vault {
  const vault = vaults.get(env) ?? openVault(env.SECRET_KEY)
  vaults.set(env, vault)
  return vault
}
