import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSigner } from '#db/queries/credentials.ts'
import { account, office, session } from '#db/schema/index.ts'
import type { Actor, Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { answerWish, askRegistration, askReset } from '#services/accounts/links.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { changeEmail, changePassword, confirmNewEmail } from '#services/accounts/profile.ts'
import { proveByCode } from '#services/accounts/prove.ts'
import { register } from '#services/accounts/register.ts'
import { resetPassword } from '#services/accounts/reset-password.ts'
import { disableTotp, enableTotp, showFactors } from '#services/accounts/second-factor.ts'
import { createSession, readSession } from '#services/accounts/session.ts'
import { endSession, listOwnSessions } from '#services/accounts/sessions.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { tidy } from '#services/accounts/tidy.ts'
import type { Context } from '#services/context.ts'
import { inviteOfficer, revokeInvitation } from '#services/officers/invite.ts'
import { joinAsMyself, joinAsNewcomer } from '#services/officers/join.ts'
import { relieveOfficer } from '#services/officers/relieve.ts'
import { as, testContext, testVault } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { waitingLetters } from '#tests/support/letters.ts'
import { codeOf as codeAt } from '#tests/support/totp.ts'

const { db, sql: raw } = await testDatabase()
const ctx = testContext({ db, actor: visitor })
const password = '窗外有三棵老槐树'
/** The code of the moment in which these verbs act: the real clock may have gone on to the next step. */
const codeOf = (secret: string, ahead = 0) => codeAt(secret, ahead, ctx.now)
let passwordHash = ''
const visit = { clientIp: '203.0.113.9', agent: 'test', previousToken: null }
const from = { clientIp: '203.0.113.9', locale: 'zh', next: null } as const

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function person(overrides: Partial<typeof account.$inferInsert> = {}) {
  const id = brand<AccountId>(v7())
  const row = { id, email: `${id}@example.cn`, name: '示例用户', passwordHash, ...overrides }
  await db.insert(account).values(row)
  return { id, email: row.email }
}

async function own(id: AccountId): Promise<Context> {
  const { actor } = await loadReader(db, { accountId: id, provedAt: new Date() })
  return as(ctx, actor)
}

const letterTo = async (email: string, name: string) =>
  (await waitingLetters(raw)).find(order => order.to === email && order.name === name)

/** What the worker would do with every wish that waits. */
async function answerWishes(): Promise<void> {
  const rows = await raw<{ id: string; payload: { sealed: string } }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'answerWish' returning j.id, j.payload`
  for (const { payload } of rows) await answerWish({ db, vault: testVault }, payload.sealed)
}

async function withTotp(id: AccountId) {
  const page = await showFactors(await own(id))
  const { secret, sealed } = page.offer ?? { secret: '', sealed: '' }
  const input = { password, code: codeOf(secret), sealed }
  return { secret, input, ...(await enableTotp(await own(id), input, visit)) }
}

describe('registering', () => {
  test('answers alike for known and unknown addresses; only the letter tells, and only its owner', async () => {
    const known = await person()
    const fresh = `${v7()}@example.cn`
    for (const email of [known.email, fresh])
      expect(await askRegistration(ctx, { email, name: '新来的', affirmed: true }, from)).toBeUndefined()
    await answerWishes()
    expect(await letterTo(known.email, 'alreadyHere')).toBeTruthy()
    expect(await letterTo(known.email, 'register')).toBeUndefined()
    const letter = await letterTo(fresh, 'register')
    expect(await findSigner(db, { email: fresh })).toBeNull()
    const set = { password, again: password, token: letter?.token }
    const { token } = await register(ctx, set, visit)
    expect(await readSession(db, token)).toMatchObject({ provedAt: null })
    expect((await findSigner(db, { email: fresh }))?.account.emailConfirmedAt).not.toBeNull()
    await expect(register(ctx, set, visit)).rejects.toMatchObject({ reason: 'account.linkOver' })
  })

  test('a link that two use at once makes one account', async () => {
    const email = `${v7()}@example.cn`
    await askRegistration(ctx, { email, name: '两个窗口', affirmed: true }, from)
    await answerWishes()
    const token = (await letterTo(email, 'register'))?.token
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => register(ctx, { password, again: password, token }, visit)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.select().from(account).where(eq(account.email, email))).toHaveLength(1)
  })

  test.each([undefined, '', 'x', 'A'.repeat(43), '../'.repeat(10)])('%j is no link', async token => {
    const input = { password, again: password, token }
    await expect(register(ctx, input, visit)).rejects.toMatchObject({ code: 'notFound' })
    await expect(resetPassword(ctx, input)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('one address is written to five times an hour', async () => {
    const email = `${v7()}@example.cn`
    const at = { ...from, clientIp: '203.0.113.50' }
    for (let i = 0; i < 5; i++) await askReset(ctx, { email }, at)
    await expect(askReset(ctx, { email }, at)).rejects.toMatchObject({
      code: 'tooMany',
      detail: { retryAfterSeconds: expect.any(Number) },
    })
  })
})

describe('a lost password', () => {
  test('is set anew once, ends every session, and leaves the second factor as it is (S15)', async () => {
    const { id, email } = await person()
    const { secret } = await withTotp(id)
    const open = await createSession(db, id, { provedAt: new Date() })
    await askReset(ctx, { email }, { ...from, clientIp: '203.0.113.51' })
    await answerWishes()
    const token = (await letterTo(email, 'resetPassword'))?.token
    const next = '河边第二棵柳树下'
    await resetPassword(ctx, { password: next, again: next, token })
    expect(await readSession(db, open.token)).toBeNull()
    await expect(resetPassword(ctx, { password: next, again: next, token })).rejects.toMatchObject({
      reason: 'account.linkOver',
    })
    await expect(signIn(ctx, { email, password }, visit)).rejects.toMatchObject({
      reason: 'account.wrongCredentials',
    })
    const half = await signIn(ctx, { email, password: next }, visit)
    expect(half.pending).toBe(true)
    const session = await readSession(db, half.token)
    expect((await loadReader(db, session ?? { accountId: id, provedAt: null })).actor).toEqual(visitor)
    expect((await findSigner(db, { id }))?.account.totpSecret).not.toBeNull()
    expect(testVault.open((await findSigner(db, { id }))?.account.totpSecret ?? '')).toBe(secret)
  })

  test('a newer letter makes the older one void', async () => {
    const { email } = await person()
    const at = { ...from, clientIp: '203.0.113.52' }
    await askReset(ctx, { email }, at)
    await answerWishes()
    const first = (await letterTo(email, 'resetPassword'))?.token
    await askReset(ctx, { email }, at)
    await answerWishes()
    await expect(resetPassword(ctx, { password, again: password, token: first })).rejects.toMatchObject({
      reason: 'account.linkOver',
    })
  })
})

describe('the second factor', () => {
  test('a code counts once, in its own step, also when two send it at once (S15)', async () => {
    const { id, email } = await person()
    const { secret, input } = await withTotp(id)
    const half = await signIn(ctx, { email, password }, visit)
    const step = { ...visit, previousToken: half.token }
    await expect(proveByCode(ctx, { code: input.code }, step)).rejects.toMatchObject({
      reason: 'account.wrongCode',
    })
    const code = codeOf(secret, 1)
    const [one, two] = await Promise.allSettled([1, 2].map(() => proveByCode(ctx, { code }, step)))
    expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await readSession(db, half.token)).toBeNull()
  })

  test('five tries are all there are, and a new sign-in brings no more (S15)', async () => {
    const { id, email } = await person()
    const { secret } = await withTotp(id)
    const half = await signIn(ctx, { email, password }, visit)
    const again = { ...visit, previousToken: half.token }
    for (let i = 0; i < 5; i++)
      await expect(proveByCode(ctx, { code: '000000' }, again)).rejects.toMatchObject({ code: 'invalid' })
    const other = await signIn(ctx, { email, password }, visit)
    for (const previousToken of [half.token, other.token])
      await expect(
        proveByCode(ctx, { code: codeOf(secret, 1) }, { ...visit, previousToken }),
      ).rejects.toMatchObject({ code: 'tooMany' })
  })

  test('ten recovery codes count once each, and their owner is told', async () => {
    const { id, email } = await person()
    const { codes } = await withTotp(id)
    expect(new Set(codes).size).toBe(10)
    const use = async () => {
      const { token } = await signIn(ctx, { email, password }, visit)
      return proveByCode(ctx, { code: codes[3] ?? '' }, { ...visit, previousToken: token })
    }
    expect(await readSession(db, (await use()).token)).toMatchObject({ accountId: id })
    await expect(use()).rejects.toMatchObject({ reason: 'account.wrongCode' })
    expect(await letterTo(email, 'recoveryCodeUsed')).toBeTruthy()
    expect((await showFactors(await own(id))).recoveryCodes).toBe(9)
  })

  test('is set up with the password and a code of the seed that was offered to this person', async () => {
    const [mine, theirs] = [await person(), await person()]
    const foreign = (await showFactors(await own(theirs.id))).offer
    const me = await own(mine.id)
    const offer = (await showFactors(me)).offer
    const right = { password, sealed: offer?.sealed ?? '', code: codeOf(offer?.secret ?? '') }
    for (const [input, reason] of [
      [{ ...right, password: 'wrong' }, 'account.wrongPassword'],
      [{ ...right, code: '000000' }, 'account.wrongCode'],
      [
        { ...right, sealed: foreign?.sealed ?? '', code: codeOf(foreign?.secret ?? '') },
        'account.factorStale',
      ],
      [{ ...right, sealed: right.sealed.replace(/.{4}$/, 'AAAA') }, 'account.factorStale'],
    ] as const)
      await expect(enableTotp(me, input, visit)).rejects.toMatchObject({ reason })
    await enableTotp(me, right, visit)
    await expect(enableTotp(me, right, visit)).rejects.toMatchObject({ reason: 'account.factorStale' })
    await disableTotp(me, { password })
    expect((await showFactors(me)).totp).toBe(false)
  })
})

describe('an office', () => {
  let admin: Context
  beforeAll(async () => {
    const { id } = await person({ name: '管理员甲' })
    await db.insert(office).values({ accountId: id, role: 'administrator' })
    await withTotp(id)
    admin = await own(id)
  })
  const invite = (email: string, role: 'handler' | 'administrator' | 'auditor' = 'handler') =>
    inviteOfficer(admin, { email, role, district: undefined, formKey: v7() })

  test('opens with a second factor only, and its holder keeps one', async () => {
    const email = `${v7()}@example.cn`
    const { token: link } = await invite(email)
    const { token } = await joinAsNewcomer(
      ctx,
      { name: '新任经办', password, again: password, token: link },
      visit,
    )
    const begun = await readSession(db, token)
    const id = begun?.accountId ?? brand<AccountId>('')
    const shut = await loadReader(db, { accountId: id, provedAt: null })
    expect(shut).toMatchObject({ mustEnrol: true, actor: { offices: [] } })
    await withTotp(id)
    const open = await loadReader(db, { accountId: id, provedAt: new Date() })
    expect(open).toMatchObject({
      mustEnrol: false,
      actor: { offices: [{ role: 'handler', district: null }] },
    })
    await expect(disableTotp(await own(id), { password })).rejects.toMatchObject({
      reason: 'account.lastFactor',
    })
  })

  test('is joined with a mixed password where passwords have a maximum age', async () => {
    const { token } = await invite(`${v7()}@example.cn`)
    const join = (next: string) =>
      joinAsNewcomer(
        { ...ctx, passwordMaxAgeDays: 90 },
        { name: '新任经办', password: next, again: next, token },
        visit,
      )
    await expect(join(password)).rejects.toMatchObject({ reason: 'account.notMixed', path: 'password' })
    await join('窗外有3棵老槐树 a')
  })

  test('is given by administrators only; an invitation works once, for its address, until it is taken back', async () => {
    const { id, email } = await person()
    const stranger = await own(id)
    await expect(
      inviteOfficer(stranger, { email, role: 'handler', district: undefined, formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'officer.administratorOnly' })
    const other = await own((await person()).id)
    const { token } = await invite(email)
    await expect(joinAsMyself(other, token)).rejects.toMatchObject({ code: 'unauthenticated' })
    const outcomes = await Promise.allSettled([1, 2].map(() => joinAsMyself(stranger, token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.select().from(office).where(eq(office.accountId, id))).toHaveLength(1)

    const key = v7()
    const gone = await inviteOfficer(admin, {
      email: `${v7()}@example.cn`,
      role: 'expert',
      district: undefined,
      formKey: key,
    })
    await revokeInvitation(admin, { id: brand(key), formKey: v7() })
    await expect(
      joinAsNewcomer(ctx, { name: '迟到的人', password, again: password, token: gone.token }, visit),
    ).rejects.toMatchObject({ reason: 'account.linkOver' })
  })

  test('of an administrator or auditor is held alone; the last administrator stays', async () => {
    const { id, email } = await person()
    await joinAsMyself(await own(id), (await invite(email)).token)
    await expect(joinAsMyself(await own(id), (await invite(email, 'auditor')).token)).rejects.toMatchObject({
      reason: 'officer.separateDuties',
    })
    const self = admin.actor as Actor & Person
    const reason = '不再担任管理员'
    const leave = { accountId: self.accountId, role: 'administrator', reason } as const
    await expect(relieveOfficer(admin, { ...leave, formKey: v7() })).rejects.toMatchObject({
      reason: 'officer.lastAdministrator',
    })
    const second = await person()
    await joinAsMyself(await own(second.id), (await invite(second.email, 'administrator')).token)
    await createSession(db, second.id)
    const gone = { ...leave, accountId: second.id, formKey: v7() }
    await relieveOfficer(admin, gone)
    await relieveOfficer(admin, gone)
    expect(await db.select().from(office).where(eq(office.accountId, second.id))).toEqual([])
    expect(await db.select().from(session).where(eq(session.userId, second.id))).toEqual([])
  })
})

describe('the account of one’s own', () => {
  test('ends one’s own sessions and nobody else’s', async () => {
    const [{ id: one }, { id: other }] = [await person(), await person()]
    for (const id of [one, one, other]) await createSession(db, id)
    const idsOf = async (of: Context) => (await listOwnSessions(of, null)).map(each => each.id)
    const [mine, theirs] = [await own(one), await own(other)]
    const [foreign = ''] = await idsOf(theirs)
    await endSession(mine, { id: foreign }, null)
    expect(await idsOf(theirs)).toContain(foreign)
    const [first = '', ...rest] = await idsOf(mine)
    await endSession(mine, { id: first }, null)
    expect(await idsOf(mine)).toEqual(rest)
    await endSession(mine, { id: 'others' }, null)
    expect([await idsOf(mine), (await idsOf(theirs)).length]).toEqual([[], 1])
    await expect(endSession(ctx, { id: foreign }, null)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('a new address counts when its link is used, by the person themselves; the old one is told', async () => {
    const { id, email } = await person()
    const taken = await person()
    const next = `${v7()}@example.cn`
    await changeEmail(await own(id), { email: next, password })
    const token = (await letterTo(next, 'changeEmail'))?.token
    expect((await findSigner(db, { id }))?.account.email).toBe(email)
    await expect(confirmNewEmail(await own(taken.id), token)).rejects.toMatchObject({ code: 'notFound' })
    await confirmNewEmail(await own(id), token)
    expect((await findSigner(db, { id }))?.account.email).toBe(next)
    expect(await letterTo(email, 'emailChanged')).toBeTruthy()
    await changeEmail(await own(id), { email: taken.email, password })
    const wrong = (await letterTo(taken.email, 'changeEmail'))?.token
    await expect(confirmNewEmail(await own(id), wrong)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a new password ends all other sessions and is not one that is easily guessed', async () => {
    const { id } = await person()
    const [kept, lost] = [await createSession(db, id), await createSession(db, id)]
    const me = await own(id)
    const keep = (await readSession(db, kept.token))?.id ?? ''
    const change = (next: string) =>
      changePassword(me, { current: password, password: next, again: next }, keep)
    await expect(change('北京机器人2026')).rejects.toMatchObject({
      reason: 'account.guessable',
      path: 'password',
    })
    await change('河边第二棵柳树下')
    expect(await readSession(db, kept.token)).not.toBeNull()
    expect(await readSession(db, lost.token)).toBeNull()
  })

  test('of a demo stays as it is', async () => {
    const { id } = await person({ demo: true })
    await expect(changeEmail(await own(id), { email: 'x@example.cn', password })).rejects.toMatchObject({
      reason: 'account.demoStays',
    })
  })
})

test('someone who holds a dump of the whole database signs in as nobody', async () => {
  const { id, email } = await person()
  const { secret, codes } = await withTotp(id)
  const { token: whole } = await createSession(db, id, { provedAt: new Date() })
  await askReset(ctx, { email }, { ...from, clientIp: '203.0.113.53' })
  await answerWishes()
  const reset = (await letterTo(email, 'resetPassword'))?.token ?? ''
  const tables = await raw<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`
  const dump: string[] = []
  for (const { name } of tables) {
    const rows = await raw.unsafe(`select t::text as line from ${name} t`)
    dump.push(...rows.map(row => String(row.line)))
  }
  const text = dump.join('\n')
  expect(text).toContain(email)
  for (const treasure of [password, secret, whole, reset, ...codes]) expect(text).not.toContain(treasure)

  const rows = await db.select().from(session)
  for (const row of rows) expect(await readSession(db, row.id)).toBeNull()
  const links = await raw<{ id: string }[]>`select id from one_time_token`
  for (const { id: hash } of links)
    await expect(resetPassword(ctx, { password, again: password, token: hash })).rejects.toMatchObject({
      reason: 'account.linkOver',
    })
  await expect(signIn(ctx, { email, password: passwordHash.slice(0, 100) }, visit)).rejects.toMatchObject({
    reason: 'account.wrongCredentials',
  })
})

