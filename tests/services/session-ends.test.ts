import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { account, session } from '#db/schema/index.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { eraseAccount } from '#services/accounts/privacy.ts'
import { changePassword } from '#services/accounts/profile.ts'
import { proveByCode } from '#services/accounts/prove.ts'
import { enableTotp, showFactors } from '#services/accounts/second-factor.ts'
import { createSession, readSession } from '#services/accounts/session.ts'
import { endSession } from '#services/accounts/sessions.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { signOut } from '#services/accounts/sign-out.ts'
import type { Context } from '#services/context.ts'
import { inviteOfficer } from '#services/officers/invite.ts'
import { joinAsMyself } from '#services/officers/join.ts'
import { relieveOfficer } from '#services/officers/relieve.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { officer } from '#tests/support/factories.ts'
import { codeOf } from '#tests/support/totp.ts'

// S14: after each of these events the cookie from before opens nothing.

const { db } = await testDatabase()
const ctx = testContext({ db })
const password = '窗外有三棵老槐树'
const visit = { clientIp: '203.0.113.9', agent: '', previousToken: null }
let passwordHash = ''
let admin: Context
beforeAll(async () => {
  passwordHash = await hashPassword(password)
  admin = as(ctx, await officer(db, 'administrator'))
})

interface Somebody {
  id: AccountId
  email: string
  own: Context
  /** The session from before. */
  token: string
}

async function somebody(): Promise<Somebody> {
  const id = brand<AccountId>(v7())
  const email = `${id}@example.cn`
  await db.insert(account).values({ id, email, name: '示例用户', passwordHash })
  const { token } = await createSession(db, id)
  const { actor } = await loadReader(db, { accountId: id, provedAt: ctx.now })
  return { id, email, token, own: as(ctx, actor) }
}

async function withFactor({ own }: Somebody, token: string | null): Promise<string> {
  const { secret, sealed } = (await showFactors(own)).offer ?? { secret: '', sealed: '' }
  const input = { password, sealed, code: codeOf(secret, 0, ctx.now) }
  await enableTotp(own, input, { ...visit, previousToken: token })
  return secret
}

async function inOffice({ own, email }: Somebody): Promise<void> {
  const asked = { email, role: 'handler', district: undefined, formKey: v7() } as const
  await joinAsMyself(own, (await inviteOfficer(admin, asked)).token)
}

const events: Record<string, (who: Somebody) => Promise<string>> = {
  'signing in again in the same browser': async ({ email, token }) => {
    await signIn(ctx, { email, password }, { ...visit, previousToken: token })
    return token
  },
  'setting a second factor up': async who => {
    await withFactor(who, who.token)
    return who.token
  },
  'proving the second factor': async who => {
    const secret = await withFactor(who, null)
    const { token } = await signIn(ctx, { email: who.email, password }, visit)
    await proveByCode(ctx, { code: codeOf(secret, 1, ctx.now) }, { ...visit, previousToken: token })
    return token
  },
  'an office that is given': async who => {
    await inOffice(who)
    return who.token
  },
  'an office that is taken': async who => {
    await inOffice(who)
    const { token } = await createSession(db, who.id, { provedAt: new Date(), bureau: true })
    const taken = {
      accountId: who.id,
      role: 'handler',
      reason: '岗位调整，不再任经办',
      formKey: v7(),
    } as const
    await relieveOfficer(admin, taken)
    return token
  },
  'a new password, set elsewhere': async ({ id, own, token }) => {
    const here = await readSession(db, (await createSession(db, id)).token)
    const next = '河边第二棵柳树下'
    await changePassword(own, { current: password, password: next, again: next }, here?.id ?? '')
    return token
  },
  'signing out': async ({ own, token }) => {
    await signOut(own, token)
    return token
  },
  'being signed out from another device': async ({ id, own, token }) => {
    const here = await readSession(db, (await createSession(db, id)).token)
    await endSession(own, { id: 'others' }, here?.id ?? '')
    return token
  },
  'the end of the account': async ({ own, token }) => {
    await eraseAccount(own, { password, affirmed: true })
    return token
  },
  'half an hour without use': async ({ id, token }) => {
    await db.update(session).set({ expiresAt: sql`now()` }).where(eq(session.userId, id))
    return token
  },
}

test.each(Object.entries(events))('%s', async (_name, event) => {
  const who = await somebody()
  expect(await readSession(db, who.token)).toMatchObject({ accountId: who.id })
  expect(await readSession(db, await event(who))).toBeNull()
})

test.each([
  { bureau: false, hours: 12 },
  { bureau: true, hours: 8 },
])('%j in all, however much it is used', async ({ bureau, hours }) => {
  const { id } = await somebody()
  const { token } = await createSession(db, id, { bureau })
  const begun = (minutes: number) => sql`now() - make_interval(mins => ${minutes}::int)`
  await db
    .update(session)
    .set({ createdAt: begun(hours * 60 - 1) })
    .where(eq(session.userId, id))
  expect(await readSession(db, token)).not.toBeNull()
  await db
    .update(session)
    .set({ createdAt: begun(hours * 60) })
    .where(eq(session.userId, id))
  expect(await readSession(db, token)).toBeNull()
})

test('an account that is switched off is nobody at once, in the middle of a session', async () => {
  const { id, token } = await somebody()
  await db.update(account).set({ status: 'erased' }).where(eq(account.id, id))
  const found = await readSession(db, token)
  const reader = await loadReader(db, found ?? { accountId: id, provedAt: null })
  expect(reader.actor).toEqual({ kind: 'visitor' })
})
