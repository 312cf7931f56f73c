import { createHash } from 'node:crypto'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#db/client.ts'
import { rateLimitTable } from '#db/queries/rate-limits.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { Refusal } from './refusal.ts'

export interface Limit {
  name: string
  /** So many points in so many seconds. */
  points: number
  seconds: number
  /** A key that has used up its points is refused without asking the database again until they count anew. */
  remembers?: boolean
}

/** Points used per key, in Postgres: one statement counts and judges, over all processes. */
export interface Limiter {
  /** Uses a point up; throws `tooMany` when none is left. */
  take(key: string): Promise<void>
  forget(key: string): Promise<void>
}

export function openLimiter(db: Db, { name, points, seconds, remembers }: Limit, reason: Reason): Limiter {
  const store = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimitTable,
    keyPrefix: name,
    points,
    duration: seconds,
    // The hourly job tidies; a timer of its own would outlive a closed connection.
    clearExpiredByTimeout: false,
    ...(remembers && { inMemoryBlockOnConsumed: points + 1 }),
  })
  return {
    async take(key) {
      try {
        await store.consume(hidden(key))
      } catch (error) {
        throw error instanceof RateLimiterRes ? refuseFor(reason, error.msBeforeNext / 1000) : error
      }
    },
    forget: async key => void (await store.delete(hidden(key))),
  }
}

export function refuseFor(reason: Reason, seconds: number): Refusal {
  return new Refusal('tooMany', reason, { detail: { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) } })
}

/** The row that `openLimiter` counts this key in. */
export const keyOf = (name: string, key: string) => `${name}:${hidden(key)}`

/** Addresses of people and machines are not kept in clear for this. */
const hidden = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 22)
