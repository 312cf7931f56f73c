import { sql as dsql, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contradictionsOf } from '#db/queries/consistency.ts'
import { insertMail } from '#db/queries/notifications.ts'
import { account, audit, history, membership, notification, office, organization } from '#db/schema/index.ts'
import { pseudonymOf } from '#domain/accounts/pseudonym.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AccountId, OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { mailOf, mailRhythms, noticeMatrix } from '#domain/shared/notice-matrix.ts'
import { noticeEvents } from '#domain/shared/notices.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { eraseAccount, exportOwnData } from '#services/accounts/privacy.ts'
import { createSession, readSession } from '#services/accounts/session.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { verifyChain } from '#services/audit/verify.ts'
import { deliverDigests, deliverNotice, type Letter } from '#services/notifications/deliver.ts'
import { chooseRhythm, showDeliveries } from '#services/notifications/preferences.ts'
import { claimOrganization } from '#services/organizations/claim.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { publishedEntry } from '#tests/support/entries.ts'
import { hospital, membershipOf, officer, robotFirm, submittedScenario } from '#tests/support/factories.ts'
import { acceptedPilot, announcedClaim, approve, castOf, runningPilot } from '#tests/support/trip.ts'
import { auditRows } from '../../scripts/invariants.ts'

const { db, sql: raw } = await testDatabase()
const ctx = testContext({ db })
const password = '窗外有三棵老槐树'
const passwordHash = await hashPassword(password)

async function own(id: AccountId) {
  return as(ctx, (await loadReader(db, { accountId: id, provedAt: new Date() })).actor)
}

/** A person with a password, in the shoes of one of the factories'. */
async function withPassword(id: AccountId) {
  const email = `${v7()}@canary.example.cn`
  await db
    .update(account)
    .set({ passwordHash, email, name: '金丝雀', phone: '13800138000' })
    .where(eq(account.id, id))
  return email
}

