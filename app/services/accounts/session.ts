import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Db } from '#db/client.ts'
import type { Signer } from '#db/queries/credentials.ts'
import {
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  type SessionRow,
  touchSession,
} from '#db/queries/sessions.ts'
import { lifetimes } from '#domain/accounts/lifetime.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { hashOfToken, newToken } from '../token.ts'

declare module 'lucia' {
  interface Register {
    UserId: AccountId
    DatabaseSessionAttributes: Start
  }
}

/** What a session knows of its beginning. */
export interface Start {
  /** An officer's: shorter, without use and in all. */
  bureau: boolean
  /** When a second factor proved it; null before, and for accounts without one. */
  provedAt: Date | null
  address: string
  agent: string
}

const nothingKnown: Start = { bureau: false, provedAt: null, address: '', agent: '' }

export interface Session {
  id: string
  accountId: AccountId
  provedAt: Date | null
}

const maxHours = { member: lifetimes.member.absoluteHours, bureau: lifetimes.bureau.absoluteHours }

/** The cookie must outlive no session; the database ends each in its own time. */
export const absoluteHours = maxHours.member

// public: sessions decide who asks, before there is an actor to judge
/** Starts a session. The token goes to the browser and nowhere else: the database knows its SHA-256 only. */
export async function createSession(
  db: Db,
  accountId: AccountId,
  start: Partial<Start> = {},
): Promise<{ token: string }> {
  const token = newToken()
  const attributes = { ...nothingKnown, ...start }
  await lucia(db, attributes.bureau).createSession(accountId, attributes, { sessionId: hashOfToken(token) })
  return { token }
}

/** The whole session of somebody whose second factor has just been proved; an officer's is shorter. */
export function createProvedSession(
  { db, now }: Context,
  { account, hasOffice }: Signer,
  { clientIp: address, agent }: { clientIp: string; agent: string },
): Promise<{ token: string }> {
  const bureau = hasOffice && !account.demo
  return createSession(db, account.id, { provedAt: now, bureau, address, agent })
}

/** Whose session the token is, or null when it is unknown, idle too long or too old. One query, two when renewed. */
export async function readSession(db: Db, token: string): Promise<Session | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const id = hashOfToken(token)
  const row = await findSession(db, id, maxHours)
  if (!row) return null
  const { session } = await lucia(db, row.bureau, row).validateSession(id)
  return session && { id, accountId: session.userId, provedAt: row.provedAt }
}

export async function revokeSession(db: Db, token: string): Promise<void> {
  await deleteSession(db, hashOfToken(token))
}

/** Ends every session of an account: a new password, a lost laptop, a new office. */
export async function revokeAllSessions(db: Db, accountId: AccountId): Promise<void> {
  await lucia(db, false).invalidateUserSessions(accountId)
}

export async function deleteExpiredSessions(db: Db): Promise<void> {
  await lucia(db, false).deleteExpiredSessions()
}

/** Lucia renews a session in the second half of its idle time, so it lives at least half of that without use. */
function lucia(db: Db, bureau: boolean, known?: SessionRow): Lucia {
  const { idleMinutes } = bureau ? lifetimes.bureau : lifetimes.member
  return new Lucia(adapter(db, known), { sessionExpiresIn: new TimeSpan(idleMinutes, 'm') })
}

/** Lucia over our named queries; the foreign key vouches for the account, so reading a session is one lookup. */
function adapter(db: Db, known: SessionRow | undefined): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = known ?? (await findSession(db, id, maxHours))
      return row ? [sessionOf(row), { id: row.userId, attributes: {} }] : [null, null]
    },
    getUserSessions: async userId => (await listSessions(db, userId)).map(sessionOf),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      insertSession(db, { id, userId, expiresAt, ...attributes }),
    updateSessionExpiration: (id, expiresAt) => touchSession(db, id, expiresAt),
    deleteSession: id => deleteSession(db, id),
    deleteUserSessions: userId => deleteSessionsOf(db, userId),
    deleteExpiredSessions: () => deleteOldSessions(db, maxHours),
  }
}

const sessionOf = ({
  id,
  userId,
  expiresAt,
  bureau,
  provedAt,
  address,
  agent,
}: SessionRow): DatabaseSession => ({
  id,
  userId,
  expiresAt,
  attributes: { bureau, provedAt, address, agent },
})
