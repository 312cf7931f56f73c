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
  /** Uses a point up, for `seconds` where they differ from the limit's; throws `tooMany` when none is left. */
  take(key: string, seconds?: number): Promise<void>
  /** Counts without refusing; answers how many points the key has used. */
  count(key: string): Promise<number>
  /** Throws `tooMany` while the key has no point left; uses none up. */
  check(key: string): Promise<void>
  /** Whether the key has used any point that still counts. */
  has(key: string): Promise<boolean>
  /** The key's time begins anew, with one point used. */
  begin(key: string): Promise<void>
  /** Gives one point back. */
  giveBack(key: string): Promise<void>
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
  const refuse = (state: RateLimiterRes) => {
    const retryAfterSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000))
    return new Refusal('tooMany', reason, { detail: { retryAfterSeconds } })
  }
  return {
    async take(key, custom) {
      try {
        await store.consume(hidden(key), 1, custom === undefined ? {} : { customDuration: custom })
      } catch (error) {
        throw error instanceof RateLimiterRes ? refuse(error) : error
      }
    },
    count: async key => (await store.penalty(hidden(key))).consumedPoints,
    async check(key) {
      const state = await store.get(hidden(key))
      if (state && state.consumedPoints >= points) throw refuse(state)
    },
    has: async key => ((await store.get(hidden(key)))?.consumedPoints ?? 0) > 0,
    begin: async key => void (await store.set(hidden(key), 1, seconds)),
    giveBack: async key => void (await store.reward(hidden(key))),
    forget: async key => void (await store.delete(hidden(key))),
  }
}

/** Addresses of people and machines are not kept in clear for this. */
const hidden = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 22)
