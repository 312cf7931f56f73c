import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { insertMail } from '#db/queries/notifications.ts'
import { account } from '#db/schema/index.ts'
import { demoPassword } from '#domain/accounts/demo.ts'
import { workplaceOf } from '#domain/accounts/workplace.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { listDemoPeople } from '#services/accounts/demo-people.ts'
import { showMailbox } from '#services/accounts/mailbox.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { listNotices } from '#services/notifications/list.ts'
import { readNotices } from '#services/notifications/read.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, officer, robotFirm, submittedScenario } from '#tests/support/factories.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

const unreadOf = async (person: Person) =>
  (await loadReader(db, { accountId: person.accountId, provedAt: new Date() })).unread

describe('notices', () => {
  it('are one’s own, counted while unread, and read all at once, by oneself only', async () => {
    const handler = await officer(db, 'handler')
    const colleague = await officer(db, 'handler')
    const firm = await robotFirm(db)
    const { id } = await submittedScenario(ctx)
    expect([await unreadOf(handler), await unreadOf(colleague), await unreadOf(firm)]).toEqual([1, 1, 0])
    const { notices, total } = await listNotices(as(ctx, handler), {})
    expect(total).toBe(1)
    expect(notices).toMatchObject([{ event: 'scenario.submitted', objectId: id, isRead: false }])
    for (let times = 0; times < 2; times++) await readNotices(as(ctx, handler))
    expect([await unreadOf(handler), await unreadOf(colleague)]).toEqual([0, 1])
    expect((await listNotices(as(ctx, handler), { page: 'x' })).notices[0]?.isRead).toBe(true)
  })

  it('ask a visitor to sign in', async () => {
    const open = as(ctx, visitor)
    await expect(listNotices(open, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(readNotices(open)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the mailbox of a demo', () => {
  const makeDemo = (person: Person, email: string) =>
    db.update(account).set({ demo: true, email }).where(eq(account.id, person.accountId))
  const letter = (to: string) =>
    db.transaction(tx => insertMail(tx, { id: v7(), to, subject: `致 ${to}`, body: '您好' }))

  it('shows a person their own letters, the bureau all, and nobody else that it exists', async () => {
    const [demand, firm, desk, real] = [
      await hospital(db),
      await robotFirm(db),
      await officer(db, 'handler'),
      await officer(db, 'administrator'),
    ]
    await makeDemo(demand, 'h@demo.example')
    await makeDemo(firm, 'f@demo.example')
    await makeDemo(desk, 'd@demo.example')
    await letter('h@demo.example')
    await letter('f@demo.example')
    const subjects = async (person: Person) =>
      (await showMailbox(as(ctx, person))).letters.map(each => each.subject)
    expect(await subjects(demand)).toEqual(['致 h@demo.example'])
    expect(await subjects(firm)).toEqual(['致 f@demo.example'])
    expect((await subjects(desk)).sort()).toEqual(['致 f@demo.example', '致 h@demo.example'])
    for (const person of [real, await hospital(db)])
      await expect(showMailbox(as(ctx, person))).rejects.toMatchObject({ code: 'notFound' })
    await expect(showMailbox(as(ctx, visitor))).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('demo people', () => {
  it('are listed by the part they play, and no real person is among them', async () => {
    const passwordHash = await hashPassword(demoPassword)
    const demand = await hospital(db)
    const expert = await officer(db, 'expert')
    for (const person of [demand, expert])
      await db
        .update(account)
        .set({ demo: true, passwordHash, email: `${v7()}@demo.example` })
        .where(eq(account.id, person.accountId))
    await robotFirm(db)
    const people = await listDemoPeople(as(ctx, visitor))
    const mine = people.filter(({ email }) => email.length > 20)
    expect(mine.map(({ part, office }) => [part, office])).toEqual([
      ['demand', null],
      ['expert', 'expert'],
    ])
    const [first] = mine
    const visit = { clientIp: '203.0.113.7', agent: '', previousToken: null }
    const entered = await signIn(
      as(ctx, visitor),
      { email: first?.email ?? '', password: demoPassword },
      visit,
    )
    expect(entered.accountId).toBe(demand.accountId)
  })

  it('begin at their own work', async () => {
    expect(workplaceOf(await officer(db, 'approver'))).toBe('queue')
    expect(workplaceOf(await officer(db, 'expert'))).toBe('queue')
    expect(workplaceOf(await officer(db, 'administrator'))).toBe('workspace')
    expect(workplaceOf(await hospital(db))).toBe('workspace')
  })
})