test('what is over is swept out', async () => {
  await db.execute(
    sql`insert into rate_limit (key, points, expire) values ('old', 1, now() - interval '1 hour')`,
  )
  await db.execute(sql`update one_time_token set expires_at = now() - interval '2 days'`)
  await tidy(db)
  expect(await raw`select 1 from rate_limit where key = 'old'`).toHaveLength(0)
  expect(await raw`select 1 from one_time_token`).toHaveLength(0)
})

describe('where passwords have a maximum age', () => {
  const strict: Context = { ...ctx, passwordMaxAgeDays: 90 }
  const days = (n: number) => new Date(Date.now() - n * 86_400_000)
  const readAs = (accountId: AccountId, maxAgeDays: number | undefined = 90) =>
    loadReader(db, { accountId, provedAt: new Date() }, { now: new Date(), maxAgeDays })
  const inOffice = async (overrides: Parameters<typeof person>[0]) => {
    const someone = await person(overrides)
    await db.insert(office).values({ accountId: someone.id, role: 'handler' })
    return someone
  }

  test('an old one shuts the offices, and nothing else, of an officer, and of nobody else', async () => {
    const { id } = await inOffice({ passwordSetAt: days(91) })
    expect(await readAs(id)).toMatchObject({ mustRenew: true, mustEnrol: false, actor: { offices: [] } })
    expect(await readAs(id, 92)).toMatchObject({
      mustRenew: false,
      actor: { offices: [{ role: 'handler' }] },
    })
    expect(
      await loadReader(
        db,
        { accountId: id, provedAt: new Date() },
        { now: new Date(), maxAgeDays: undefined },
      ),
    ).toMatchObject({ mustRenew: false, actor: { offices: [{ role: 'handler' }] } })
    const demo = await inOffice({ passwordSetAt: days(91), demo: true })
    expect(await readAs(demo.id)).toMatchObject({ mustRenew: false, actor: { offices: [{}] } })
    const member = await person({ passwordSetAt: days(4000) })
    expect(await readAs(member.id)).toMatchObject({ mustRenew: false, actor: { kind: 'person' } })
  })

  test('the new one is another and mixed; then the offices are open', async () => {
    const old = 'Old locust tree 3'
    const { id } = await inOffice({ passwordSetAt: days(91), passwordHash: await hashPassword(old) })
    const me = { ...strict, actor: (await readAs(id)).actor }
    const change = (next: string, current = old) =>
      changePassword(me, { current, password: next, again: next }, '')
    await expect(change(old)).rejects.toMatchObject({ reason: 'account.samePassword', path: 'password' })
    await expect(change('窗外有三棵老槐树')).rejects.toMatchObject({ reason: 'account.notMixed' })
    await change('New locust tree 4')
    expect(await readAs(id)).toMatchObject({ mustRenew: false, actor: { offices: [{ role: 'handler' }] } })
    await expect(
      changePassword(
        { ...me, passwordMaxAgeDays: undefined },
        again('窗外有三棵老槐树', 'New locust tree 4'),
        '',
      ),
    ).resolves.toBeUndefined()
  })

  test('a reset asks the same of an officer; a member is asked for nothing', async () => {
    const { email } = await inOffice({})
    await askReset(strict, { email }, { ...from, clientIp: '203.0.113.60' })
    await answerWishes()
    const token = (await letterTo(email, 'resetPassword'))?.token
    const reset = (next: string) => resetPassword(strict, { password: next, again: next, token })
    await expect(reset('河边第二棵柳树下')).rejects.toMatchObject({ reason: 'account.notMixed' })
    await reset('河边第2棵柳树下 a')

    const member = await person()
    const me = { ...strict, actor: (await readAs(member.id)).actor }
    await changePassword(me, again('河边第二棵柳树下', password), '')
  })

  const again = (next: string, current: string) => ({ current, password: next, again: next })
})
