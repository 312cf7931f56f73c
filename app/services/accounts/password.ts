import { hash, verify } from '@node-rs/argon2'
import { NewPassword } from '#domain/accounts/credentials.ts'
import { Refusal } from '../refusal.ts'

/** argon2id (the library's default kind), OWASP's minimum: 19 MiB, two passes, one lane. */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of a random text nobody kept, at the same cost. */
const nothing =
  '$argon2id$v=19$m=19456,t=2,p=1$lwBn4d2d46HkwOklUl8a6g$hOWuzpukUCKVMQ619q08ISO4H3CIBhPMQjlXj7G+TCw'

// public: passwords are compared before there is an actor to judge
/** The stored form of a new password. Throws `tooMany` when too many are being hashed. */
export async function hashPassword(password: string): Promise<string> {
  const accepted = NewPassword.parse(password)
  return gated(() => hash(accepted.normalize('NFC'), passwordCost))
}

export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return gated(async () => {
    try {
      return await verify(passwordHash, password.normalize('NFC'))
    } catch {
      // A text that is no hash, as accounts without a password have, fits nothing.
      return false
    }
  })
}

/** Takes as long as a wrong password does, so that time does not tell who has an account. */
export async function verifyAgainstNothing(password: string): Promise<false> {
  await verifyPassword(nothing, password)
  return false
}

const atOnce = 2
const queueLength = 32
let running = 0
const waiting: (() => void)[] = []

/** Two at a time: hashing must not take every core and all memory from the rest of the site. */
async function gated<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= queueLength) {
      throw new Refusal('tooMany', 'account.busy', { detail: { retryAfterSeconds: 2 } })
    }
    await new Promise<void>(resolve => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
