import type { Db } from '#db/client.ts'
import { countTries, forgiveTries } from '#db/queries/rate-limits.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { keyOf, openLimiter, refuseFor } from '../rate-limit.ts'

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
 * Counts a try before its password is looked at, so that many at once do not slip through; throws `tooMany`.
 */
export async function admitTry(db: Db, email: string, address: string): Promise<void> {
  const { wrong, turn, known, account, from } = keysOf(email, address)
  const { barred, isKnown, counted } = await countTries(db, { bar: turn, known }, [
    { key: wrong, seconds: 24 * 60 * minutes },
    { key: account, seconds: quarter },
    { key: from, seconds: quarter },
  ])
  if (barred) throw refuseFor(reason, barred.seconds)
  const [tries, ofAccount, fromAddress] = counted
  // Whoever cannot be counted is not let in.
  if (!tries || !ofAccount || !fromAddress) throw new Error('a try was not counted')
  if (fromAddress.points > triesPerAddress) throw refuseFor(reason, fromAddress.seconds)
  // The account's measure is for addresses that its owner has never come from.
  if (ofAccount.points > triesPerAccount && !isKnown) throw refuseFor(reason, ofAccount.seconds)
  if (tries.points >= freeTries) await takeTurn(db, pairOf(email, address), tries.points)
}

/** The password was right: the tries so far were the person's own, and so is the address. */
export async function forgiveTry(db: Db, email: string, address: string): Promise<void> {
  const { wrong, turn, known, account, from } = keysOf(email, address)
  const remember = { key: known, seconds: knownSeconds }
  await forgiveTries(db, { remember, forget: [turn, wrong], giveBack: [account, from] })
}

/** Of those who come at once when a wait is over, one gets the turn, and the next wait begins. */
async function takeTurn(db: Db, pair: string, tries: number): Promise<void> {
  await openLimiter(db, { name: 'turn', points: 1, seconds: waitSeconds(tries) }, reason).take(pair)
}

/** 30 s after the fifth try, then twice as long each time. */
const waitSeconds = (tries: number) => Math.min(30 * 2 ** Math.min(tries - freeTries, 10), quarter)

const pairOf = (email: string, address: string) => `${address} ${email}`

const keysOf = (email: string, address: string) => ({
  wrong: keyOf('wrong', pairOf(email, address)),
  turn: keyOf('turn', pairOf(email, address)),
  known: keyOf('known', pairOf(email, address)),
  account: keyOf('account', email),
  from: keyOf('address', address),
})
