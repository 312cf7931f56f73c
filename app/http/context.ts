import { visitor } from '#domain/shared/actor.ts'
import { loadReader, type Reader } from '#services/accounts/actor.ts'
import { readSession } from '#services/accounts/session.ts'
import { databaseClock } from '#services/clock.ts'
import type { Context } from '#services/context.ts'
import { openVault, type Vault } from '#services/vault.ts'
import type { HttpEnv, LoadContext, RequestArgs } from './load-context.ts'
import { sessionToken } from './session.ts'

export type { RequestArgs }

/** What the shell says about the reader besides who they are. */
type Shown = Omit<Reader, 'actor'>

const requests = new WeakMap<LoadContext, Promise<{ ctx: Context; reader: Shown; session: string | null }>>()

/** The composition root: who asks and with what, found once however many loaders of one request ask for it. */
export async function contextOf(args: RequestArgs): Promise<Context> {
  return (await composed(args)).ctx
}

/** The reader's unread notices, from the same query that told who they are. */
export async function readerOf(args: RequestArgs): Promise<Shown> {
  return (await composed(args)).reader
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

async function compose(request: Request, { env, db, search, requestId }: LoadContext) {
  // The one place where a request meets the clock.
  const now = new Date()
  const token = sessionToken(request.headers.get('cookie'), env)
  const session = token === null ? null : await readSession(db, token)
  const { actor, ...reader } = session
    ? await loadReader(db, session)
    : { actor: visitor, unread: 0, isDemo: false, mustEnrol: false }
  const ctx = { actor, now, clock: databaseClock, db, search, vault: vaultOf(env), requestId }
  return { ctx, reader, session: actor.kind === 'person' && session ? session.id : null }
}

const vaults = new WeakMap<HttpEnv, Vault>()

function vaultOf(env: HttpEnv): Vault {
  const vault = vaults.get(env) ?? openVault(env.SECRET_KEY)
  vaults.set(env, vault)
  return vault
}
