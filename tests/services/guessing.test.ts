import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { account } from '#db/schema/index.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { isRefusal } from '#services/refusal.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'

// S13: guessing at scale, and what an answer tells about who has an account.

const { db, queries, sql } = await testDatabase()
const ctx = testContext({ db, actor: visitor })
const password = '窗外有三棵老槐树'
let passwordHash = ''
beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function person(): Promise<string> {
  const id = brand<AccountId>(v7())
  const email = `${id}@example.cn`
  await db.insert(account).values({ id, email, name: '示例用户', passwordHash })
  return email
}

const from = (clientIp: string) => ({ clientIp, agent: '', previousToken: null })
/** `in`, or the reason of the refusal. */
async function outcome(email: string, given: string, clientIp: string): Promise<string> {
  try {
    await signIn(ctx, { email, password: given }, from(clientIp))
    return 'in'
  } catch (error) {
    if (isRefusal(error)) return error.reason
    throw error
  }
}
const count = (all: string[]) =>
  Object.fromEntries([...new Set(all)].map(each => [each, all.filter(x => x === each).length]))

test('of a thousand guesses from one address five are looked at; the owner comes in from another', async () => {
  const email = await person()
  const all: string[] = []
  for (let round = 0; round < 100; round++)
    all.push(
      ...(await Promise.all(
        Array.from({ length: 10 }, (_, i) => outcome(email, `guess ${round} ${i}`, '198.51.100.1')),
      )),
    )
  expect(count(all)).toEqual({ 'account.wrongCredentials': 5, 'account.tooManyTries': 995 })
  expect(await outcome(email, password, '198.51.100.2')).toBe('in')
})

test('the wait doubles with each further try, up to a quarter of an hour', async () => {
  const email = await person()
  await sql`delete from rate_limit`
  const waits: number[] = []
  for (let tries = 1; tries <= 12; tries++) {
    expect(await outcome(email, 'wrong one', '198.51.100.3')).toBe('account.wrongCredentials')
    const [begun] = await sql<{ seconds: number }[]>`
      select extract(epoch from expire - now())::int as seconds from rate_limit where key like 'turn:%'`
    if (begun) waits.push(begun.seconds)
    // the wait that has just begun has passed
    await sql`delete from rate_limit where key like 'turn:%'`
    await sql`update rate_limit set points = 0 where key like 'address:%'`
  }
  const expected = [30, 60, 120, 240, 480, 900, 900, 900]
  expect(waits.length).toBe(expected.length)
  waits.forEach((wait, at) => {
    expect(Math.abs(wait - (expected[at] ?? 0))).toBeLessThanOrEqual(5)
  })
})

test('many strangers together slow themselves down, not the owner at a place they have signed in from', async () => {
  const email = await person()
  expect(await outcome(email, password, '198.51.100.20')).toBe('in')
  for (let stranger = 100; stranger < 115; stranger++)
    for (let i = 0; i < 4; i++) await outcome(email, 'wrong one', `198.51.100.${stranger}`)
  expect(await outcome(email, 'wrong one', '198.51.100.116')).toBe('account.tooManyTries')
  expect(await outcome(email, password, '198.51.100.20')).toBe('in')
})

test('for a known and an unknown address the same is said and the same work is done', async () => {
  const known = await person()
  await outcome(known, password, '198.51.100.30')
  const work = async (email: string) => {
    const before = queries.length
    const said = await outcome(email, 'wrong one', '198.51.100.31')
    return { said, done: queries.slice(before).sort() }
  }
  // The first of all loads the limiter; only later ones are alike.
  await work(`${v7()}@example.cn`)
  const [one, two] = [await work(known), await work(`${v7()}@example.cn`)]
  expect(one).toEqual(two)
  expect(one.said).toBe('account.wrongCredentials')
})
