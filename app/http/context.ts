import { databaseNow } from '#db/queries/clock.ts'
import { visitor } from '#domain/shared/actor.ts'
import { loadActor } from '#services/accounts/actor.ts'
import { readSession } from '#services/accounts/session.ts'
import type { Context } from '#services/context.ts'
import type { LoadContext, RequestArgs } from './load-context.ts'
import { sessionToken } from './session.ts'

export type { RequestArgs }

const contexts = new WeakMap<LoadContext, Promise<Context>>()

/** The composition root: who asks and with what, found once however many loaders of one request ask for it. */
export function contextOf({ request, context }: RequestArgs): Promise<Context> {
  const known = contexts.get(context)
  if (known) return known
  const fresh = compose(request, context)
  contexts.set(context, fresh)
  return fresh
}

async function compose(request: Request, { env, db, search, requestId }: LoadContext): Promise<Context> {
  // The one place where a request meets the clock.
  const now = new Date()
  const token = sessionToken(request.headers.get('cookie'), env)
  const session = token === null ? null : await readSession(db, token)
  const actor = session ? await loadActor(db, session.accountId) : visitor
  return { actor, now, clock: databaseNow, db, search, requestId }
}
