import { createHash, randomBytes } from 'node:crypto'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Db } from '#db/client.ts'
import {
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  type SessionRow,
  setSessionExpiry,
} from '#db/queries/sessions.ts'
import type { AccountId } from '#domain/shared/ids.ts'

declare module 'lucia' {
  interface Register {
    UserId: AccountId
  }
}

/** A session nobody uses for an hour ends (Lucia renews it in its second half), and every one after twelve hours. */
const idleMinutes = 60
export const absoluteHours = 12

// public: sessions decide who asks, before there is an actor to judge
/** Starts a session. The token goes to the browser and nowhere else: the database knows its SHA-256 only. */
export async function createSession(db: Db, accountId: AccountId): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await lucia(db).createSession(accountId, {}, { sessionId: idOf(token) })
  return { token }
}

/** Whose session the token is, or null when it is unknown, idle too long or too old. */
export async function readSession(db: Db, token: string): Promise<{ accountId: AccountId } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const { session } = await lucia(db).validateSession(idOf(token))
  return session && { accountId: session.userId }
}

export async function revokeSession(db: Db, token: string): Promise<void> {
  await lucia(db).invalidateSession(idOf(token))
}

/** Ends every session of an account: a new password, a lost laptop, a suspension. */
export async function revokeAllSessions(db: Db, accountId: AccountId): Promise<void> {
  await lucia(db).invalidateUserSessions(accountId)
}

export async function deleteExpiredSessions(db: Db): Promise<void> {
  await lucia(db).deleteExpiredSessions()
}

const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

const known = new WeakMap<Db, Lucia>()

function lucia(db: Db): Lucia {
  const made = known.get(db) ?? new Lucia(adapter(db), { sessionExpiresIn: new TimeSpan(idleMinutes, 'm') })
  known.set(db, made)
  return made
}

/** Lucia over our named queries; the foreign key vouches for the account, so reading a session is one lookup. */
function adapter(db: Db): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await findSession(db, id, absoluteHours)
      return row ? [sessionOf(row), { id: row.userId, attributes: {} }] : [null, null]
    },
    getUserSessions: async userId => (await listSessions(db, userId)).map(sessionOf),
    setSession: ({ id, userId, expiresAt }) => insertSession(db, { id, userId, expiresAt }),
    updateSessionExpiration: (id, expiresAt) => setSessionExpiry(db, id, expiresAt),
    deleteSession: id => deleteSession(db, id),
    deleteUserSessions: userId => deleteSessionsOf(db, userId),
    deleteExpiredSessions: () => deleteOldSessions(db, absoluteHours),
  }
}

const sessionOf = ({ id, userId, expiresAt }: SessionRow): DatabaseSession => ({
  id,
  userId,
  expiresAt,
  attributes: {},
})
