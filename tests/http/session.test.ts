import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { account, session } from '#db/schema/index.ts'
import { Credentials } from '#domain/accounts/credentials.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { contextOf } from '#http/context.ts'
import { respond, submitted } from '#http/respond.ts'
import { noSessionCookie, sessionCookie, sessionToken, visitOf } from '#http/session.ts'
import { hashPassword, verifyAgainstNothing, verifyPassword } from '#services/accounts/password.ts'
import {
  createSession,
  deleteExpiredSessions,
  readSession,
  revokeAllSessions,
  revokeSession,
} from '#services/accounts/session.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { signOut } from '#services/accounts/sign-out.ts'
import { costOf } from '#tests/support/cpu-time.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { ask, type House, type HouseOptions, openHouse, post } from './house.ts'

let database: TestDatabase
let passwordHash: string
const password = '正确的马电池订书钉'

beforeAll(async () => {
  database = await testDatabase()
  passwordHash = await hashPassword(password)
})

async function person(email = `${v7()}@example.cn`): Promise<{ id: AccountId; email: string }> {
  const id = brand<AccountId>(v7())
  await database.db.insert(account).values({ id, email, name: '示例用户', passwordHash })
  return { id, email }
}

const routes: HouseOptions['routes'] = {
  'sign-in': {
    action: async args => {
      const { env } = args.context
      const answer = await submitted(args, Credentials, async (value, ctx) => {
        const { token } = await signIn(ctx, value, visitOf(args))
        return new Response('in', { headers: { 'Set-Cookie': sessionCookie(token, env) } })
      })
      return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? {})
    },
  },
  out: {
    action: args =>
      respond(args, async ctx => {
        const { env } = args.context
        await signOut(ctx, sessionToken(args.request.headers.get('cookie'), env))
        return new Response('out', { headers: { 'Set-Cookie': noSessionCookie(env) } })
      }),
  },
  who: {
    loader: async args => {
      const [one, two] = await Promise.all([contextOf(args), contextOf(args)])
      return Response.json({ actor: one.actor, same: one === two })
    },
  },
}

const openWithDatabase = (options: HouseOptions = {}) => openHouse({ db: database.db, routes, ...options })
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''
const who = async (house: House, cookie: string) =>
  JSON.parse((await ask(house, '/who', { headers: { cookie } })).text).actor

