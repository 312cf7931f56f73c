import type { Db } from '#db/client.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import type { Limiter } from '../rate-limit.ts'
import { openLimiter } from '../rate-limit.ts'
import { isRefusal } from '../refusal.ts'

const minutes = 60
const quarter = 15 * minutes

/** Tries in a quarter of an hour: of one person's account from one address, of one account, from one address. */
const freeTries = 5
const triesPerAccount = 50
const triesPerAddress = 30
/** So long an address from which the account's owner has signed in is known as theirs. */
const knownSeconds = 90 * 24 * 60 * minutes

const reason: Reason = 'account.tooManyTries'

// public: tries are counted before there is an actor to judge
/**
 * Slows guessing down. After five wrong tries each further one has to wait longer, up to a quarter of an hour. The
 * wait belongs to account and address together, so that a stranger who keeps guessing does not lock the owner out; nor
 * do many strangers, where the owner has signed in from before.
 */
export class SignInThrottle {
  private readonly wrong: Limiter
  private readonly turn: Limiter
  private readonly account: Limiter
  private readonly address: Limiter
  private readonly known: Limiter

  constructor(db: Db) {
    const limiter = (name: string, points: number, seconds = quarter) =>
      openLimiter(db, { name, points, seconds }, reason)
    this.wrong = limiter('wrong', 1e6, 24 * 60 * minutes)
    this.turn = limiter('turn', 1)
    this.account = limiter('account', triesPerAccount)
    this.address = limiter('address', triesPerAddress)
    this.known = limiter('known', 1, knownSeconds)
  }

  /** Counts a try before its password is looked at, so that many at once do not slip through; throws `tooMany`. */
  async admit(email: string, address: string): Promise<void> {
    const pair = pairOf(email, address)
    await this.turn.check(pair)
    const [tries] = await Promise.all([
      this.wrong.count(pair),
      this.address.take(address),
      this.takeOfAccount(email, pair),
    ])
    if (tries >= freeTries) await this.turn.take(pair, waitSeconds(tries))
  }

  /** The account's measure is for addresses that its owner has never come from. */
  private async takeOfAccount(email: string, pair: string): Promise<void> {
    try {
      await this.account.take(email)
    } catch (error) {
      if (!isRefusal(error) || !(await this.known.has(pair))) throw error
    }
  }

  /** The password was right: the tries so far were the person's own. */
  async forgive(email: string, address: string): Promise<void> {
    const pair = pairOf(email, address)
    await Promise.all([
      this.wrong.forget(pair),
      this.turn.forget(pair),
      this.known.begin(pair),
      this.account.giveBack(email),
      this.address.giveBack(address),
    ])
  }
}

/** 30 s after the fifth try, then twice as long each time. */
const waitSeconds = (tries: number) => Math.min(30 * 2 ** Math.min(tries - freeTries, 10), quarter)

const pairOf = (email: string, address: string) => `${address} ${email}`

const throttles = new WeakMap<Db, SignInThrottle>()

/** The throttle of this database; all processes of an installation share its counts. */
export function throttleOf(db: Db): SignInThrottle {
  const known = throttles.get(db) ?? new SignInThrottle(db)
  throttles.set(db, known)
  return known
}