describe('erasing oneself', () => {
  test('takes what is personal and leaves the records, with a pseudonym where the account speaks', async () => {
    const person = await hospital(db)
    const { id } = await submittedScenario(ctx, { demand: person })
    const colleague = await hospital(db)
    const [place] = person.memberships
    await db.insert(membership).values({
      accountId: colleague.accountId,
      organizationId: place?.organizationId ?? brand<OrganizationId>(''),
      role: 'owner',
    })
    const email = await withPassword(person.accountId)
    await db.transaction(tx => insertMail(tx, { id: v7(), to: email, subject: '致', body: '您好' }))
    const { token } = await createSession(db, person.accountId)
    const me = await own(person.accountId)
    const before = await db.select().from(history).where(eq(history.objectId, id))

    await expect(eraseAccount(me, { password: 'wrong', affirmed: true })).rejects.toMatchObject({
      reason: 'account.wrongPassword',
    })
    await eraseAccount(me, { password, affirmed: true })
    expect(await readSession(db, token)).toBeNull()
    const [row] = await db.select().from(account).where(eq(account.id, person.accountId))
    expect(row).toMatchObject({ status: 'erased', phone: null, passwordHash: '', totpSecret: null })
    expect(row?.name).toMatch(/^已注销用户 /)
    await expect(
      signIn(ctx, { email, password }, { clientIp: '203.0.113.70', agent: '', previousToken: null }),
    ).rejects.toMatchObject({ reason: 'account.wrongCredentials' })
    expect((await loadReader(db, { accountId: person.accountId, provedAt: new Date() })).actor).toEqual(
      visitor,
    )
    const renamed = before.map(each => ({ ...each, actorName: pseudonymOf(person.accountId) }))
    expect(await db.select().from(history).where(eq(history.objectId, id))).toEqual(renamed)
    const told = await db.select().from(audit).where(eq(audit.objectId, id))
    expect(told).toHaveLength(before.length)
    for (const { actorName, actorSalt } of told)
      expect({ actorName, actorSalt }).toEqual({ actorName: pseudonymOf(person.accountId), actorSalt: null })
    expect(await verifyChain(auditRows(db), { seals: [], isGenuine: () => true })).toEqual([])
    for (const sentence of [
      'history names whom the audit chain names',
      'a name is withheld of erased accounts only',
    ] as const)
      expect(await contradictionsOf(db, sentence)).toEqual([])
    expect(await db.select().from(notification).where(eq(notification.accountId, person.accountId))).toEqual(
      [],
    )
    const tables = await raw<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`
    for (const { name } of tables) {
      const rows = await raw.unsafe(`select t::text as line from ${name} t where t::text like '%${email}%'`)
      expect(rows, name).toEqual([])
    }
  })

  test('the database lets the name of an erased account go for its pseudonym, and nothing else', async () => {
    const living = await hospital(db)
    const { id } = await submittedScenario(ctx, { demand: living })
    const refused = { cause: { message: expect.stringContaining('append-only') } }
    const where = dsql`where object_id = ${id} and actor_id = ${living.accountId}`
    const rename = dsql`update audit set actor_name = ${pseudonymOf(living.accountId)}, actor_salt = null ${where}`
    await expect(db.execute(rename)).rejects.toMatchObject(refused)
    await db
      .update(account)
      .set({ status: 'erased', name: pseudonymOf(living.accountId) })
      .where(eq(account.id, living.accountId))
    for (const set of [
      dsql`actor_name = '另一人', actor_salt = null`,
      dsql`actor_salt = null, actor_name = ${pseudonymOf(living.accountId)}, deed = 'x'`,
    ])
      await expect(db.execute(dsql`update audit set ${set} ${where}`)).rejects.toMatchObject(refused)
    await expect(db.execute(dsql`delete from audit ${where}`)).rejects.toMatchObject(refused)
    await db.execute(rename)
    await db.execute(dsql`update history set actor_name = ${pseudonymOf(living.accountId)} ${where}`)
    expect(await verifyChain(auditRows(db), { seals: [], isGenuine: () => true })).toEqual([])
  })

  test('leaves no word in which somebody asked to join', async () => {
    const asker = await hospital(db)
    const other = await robotFirm(db)
    const [place] = await db
      .select()
      .from(organization)
      .where(eq(organization.id, membershipOf(other).organizationId))
    await db.delete(membership).where(eq(membership.accountId, asker.accountId))
    await withPassword(asker.accountId)
    const me = await own(asker.accountId)
    const statement = '我是金丝雀，销售部的，电话 13800138000'
    await claimOrganization(me, { uscc: place?.uscc ?? '', statement, formKey: v7() })
    await eraseAccount(me, { password, affirmed: true })
    for (const table of ['organization_claim', 'history', 'audit', 'audit_content', 'notification'])
      for (const word of ['13800138000', statement])
        expect(await raw.unsafe(`select from ${table} t where t::text like '%${word}%'`), table).toHaveLength(
          0,
        )
    expect(
      await raw.unsafe(
        `select from audit t where actor_id = '${asker.accountId}' and t::text like '%金丝雀%'`,
      ),
    ).toHaveLength(0)
  })

  test('leaves no organisation without an owner and no office without its holder', async () => {
    const alone = await robotFirm(db)
    await withPassword(alone.accountId)
    await expect(
      eraseAccount(await own(alone.accountId), { password, affirmed: true }),
    ).rejects.toMatchObject({
      reason: 'account.soleOwner',
      detail: { organization: expect.any(String) },
    })
    const handler = await officer(db, 'handler')
    await withPassword(handler.accountId)
    await expect(
      eraseAccount(await own(handler.accountId), { password, affirmed: true }),
    ).rejects.toMatchObject({
      reason: 'account.leaveOfficeFirst',
    })
  })

  test('of two owners who go at once, one stays', async () => {
    const first = await robotFirm(db)
    const second = await robotFirm(db)
    const organizationId = first.memberships[0]?.organizationId ?? brand<OrganizationId>('')
    await db.delete(membership).where(eq(membership.accountId, second.accountId))
    await db.insert(membership).values({ accountId: second.accountId, organizationId, role: 'owner' })
    await withPassword(first.accountId)
    await withPassword(second.accountId)
    const going = await Promise.all([first, second].map(({ accountId }) => own(accountId)))
    const outcomes = await Promise.allSettled(going.map(me => eraseAccount(me, { password, affirmed: true })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await db.select().from(membership).where(eq(membership.organizationId, organizationId)),
    ).toHaveLength(1)
  })
})

test('an export holds all of one’s own and nothing of others, without a secret, and is on record', async () => {
  const person = await hospital(db)
  await submittedScenario(ctx, { demand: person })
  const email = await withPassword(person.accountId)
  const file = await exportOwnData(await own(person.accountId))
  expect(file.person).toMatchObject({ email, phone: '13800138000' })
  expect(file.deeds.map(({ deed }) => deed)).toEqual(expect.arrayContaining(['draft', 'submit']))
  const text = JSON.stringify(file)
  for (const secret of [passwordHash, 'argon2', 'totp']) expect(text).not.toContain(secret)
  const rows = await db.select().from(audit).where(eq(audit.objectId, person.accountId))
  expect(rows.map(({ deed }) => deed)).toContain('export')
  await expect(exportOwnData(as(ctx, visitor))).rejects.toMatchObject({ code: 'unauthenticated' })
})

describe('the matrix of notices', () => {
  test('has a row for every event and names exactly those whom the trip tells', async () => {
    expect(Object.keys(noticeMatrix).sort()).toEqual([...noticeEvents].sort())
    const cast = await castOf(ctx)
    const pilotId = await acceptedPilot(ctx, cast, ['SN-1'])
    const id = await announcedClaim(ctx, { cast, pilotId })
    await approve(ctx, { cast, id, units: [{ serial: 'SN-1', fen: yuan(1000) }] })
    await publishedEntry(ctx, cast)
    await runningPilot(ctx, cast, ['SN-2'])
    const told = await db
      .select({ event: notification.event, accountId: notification.accountId })
      .from(notification)
    const roles = new Map<string, string[]>()
    for (const { accountId, role } of await db.select().from(office)) roles.set(accountId, [role])
    for (const { accountId, capabilities } of await db
      .select({ accountId: membership.accountId, capabilities: organization.capabilities })
      .from(membership)
      .innerJoin(organization, eq(organization.id, membership.organizationId)))
      roles.set(accountId, capabilities.includes('publishScenarios') ? ['demand'] : ['supply'])
    expect(new Set(told.map(({ event }) => event)).size).toBeGreaterThan(18)
    for (const { event, accountId } of told) {
      const [role = 'nobody'] = roles.get(accountId) ?? []
      expect(noticeMatrix[event as keyof typeof noticeMatrix].to, `${event} to ${role}`).toContain(role)
    }
  })

  test.each(mailRhythms)('what is served is mailed at once, whatever one prefers (%s)', rhythm => {
    for (const event of noticeEvents)
      expect(mailOf(event, rhythm)).toBe(
        noticeMatrix[event].mail === 'served'
          ? 'now'
          : { each: 'now', daily: 'digest', none: 'never' }[rhythm],
      )
  })
})

describe('mail', () => {
  async function waiting(rhythm: 'each' | 'daily' | 'none') {
    const handler = await officer(db, 'handler')
    await chooseRhythm(await own(handler.accountId), { rhythm })
    const { id } = await submittedScenario(ctx)
    const rows = await db.select().from(notification).where(eq(notification.accountId, handler.accountId))
    return { handler, row: rows.find(({ objectId }) => objectId === id) }
  }
  const post = (send: (letter: Letter) => void) => ({
    write: () => ({ to: 'x@example.cn', subject: 's', body: 'b' }),
    send: async (_tx: unknown, letter: Letter) => send(letter),
    now: () => new Date(),
  })
  const mailedAt = async (id = '') =>
    (await db.select().from(notification).where(eq(notification.id, id)))[0]?.mailedAt ?? null

  test('goes once, waits for the letter of the day, or stays here, as the reader likes', async () => {
    const sent: Letter[] = []
    const each = await waiting('each')
    for (let i = 0; i < 2; i++)
      await deliverNotice(
        db,
        post(letter => sent.push(letter)),
        each.row?.id ?? '',
      )
    expect(sent).toHaveLength(1)
    const none = await waiting('none')
    await deliverNotice(
      db,
      post(letter => sent.push(letter)),
      none.row?.id ?? '',
    )
    expect(sent).toHaveLength(1)
    expect(await mailedAt(none.row?.id)).not.toBeNull()
    const daily = await waiting('daily')
    await deliverNotice(
      db,
      post(letter => sent.push(letter)),
      daily.row?.id ?? '',
    )
    expect(await mailedAt(daily.row?.id)).toBeNull()
    for (let i = 0; i < 2; i++)
      await deliverDigests(
        db,
        post(letter => sent.push(letter)),
      )
    expect(sent).toHaveLength(2)
    expect(await mailedAt(daily.row?.id)).not.toBeNull()
  })

  test('that a server refuses for good is written down and not tried again; a passing fault is', async () => {
    const { handler, row } = await waiting('each')
    const passing = post(() => {
      throw Object.assign(new Error('greylisted'), { responseCode: 451, response: '451 later' })
    })
    await expect(deliverNotice(db, passing, row?.id ?? '')).rejects.toThrow('greylisted')
    expect(await mailedAt(row?.id)).toBeNull()
    const final = post(() => {
      throw Object.assign(new Error('no such user'), { responseCode: 550, response: '550 no such user' })
    })
    await deliverNotice(db, final, row?.id ?? '')
    expect(await mailedAt(row?.id)).not.toBeNull()
    const { counts, refused } = await showDeliveries(as(ctx, handler))
    expect(counts).toContainEqual({ event: 'scenario.submitted', outcome: 'refused', n: 1 })
    expect(refused[0]).toMatchObject({ answer: '550 no such user' })
    await expect(showDeliveries(as(ctx, await hospital(db)))).rejects.toMatchObject({
      reason: 'officer.only',
    })
  })
})