describe('signing in by form', () => {
  test('makes one a person, with a cookie no script reads; signing out makes the cookie worthless', async () => {
    const house = await openWithDatabase()
    const { id, email } = await person()
    const answer = await post(house, '/sign-in', { email: ` ${email.toUpperCase()} `, password })
    expect(answer.status).toBe(200)
    const header = String(answer.headers['set-cookie'])
    expect(header).toMatch(/^sid=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    const cookie = cookieOf(answer)
    expect(await who(house, cookie)).toMatchObject({ kind: 'person', accountId: id, name: '示例用户' })
    const out = await post(house, '/out', {}, { cookie })
    expect(String(out.headers['set-cookie'])).toMatch(/^sid=; .*Max-Age=0/)
    expect(await who(house, cookie)).toEqual({ kind: 'visitor' })
    expect((await post(house, '/out', {}, { cookie })).status).toBe(200)
    await house.close()
  })

  test('starts a new session and ends the one it replaces', async () => {
    const house = await openWithDatabase()
    const { email } = await person()
    const first = cookieOf(await post(house, '/sign-in', { email, password }))
    const second = cookieOf(await post(house, '/sign-in', { email, password }, { cookie: first }))
    expect(second).not.toBe(first)
    expect(await who(house, first)).toEqual({ kind: 'visitor' })
    expect(await who(house, second)).toMatchObject({ kind: 'person' })
    await house.close()
  })

  test('a session that somebody made up is not taken over', async () => {
    const house = await openWithDatabase()
    const { email } = await person()
    const planted = `sid=${'A'.repeat(43)}`
    const answer = await post(house, '/sign-in', { email, password }, { cookie: planted })
    expect(cookieOf(answer)).not.toBe(planted)
    expect(await who(house, planted)).toEqual({ kind: 'visitor' })
    await house.close()
  })

  test('over https the cookie is bound to the host and never goes in clear', async () => {
    const house = await openWithDatabase({ env: { PUBLIC_ORIGIN: 'https://platform.test' } })
    const { email } = await person()
    const answer = await post(house, '/sign-in', { email, password }, { origin: 'https://platform.test' })
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; .*SameSite=Lax; Secure$/,
    )
    await house.close()
  })

  test('who asks is found once a request', async () => {
    const house = await openWithDatabase()
    expect(JSON.parse((await ask(house, '/who')).text)).toEqual({ actor: { kind: 'visitor' }, same: true })
    await house.close()
  })

  test('an unknown address and a wrong password answer alike', async () => {
    const house = await openWithDatabase()
    const { email } = await person()
    const wrong = await post(house, '/sign-in', { email, password: 'wrong password' })
    const unknown = await post(house, '/sign-in', { email: `x${email}`, password: 'wrong password' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const said = (text: string) =>
      JSON.stringify({ ...JSON.parse(text), submission: JSON.parse(text).submission.error })
    expect(said(wrong.text).replace(/"requestId":"[^"]+"/, '')).toBe(
      said(unknown.text).replace(/"requestId":"[^"]+"/, ''),
    )
    expect(JSON.parse(wrong.text).submission.error).toEqual({ '': ['account.wrongCredentials'] })
    expect(wrong.text).not.toContain('wrong password')
    await house.close()
  })

  test('after five wrong tries one has to wait, right or wrong; another address does not', async () => {
    const house = await openWithDatabase({ env: { TRUSTED_PROXY: '127.0.0.1' } })
    const { email } = await person()
    const attempt = (given: string, from: string) =>
      post(house, '/sign-in', { email, password: given }, { 'x-forwarded-for': from })
    for (let i = 0; i < 5; i++) expect((await attempt('wrong password', '9.9.9.9')).status).toBe(422)
    const sixth = await attempt(password, '9.9.9.9')
    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(20)
    expect(JSON.parse(sixth.text).refusal).toMatchObject({ reason: 'account.tooManyTries' })
    expect((await attempt(password, '8.8.8.8')).status).toBe(200)
    await house.close()
  })

  test('a burst of guesses at once gets no more than five looks', async () => {
    const house = await openWithDatabase({ env: { TRUSTED_PROXY: '127.0.0.1' } })
    const { email } = await person()
    const tries = Array.from({ length: 20 }, (_, i) =>
      post(house, '/sign-in', { email, password: `guess number ${i}` }, { 'x-forwarded-for': '7.7.7.7' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter(status => status === 422)).toHaveLength(5)
    expect(statuses.filter(status => status === 429)).toHaveLength(15)
    await house.close()
  })

  test('one address may be wrong thirty times, whatever accounts it names; being right does not count', async () => {
    const house = await openWithDatabase({ env: { TRUSTED_PROXY: '127.0.0.1' } })
    const { email } = await person()
    const from = { 'x-forwarded-for': '6.6.6.6' }
    for (let i = 0; i < 3; i++)
      expect((await post(house, '/sign-in', { email, password }, from)).status).toBe(200)
    const wrong = Array.from({ length: 30 }, (_, i) =>
      post(house, '/sign-in', { email: `n${i}@example.cn`, password: 'x' }, from),
    )
    expect((await Promise.all(wrong)).every(({ status }) => status === 422)).toBe(true)
    expect((await post(house, '/sign-in', { email: 'n31@example.cn', password: 'x' }, from)).status).toBe(429)
    await house.close()
  })
})

describe('sessions', () => {
  test('the database knows the token’s hash and nothing else', async () => {
    const { id } = await person()
    const { token } = await createSession(database.db, id)
    const rows = await database.db.select().from(session)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.map(row => row.id)).toContain(createHash('sha256').update(token).digest('hex'))
    // 32 random bytes
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    // the stored value is no key
    expect(await readSession(database.db, createHash('sha256').update(token).digest('hex'))).toBeNull()
  })

  test('idle for half an hour, or twelve hours old, they are over', async () => {
    const { id } = await person()
    const one = await createSession(database.db, id)
    const two = await createSession(database.db, id)
    expect(await readSession(database.db, one.token)).toMatchObject({ accountId: id, provedAt: null })
    const idOf = (token: string) => createHash('sha256').update(token).digest('hex')
    await database.db.execute(
      sql`update session set expires_at = now() - interval '1 second' where id = ${idOf(one.token)}`,
    )
    await database.db.execute(
      sql`update session set created_at = now() - interval '12 hours' where id = ${idOf(two.token)}`,
    )
    expect(await readSession(database.db, one.token)).toBeNull()
    expect(await readSession(database.db, two.token)).toBeNull()
    await deleteExpiredSessions(database.db)
    expect(await database.db.select().from(session).where(sql`user_id = ${id}`)).toEqual([])
  })

  test('of an officer end after a quarter of an hour without use and eight hours in all', async () => {
    const { id } = await person()
    const { token } = await createSession(database.db, id, { bureau: true })
    const [row] = await database.db.select().from(session).where(sql`user_id = ${id}`)
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    expect(await readSession(database.db, token)).not.toBeNull()
    await database.db.execute(
      sql`update session set created_at = now() - interval '8 hours' where user_id = ${id}`,
    )
    expect(await readSession(database.db, token)).toBeNull()
  })

  test('use renews them, but not past their age', async () => {
    const { id } = await person()
    const { token } = await createSession(database.db, id)
    await database.db.execute(
      sql`update session set expires_at = now() + interval '10 minutes' where user_id = ${id}`,
    )
    await readSession(database.db, token)
    const [row] = await database.db.select().from(session).where(sql`user_id = ${id}`)
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(28 * 60_000)
  })

  test('one can be ended, or all of an account', async () => {
    const { id } = await person()
    const other = await person()
    const tokens = await Promise.all([1, 2, 3].map(async () => (await createSession(database.db, id)).token))
    const foreign = await createSession(database.db, other.id)
    await revokeSession(database.db, tokens[0] ?? '')
    const alive = async () =>
      (await Promise.all(tokens.map(token => readSession(database.db, token)))).filter(Boolean).length
    expect(await alive()).toBe(2)
    await revokeAllSessions(database.db, id)
    expect(await alive()).toBe(0)
    expect(await readSession(database.db, foreign.token)).toMatchObject({ accountId: other.id })
  })

  test.each(['', 'x', "' or 1=1 --", 'A'.repeat(44), 'é'.repeat(43)])(
    '%j is no token and asks nobody',
    async token => {
      const before = database.queries.length
      expect(await readSession(database.db, token)).toBeNull()
      expect(database.queries).toHaveLength(before)
    },
  )

  test('reading one is a single query', async () => {
    const { id } = await person()
    const { token } = await createSession(database.db, id)
    const before = database.queries.length
    await readSession(database.db, token)
    expect(database.queries.length - before).toBe(1)
  })
})

describe('passwords', () => {
  test('are kept as argon2id at the agreed cost', () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('fit themselves, in either Unicode form, and nothing else', async () => {
    expect(await verifyPassword(passwordHash, password)).toBe(true)
    expect(await verifyPassword(passwordHash, `${password} `)).toBe(false)
    const composed = await hashPassword('Crème brûlée'.normalize('NFC'))
    expect(await verifyPassword(composed, 'Crème brûlée'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword('no hash', password)).toBe(false)
  })

  test.each([
    ['七个字的密码啊', false],
    ['八个字的密码啊啊', true],
    ['🔑'.repeat(8), true],
    ['x'.repeat(128), true],
    ['x'.repeat(129), false],
  ])('%s is long enough and not too long: %s', async (candidate, fits) => {
    const outcome = await hashPassword(candidate).then(
      () => true,
      () => false,
    )
    expect(outcome).toBe(fits)
  })

  test('nobody takes as long as somebody', async () => {
    // In turns, and the least of each: what else the machine does makes single ones longer.
    let [known, unknown] = [Infinity, Infinity]
    for (let i = 0; i < 7; i++) {
      known = Math.min(known, await costOf(() => verifyPassword(passwordHash, 'wrong password')))
      unknown = Math.min(unknown, await costOf(() => verifyAgainstNothing('wrong password')))
    }
    // without its own hashing it would be a thousand times faster
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(5)
  })

  test('only so many wait to be compared, the rest come again', async () => {
    const all = Array.from({ length: 40 }, () =>
      verifyPassword(passwordHash, 'wrong password').then(
        () => 'looked',
        error => error.reason,
      ),
    )
    const outcomes = await Promise.all(all)
    expect(outcomes.filter(outcome => outcome === 'looked')).toHaveLength(34)
    expect(outcomes.filter(outcome => outcome === 'account.busy')).toHaveLength(6)
    expect(await verifyPassword(passwordHash, password)).toBe(true)
  })
})
