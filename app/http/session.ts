import { absoluteHours } from '#services/accounts/session.ts'
import type { Visit } from '#services/accounts/sign-in.ts'
import { cookieName, isSecure, readCookie, writeCookie } from './cookies.ts'
import type { HttpEnv, RequestArgs } from './load-context.ts'

type Origin = Pick<HttpEnv, 'PUBLIC_ORIGIN'>

const nameFor = (env: Origin) => cookieName('sid', isSecure(env))

/** The session token the browser sent, or null. */
export function sessionToken(cookieHeader: string | null | undefined, env: Origin): string | null {
  return readCookie(cookieHeader, nameFor(env))
}

/** What signing in wants to know of a request besides the form. */
export function visitOf({ request, context: { env, clientIp } }: RequestArgs): Visit {
  const agent = (request.headers.get('user-agent') ?? '').slice(0, 300)
  return { clientIp, agent, previousToken: sessionToken(request.headers.get('cookie'), env) }
}

export const hasSession = (cookieHeader: string | null | undefined, env: Origin) =>
  sessionToken(cookieHeader, env) !== null

/** Set-Cookie for a new session. The database ends it; the cookie only must not outlive it. */
export function sessionCookie(token: string, env: Origin): string {
  return writeCookie(nameFor(env), token, { secure: isSecure(env), maxAgeSeconds: absoluteHours * 3600 })
}

export function noSessionCookie(env: Origin): string {
  return writeCookie(nameFor(env), '', { secure: isSecure(env), maxAgeSeconds: 0 })
}
