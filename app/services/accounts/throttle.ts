import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

const minutes = 60
const quarter = 15 * minutes

/** Tries in a quarter of an hour: of one person's account from one address, of one account, from one address. */
const freeTries = 5
const triesPerAccount = 50
const triesPerAddress = 30
const longestWaitSeconds = quarter

/**
 * Slows guessing down, per process and in memory. After five wrong tries each further one has to wait longer, up to
 * a quarter of an hour. The wait belongs to account and address together, so that a stranger who keeps guessing
 * does not lock the owner out.
 */
export class SignInThrottle {
  private readonly wrong = new RateLimiterMemory({
    keyPrefix: 'wrong',
    points: 1e6,
    duration: 24 * 60 * minutes,
  })
  private readonly turn = new RateLimiterMemory({ keyPrefix: 'turn', points: 1, duration: quarter })
  private readonly account = new RateLimiterMemory({
    keyPrefix: 'account',
    points: triesPerAccount,
    duration: quarter,
  })
  private readonly address = new RateLimiterMemory({
    keyPrefix: 'address',
    points: triesPerAddress,
    duration: quarter,
  })

  /** Counts a try before its password is looked at, so that many at once do not slip through; throws `tooMany`. */
  async admit(email: string, address: string): Promise<void> {
    const pair = pairOf(email, address)
    const waiting = await this.turn.get(pair)
    if (waiting && waiting.consumedPoints > 0) throw tooMany(waiting)
    await take(this.address, address)
    await take(this.account, email)
    const { consumedPoints: tries } = await this.wrong.penalty(pair)
    if (tries >= freeTries) await take(this.turn, pair, waitSeconds(tries))
  }

  /** The password was right: the tries so far were the person's own. */
  async forgive(email: string, address: string): Promise<void> {
    const pair = pairOf(email, address)
    await Promise.all([
      this.wrong.delete(pair),
      this.turn.delete(pair),
      this.account.reward(email),
      this.address.reward(address),
    ])
  }
}

/** 30 s after the fifth try, then twice as long each time. */
const waitSeconds = (tries: number) => Math.min(30 * 2 ** Math.min(tries - freeTries, 10), longestWaitSeconds)

const pairOf = (email: string, address: string) => `${address} ${email}`

async function take(limiter: RateLimiterMemory, key: string, seconds?: number): Promise<void> {
  try {
    await limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds })
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return new Refusal('tooMany', 'account.tooManyTries', { detail: { retryAfterSeconds } })
}
