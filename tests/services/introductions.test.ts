import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findIntroduction, patchIntroduction } from '#db/queries/introductions.ts'
import { gatherPersonalData } from '#db/queries/privacy.ts'
import { audit, auditContent, introduction, notification, organizationRelation } from '#db/schema/index.ts'
import { invitationsADay, offersADay } from '#domain/introductions/introduction.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { IntroductionId, OrganizationId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { answerIntroduction, withdrawIntroduction } from '#services/introductions/answer.ts'
import { invitedTo } from '#services/introductions/invited.ts'
import { lapseTalks } from '#services/introductions/lapse.ts'
import { deskTalks, listTalks, talksOfProduct, talksOfScenario } from '#services/introductions/list.ts'
import { responsivenessOf } from '#services/introductions/responsiveness.ts'
import { introductionSheet, showIntroduction } from '#services/introductions/show.ts'
import { talkAbout, talkAboutScenarios } from '#services/introductions/talk.ts'
import { loadScenario } from '#services/scenarios/load.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  hospital,
  membershipOf,
  officer,
  passDeadline,
  publishedScenario,
  robotFirm,
  submittedScenario,
} from '../support/factories.ts'
import { publish, publishedProduct, revise, submit } from '../support/products.ts'
import { anotherCall, introductionForm, invite, offer } from '../support/talks.ts'
import { biddenScenario, type Cast, castOf } from '../support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
let cast: Cast
let callId: ScenarioId

beforeAll(async () => {
  cast = await castOf(ctx)
  callId = (await publishedScenario(ctx, cast)).id
}, 60_000)

/** A pair that nobody has said anything about. */
const pair = async () => ({ scenarioId: await anotherCall(db, callId), productId: cast.productId })

const rowOf = async (id: IntroductionId) => (await findIntroduction(db, id))?.introduction
const toldOf = async (id: string) => {
  const rows = await db.select().from(notification).where(eq(notification.objectId, id))
  return rows.map(({ event, accountId }) => [event, accountId])
}
const desk = { ...ctx, scansFiles: false }

async function answer(
  by: Person,
  id: IntroductionId,
  more: Partial<Parameters<typeof answerIntroduction>[1]> = {},
) {
  return answerIntroduction(as(ctx, by), {
    ...(await introductionForm(ctx, id)),
    answer: 'welcomed',
    ...more,
  })
}

describe('an invitation', () => {
  it('goes to the firm with the match as it was, and changes nothing else', async () => {
    const both = await pair()
    const { id } = await invite(ctx, cast.demand, both, { message: '想请贵单位看看外科楼的配送。' })
    const row = await rowOf(id)
    expect(row).toMatchObject({ status: 'sent', direction: 'invite', dueOn: null, rev: 0 })
    expect(row?.match).toMatchObject({ standing: 'main', verdict: 'T', productVersion: 1, addenda: 0 })
    expect(row?.match.score).toBeGreaterThan(0)
    expect(row?.match.reasons.length).toBeGreaterThan(0)
    expect(await toldOf(id)).toEqual([['introduction.invited', cast.firm.accountId]])
    const view = await showIntroduction(as(ctx, cast.firm), id)
    expect(view).toMatchObject({ side: 'receiver', message: '想请贵单位看看外科楼的配送。' })
    expect(view.steps).toEqual([{ deed: 'send', at: expect.any(Date), by: null }])
    expect(await showIntroduction(as(ctx, cast.demand), id)).toMatchObject({ side: 'sender' })
  })

  it('stands in history and in the audit chain, with what was said', async () => {
    const { id } = await invite(ctx, cast.demand, await pair(), { message: '请看' })
    await answer(cast.firm, id)
    const rows = await db.select().from(audit).where(eq(audit.objectId, id)).orderBy(audit.seq)
    expect(rows.map(row => [row.noun, row.deed, row.fromStatus, row.toStatus])).toEqual([
      ['introduction', 'send', null, 'sent'],
      ['introduction', 'welcome', 'sent', 'welcomed'],
    ])
    const [kept] = await db
      .select()
      .from(auditContent)
      .where(eq(auditContent.hash, rows[0]?.afterHash ?? ''))
    expect(JSON.parse(kept?.content ?? '{}')).toMatchObject({
      direction: 'invite',
      message: '请看',
      match: { productVersion: 1 },
    })
  })

  it('may go to a firm that is not verified to bid, which answers it all the same', async () => {
    const firm = await robotFirm(db, { capabilities: ['publishProducts'] })
    const { id: productId } = await publishedProduct(ctx, { firm, reviewer: cast.reviewer })
    const { scenarioId } = await pair()
    const sheet = { direction: 'invite', scenario: scenarioId, product: productId }
    expect(await introductionSheet(as(ctx, cast.demand), sheet)).toMatchObject({ isVerified: false })
    const { id } = await invite(ctx, cast.demand, { scenarioId, productId })
    await expect(offer(ctx, firm, { ...(await pair()), productId })).rejects.toMatchObject({
      reason: 'organization.notCapable',
    })
    await answer(firm, id)
    expect(await rowOf(id)).toMatchObject({ status: 'welcomed' })
  })

  it('shows the gap of a near miss', async () => {
    const { demand, reviewer, productId } = cast
    const heavy = await publishedScenario(ctx, {
      demand,
      reviewer,
      content: { requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 100 }] },
    })
    const { id } = await invite(ctx, demand, { scenarioId: heavy.id, productId })
    expect((await rowOf(id))?.match).toMatchObject({
      standing: 'near',
      gap: { criterion: 'payloadKg', need: 100, have: 60 },
    })
  })

  it('says on the public page how many firms were invited, and not which', async () => {
    const both = await pair()
    const stranger = { ...ctx, actor: visitor }
    expect(await invitedTo(stranger, both.scenarioId)).toEqual({ firms: 0, reads: false })
    const { id } = await invite(ctx, cast.demand, both)
    expect(await invitedTo(stranger, both.scenarioId)).toEqual({ firms: 1, reads: false })
    expect(await invitedTo(as(ctx, cast.demand), both.scenarioId)).toEqual({ firms: 1, reads: true })
    await withdrawIntroduction(as(ctx, cast.demand), await introductionForm(ctx, id))
    expect(await invitedTo(stranger, both.scenarioId)).toEqual({ firms: 0, reads: false })
  })
})

describe('an offer', () => {
  it('has a day of its answer, and goes to the demand side', async () => {
    const { id } = await offer(ctx, cast.firm, await pair())
    const row = await rowOf(id)
    expect(row?.direction).toBe('offer')
    // In December the calendar of the next year may not be known yet.
    if (row?.dueOn) expect(row.dueOn > row.createdAt.toISOString().slice(0, 10)).toBe(true)
    expect(await toldOf(id)).toEqual([['introduction.offered', cast.demand.accountId]])
    expect((await deskTalks(as(ctx, cast.demand))).introductions.map(each => each.id)).toContain(id)
    expect((await deskTalks(as(ctx, cast.firm))).introductions.map(each => each.id)).not.toContain(id)
  })

  it('is declined with a reason, and both sides are told', async () => {
    const { id } = await offer(ctx, cast.firm, await pair())
    await expect(answer(cast.demand, id, { answer: 'declined' })).rejects.toMatchObject({
      reason: 'introduction.reasonMissing',
      path: 'reason',
    })
    await expect(answer(cast.demand, id, { answer: 'declined', reason: 'other' })).rejects.toMatchObject({
      path: 'note',
    })
    await answer(cast.demand, id, { answer: 'declined', reason: 'openRoute', note: '请按公告应标' })
    expect(await rowOf(id)).toMatchObject({
      ...{ status: 'declined', reason: 'openRoute', note: '请按公告应标' },
      decidedBy: cast.demand.accountId,
    })
    const told = (await toldOf(id)).filter(([event]) => event === 'introduction.declined')
    expect(told.map(([, account]) => account).sort()).toEqual(
      [cast.demand.accountId, cast.firm.accountId].sort(),
    )
    expect(await showIntroduction(as(ctx, cast.firm), id)).toMatchObject({ reason: 'openRoute' })
  })

  it('is not sent again for the same version, but with the next one', async () => {
    const { demand, reviewer } = cast
    const firm = await robotFirm(db)
    const { id: productId } = await publishedProduct(ctx, { firm, reviewer })
    const both = { ...(await pair()), productId }
    const { id } = await offer(ctx, firm, both)
    await answer(demand, id, { answer: 'declined', reason: 'gap' })
    await expect(offer(ctx, firm, both)).rejects.toMatchObject({ reason: 'introduction.declinedBefore' })
    // The other side has declined nothing.
    const { id: invited } = await invite(ctx, demand, both)
    await withdrawIntroduction(as(ctx, demand), await introductionForm(ctx, invited))
    await revise(ctx, { id: productId, firm })
    await submit(ctx, { id: productId, firm })
    await publish(ctx, { id: productId, reviewer })
    const { id: second } = await offer(ctx, firm, both)
    expect((await rowOf(second))?.match.productVersion).toBe(2)
  })
})

describe('who may', () => {
  it('are the editors of the side that sends, and nobody else', async () => {
    const both = await pair()
    const viewer = await colleagueOf(db, cast.demand, 'viewer')
    const editor = await colleagueOf(db, cast.demand)
    const foreign = await hospital(db)
    for (const [who, reason] of [
      [viewer, 'organization.viewerOnly'],
      [foreign, 'organization.notMember'],
      [cast.firm, 'organization.notMember'],
      [cast.handler, 'organization.notMember'],
    ] as const)
      await expect(invite(ctx, who, both), reason).rejects.toMatchObject({ code: 'forbidden', reason })
    await expect(offer(ctx, cast.demand, both)).rejects.toMatchObject({ reason: 'organization.notMember' })
    await expect(invite({ ...ctx, actor: visitor }, editor, both)).resolves.toBeDefined()
    await expect(
      introductionSheet({ ...ctx, actor: visitor }, { direction: 'invite' }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('write to nobody about a reported case, a draft or a product that is not public', async () => {
    const { scenarioId, productId } = await pair()
    const waiting = await submittedScenario(ctx, { demand: cast.demand })
    await expect(invite(ctx, cast.demand, { scenarioId: waiting.id, productId })).rejects.toMatchObject({
      reason: 'scenario.notOpenForBids',
    })
    await expect(
      invite(ctx, cast.demand, { scenarioId, productId: brand<ProductId>(v7()) }),
    ).rejects.toMatchObject({ code: 'notFound' })
    const reporter = await robotFirm(db, { source: 'report' })
    const reported = await publishedProduct(ctx, { firm: reporter, reviewer: cast.reviewer })
    await db.execute(sql`update product set source = 'report' where id = ${reported.id}`)
    await expect(invite(ctx, cast.demand, { scenarioId, productId: reported.id })).rejects.toMatchObject({
      reason: 'introduction.nobodyThere',
    })
  })

  it('write neither to themselves nor to a related organisation', async () => {
    const both = await hospital(db, { capabilities: ['publishScenarios', 'publishProducts', 'bid'] })
    const { id: productId } = await publishedProduct(ctx, { firm: both, reviewer: cast.reviewer })
    const { id: scenarioId } = await publishedScenario(ctx, { demand: both, reviewer: cast.reviewer })
    await expect(invite(ctx, both, { scenarioId, productId })).rejects.toMatchObject({
      reason: 'introduction.ownOrganization',
    })
    const other = await pair()
    const [a = '', b = ''] = [membershipOf(cast.demand), membershipOf(both)].map(m => m.organizationId).sort()
    await db.insert(organizationRelation).values({ a: brand(a), b: brand(b), kind: 'affiliate' as never })
    const pairs = { scenarioId: other.scenarioId, productId }
    for (const send of [() => invite(ctx, cast.demand, pairs), () => offer(ctx, both, pairs)])
      await expect(send()).rejects.toMatchObject({ reason: 'introduction.relatedOrganization' })
  })

  it('see it on two sides and at the bureau; to everybody else it is not there', async () => {
    const both = await pair()
    const { id } = await invite(ctx, cast.demand, both)
    const auditor = await officer(db, 'auditor')
    for (const who of [cast.demand, cast.firm, cast.handler, cast.approver, auditor])
      expect((await showIntroduction(as(ctx, who), id)).id).toBe(id)
    expect((await showIntroduction(as(ctx, auditor), id)).steps[0]?.by).toBe(cast.demand.name)
    const strangers = [await hospital(db), await robotFirm(db), await officer(db, 'administrator')]
    for (const who of strangers)
      await expect(showIntroduction(as(ctx, who), id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showIntroduction({ ...ctx, actor: visitor }, id)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    await expect(answer(strangers[1] as Person, id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(answer(cast.demand, id)).rejects.toMatchObject({ reason: 'organization.notMember' })
    await expect(
      withdrawIntroduction(as(ctx, cast.firm), await introductionForm(ctx, id)),
    ).rejects.toMatchObject({ reason: 'organization.notMember' })
  })
})

describe('lists', () => {
  it('are each side’s own, and all of it for the bureau', async () => {
    const both = await pair()
    const { id } = await invite(ctx, cast.demand, both)
    const ids = (list: { introductions: { id: string }[] }) => list.introductions.map(each => each.id)
    expect(ids(await talksOfScenario(as(ctx, cast.demand), both.scenarioId))).toEqual([id])
    expect(ids(await talksOfScenario(as(ctx, cast.handler), both.scenarioId))).toEqual([id])
    expect(ids(await talksOfProduct(as(ctx, cast.firm), both.productId))).toContain(id)
    await expect(talksOfScenario(as(ctx, cast.firm), both.scenarioId)).rejects.toMatchObject({
      reason: 'organization.notMember',
    })
    await expect(talksOfProduct(as(ctx, cast.demand), both.productId)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const all = await listTalks(as(ctx, cast.handler), { page: 1 })
    expect(all.scope).toBe('all')
    expect(all.counts.introductions.all).toBe((await db.select().from(introduction)).length)
    const own = await listTalks(as(ctx, await robotFirm(db)), { page: 1 })
    expect(own).toMatchObject({ scope: 'own', introductions: [], counts: { introductions: { all: 0 } } })
  })

  it('say who waits for whom', async () => {
    const both = await pair()
    const { id } = await offer(ctx, cast.firm, both)
    const line = async (who: Person) =>
      (await listTalks(as(ctx, who), { page: 1 })).introductions.find(each => each.id === id)
    expect(await line(cast.demand)).toMatchObject({ waits: 'demand', isMine: true })
    expect(await line(cast.firm)).toMatchObject({ waits: 'demand', isMine: false })
  })
})

describe('twice, at once, stale and too late', () => {
  it('has one effect however often its form is sent', async () => {
    const both = await pair()
    const formKey = v7()
    const sent = await Promise.all([1, 2, 3].map(() => invite(ctx, cast.demand, both, { formKey })))
    expect(new Set(sent.map(each => each.id)).size).toBe(1)
    const id = brand<IntroductionId>(formKey)
    expect(await toldOf(id)).toHaveLength(1)
    // The key of one sender is nobody else's.
    await expect(offer(ctx, cast.firm, both, { formKey })).rejects.toMatchObject({ code: 'notFound' })
    const form = await introductionForm(ctx, id)
    const answers = [1, 2].map(() => answerIntroduction(as(ctx, cast.firm), { ...form, answer: 'welcomed' }))
    await Promise.all(answers)
    expect(await rowOf(id)).toMatchObject({ status: 'welcomed', rev: 1 })
    expect((await showIntroduction(as(ctx, cast.firm), id)).steps.map(each => each.deed)).toEqual([
      'send',
      'welcome',
    ])
  })

  it('has one open introduction for a pair, from whichever side', async () => {
    const both = await pair()
    const tried = await Promise.allSettled([
      invite(ctx, cast.demand, both),
      offer(ctx, cast.firm, both),
      invite(ctx, cast.demand, both),
    ])
    expect(tried.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of tried)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({ code: 'conflict', reason: 'introduction.openAlready' })
  })

  it('is answered or withdrawn, never both', async () => {
    const { id } = await invite(ctx, cast.demand, await pair())
    const form = await introductionForm(ctx, id)
    const tried = await Promise.allSettled([
      answerIntroduction(as(ctx, cast.firm), { ...form, formKey: v7(), answer: 'welcomed' }),
      withdrawIntroduction(as(ctx, cast.demand), { ...form, formKey: v7() }),
    ])
    expect(tried.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    const row = await rowOf(id)
    expect(['welcomed', 'withdrawn']).toContain(row?.status)
    expect(row?.rev).toBe(1)
  })

  it('tells a stale page what has happened', async () => {
    const { id } = await invite(ctx, cast.demand, await pair())
    const form = await introductionForm(ctx, id)
    await withdrawIntroduction(as(ctx, cast.demand), form)
    await expect(
      answerIntroduction(as(ctx, cast.firm), { ...form, formKey: v7(), answer: 'welcomed' }),
    ).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
      detail: { noun: 'introduction', status: 'withdrawn', by: cast.demand.name },
    })
  })

  it('is neither sent nor answered from the deadline on', async () => {
    const both = await pair()
    const { id } = await invite(ctx, cast.demand, both)
    const { scenario } = await loadScenario(as(ctx, cast.demand), both.scenarioId)
    const deadline = scenario.bidDeadline ?? new Date()
    // The deadline is half-open on the clock of the database: at its very moment it is over.
    const at = (moment: Date) => ({ ...ctx, clock: async () => moment })
    const closed = { code: 'conflict', reason: 'introduction.closed' }
    await expect(
      answerIntroduction(as(at(deadline), cast.firm), {
        ...(await introductionForm(ctx, id)),
        answer: 'welcomed',
      }),
    ).rejects.toMatchObject(closed)
    const { id: another } = await publishedProduct(ctx, { firm: cast.firm, reviewer: cast.reviewer })
    const next = { ...both, productId: another }
    await expect(invite(at(deadline), cast.demand, next)).rejects.toMatchObject(closed)
    await invite(at(new Date(deadline.getTime() - 1)), cast.demand, next)
  })
})

describe('what nobody answered', () => {
  it('lapses at the deadline by the job, once, and both sides are told', async () => {
    const both = await pair()
    const { id } = await offer(ctx, cast.firm, both)
    const { id: kept } = await offer(ctx, cast.firm, await pair())
    await lapseTalks(desk)
    expect(await rowOf(id)).toMatchObject({ status: 'sent' })
    await passDeadline(db, both.scenarioId)
    await Promise.all([lapseTalks(desk), lapseTalks(desk)])
    expect(await rowOf(id)).toMatchObject({ status: 'lapsed', rev: 1, decidedBy: null })
    expect(await rowOf(kept)).toMatchObject({ status: 'sent' })
    const told = (await toldOf(id)).filter(([event]) => event === 'introduction.lapsed')
    const people = told.map(([, account]) => account)
    expect(people).toEqual(expect.arrayContaining([cast.demand.accountId, cast.firm.accountId]))
    expect(new Set(people).size).toBe(people.length)
    expect(await lapseTalks(desk)).toBe(0)
  })

  it('lapses with its scenario too', async () => {
    const both = await pair()
    const { id } = await invite(ctx, cast.demand, both)
    const own = as(ctx, cast.demand)
    const { scenario } = await loadScenario(own, both.scenarioId)
    await withdrawScenario(own, {
      id: scenario.id,
      rev: scenario.rev,
      formKey: v7(),
      reason: '预算调整，项目顺延',
    })
    await expect(answer(cast.firm, id)).rejects.toMatchObject({ reason: 'introduction.closed' })
    await lapseTalks(desk)
    expect(await rowOf(id)).toMatchObject({ status: 'lapsed' })
  })
})

describe('limits', () => {
  it('stop a scenario after so many invitations a day, under any concurrency', async () => {
    const { demand, reviewer } = cast
    const scenarioId = await anotherCall(db, callId)
    const { id: productId } = await invite(ctx, demand, { scenarioId, productId: cast.productId })
    // Setup data: today's invitations to other products, as if they had been sent and taken back.
    await db.execute(sql`
      insert into introduction (id, direction, status, scenario_id, product_id, product_version_id,
        demand_organization_id, supply_organization_id, match, sent_by, created_at, decided_at)
      select gen_random_uuid()::text, direction, 'withdrawn', scenario_id, product_id, product_version_id,
        demand_organization_id, supply_organization_id, match, sent_by, created_at, now()
      from introduction, generate_series(1, ${invitationsADay - 3}::int) where id = ${productId}`)
    const firm = await robotFirm(db)
    const products = await Promise.all([1, 2, 3, 4].map(() => publishedProduct(ctx, { firm, reviewer })))
    const tried = await Promise.allSettled(
      products.map(each => invite(ctx, demand, { scenarioId, productId: each.id })),
    )
    expect(tried.filter(each => each.status === 'fulfilled')).toHaveLength(2)
    for (const each of tried)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({
          code: 'tooMany',
          reason: 'introduction.invitationsUsedUp',
          detail: { max: invitationsADay },
        })
    // Tomorrow in Beijing it counts anew.
    const tomorrow = { ...ctx, clock: async () => new Date(Date.now() + 24 * 3_600_000) }
    const [left] = products.filter((_, index) => tried[index]?.status === 'rejected')
    await invite(tomorrow, demand, { scenarioId, productId: left?.id ?? cast.productId })
  })

  it('stop a firm after so many offers a day', async () => {
    const { reviewer } = cast
    const firm = await robotFirm(db)
    const { id: productId } = await publishedProduct(ctx, { firm, reviewer })
    const { id } = await offer(ctx, firm, { ...(await pair()), productId })
    await db.execute(sql`
      insert into introduction (id, direction, status, scenario_id, product_id, product_version_id,
        demand_organization_id, supply_organization_id, match, sent_by, created_at, decided_at)
      select gen_random_uuid()::text, direction, 'withdrawn', scenario_id, product_id, product_version_id,
        demand_organization_id, supply_organization_id, match, sent_by, created_at, now()
      from introduction, generate_series(1, ${offersADay - 1}::int) where id = ${id}`)
    await expect(offer(ctx, firm, { ...(await pair()), productId })).rejects.toMatchObject({
      reason: 'introduction.offersUsedUp',
    })
  })
})

describe('what was sent', () => {
  it('cannot be changed or deleted, by whatever hand', async () => {
    const { id } = await invite(ctx, cast.demand, await pair(), { message: '原话' })
    const change = sql`update introduction set message = '改过' where id = ${id}`
    await expect(db.execute(change)).rejects.toThrow()
    await expect(db.execute(sql`delete from introduction where id = ${id}`)).rejects.toThrow()
    await db.transaction(tx => patchIntroduction(tx, id, { note: '答复' }))
    expect(await rowOf(id)).toMatchObject({ message: '原话', note: '答复' })
  })

  it('is in the export of whoever wrote it, and the answer in that of whoever gave it', async () => {
    const demand = await hospital(db)
    const scenarioId = (await publishedScenario(ctx, { demand, reviewer: cast.reviewer })).id
    const { id } = await invite(
      ctx,
      demand,
      { scenarioId, productId: cast.productId },
      { message: '甲方的话' },
    )
    await answer(cast.firm, id, { note: '乙方的话' })
    const [own, theirs] = [
      JSON.stringify((await gatherPersonalData(db, demand.accountId)).introductions),
      JSON.stringify((await gatherPersonalData(db, cast.firm.accountId)).introductions),
    ]
    expect(own).toContain('甲方的话')
    expect(own).not.toContain('乙方的话')
    expect(theirs).toContain('乙方的话')
    expect(theirs).not.toContain('甲方的话')
  })

  it('takes no hostile text', async () => {
    const both = await pair()
    for (const message of ['\u202e\u53cd\u5411', 'a\u0000b', '长'.repeat(501)])
      await expect(invite(ctx, cast.demand, both, { message })).rejects.toThrow()
    const html = '<script>alert(1)</script>\n{title} {reason:spoken}'
    const { id } = await invite(ctx, cast.demand, both, { message: html })
    expect((await showIntroduction(as(ctx, cast.firm), id)).message).toBe(html)
    // Free text travels in no notice and so in no letter.
    const rows = await db.select().from(notification).where(eq(notification.objectId, id))
    expect(JSON.stringify(rows)).not.toContain('script')
  })
})

describe('the match page', () => {
  it('is told in two queries what may be said, and a stranger nothing', async () => {
    const both = await pair()
    const own = as(ctx, cast.demand)
    const before = queries.length
    const talks = await talkAbout(own, both.scenarioId, [both.productId])
    expect(queries.length - before).toBeLessThanOrEqual(2)
    expect(talks[both.productId]).toMatchObject({ direction: 'invite', introduce: { ok: true }, last: null })
    const { id } = await invite(ctx, cast.demand, both)
    const later = await talkAbout(own, both.scenarioId, [both.productId])
    expect(later[both.productId]).toMatchObject({
      introduce: { ok: false, reason: 'introduction.openAlready' },
      last: { id, status: 'sent', direction: 'invite' },
    })
    const theirs = await talkAboutScenarios(as(ctx, cast.firm), both.productId, [both.scenarioId])
    expect(theirs[both.scenarioId]).toMatchObject({ direction: 'offer', last: { id }, inquire: null })
    const visits = queries.length
    for (const who of [visitor, cast.handler, { kind: 'system', name: '平台' } as const])
      expect(await talkAbout({ ...ctx, actor: who }, both.scenarioId, [both.productId])).toEqual({})
    expect(queries.length).toBe(visits)
    expect(await talkAbout(as(ctx, cast.firm), both.scenarioId, [both.productId])).toEqual({})
  })

  it('does not tell whether a firm has bid', async () => {
    const { id: scenarioId } = await biddenScenario(ctx, cast)
    const quiet = await pair()
    const own = as(ctx, cast.demand)
    const [withBid, without] = [
      (await talkAbout(own, scenarioId, [cast.productId]))[cast.productId],
      (await talkAbout(own, quiet.scenarioId, [cast.productId]))[cast.productId],
    ]
    expect(withBid).toEqual(without)
    const { id } = await invite(ctx, cast.demand, { scenarioId, productId: cast.productId })
    const view = JSON.stringify([
      await showIntroduction(own, id),
      await talksOfScenario(own, scenarioId),
      await listTalks(own, { page: 1 }),
    ])
    expect(view).not.toMatch(/bid"|"bids|receipt|sealed/)
  })
})

describe('答复及时', () => {
  const spring = new Date('2026-04-20T04:00:00Z')
  const summer = new Date('2026-06-01T04:00:00Z')

  it('counts offers and opened bids of the organisation alone, by one query', async () => {
    const demand = await hospital(db)
    const { organizationId } = membershipOf(demand)
    const rate = async (now = summer) =>
      (await responsivenessOf(db, [organizationId], now)).get(organizationId)
    expect(await rate()).toEqual({ inTime: 0, cases: 0, share: null })
    const { id: first, bidId } = await biddenScenario(ctx, { ...cast, demand })
    const calls = [first, await anotherCall(db, first), await anotherCall(db, first)]
    const ids: IntroductionId[] = []
    for (const scenarioId of calls)
      ids.push((await offer(ctx, cast.firm, { scenarioId, productId: cast.productId })).id)
    for (const id of ids.slice(0, 2)) await answer(demand, id, { answer: 'declined', reason: 'openRoute' })
    // Setup data: sent in the spring, two of them answered two days later.
    await db.execute(sql`alter table introduction disable trigger introduction_kept`)
    await db.execute(sql`
      update introduction set created_at = ${spring.toISOString()}::timestamptz,
        decided_at = case when decided_at is not null then '2026-04-22 12:00+08'::timestamptz end
      where demand_organization_id = ${organizationId}`)
    await db.execute(sql`alter table introduction enable trigger introduction_kept`)
    // On the fifth working day the third is no case yet; a sealed bid never is one.
    expect(await rate(new Date('2026-04-27T04:00:00Z'))).toEqual({ inTime: 2, cases: 2, share: null })
    expect(await rate()).toEqual({ inTime: 2, cases: 3, share: 2 / 3 })
    await passDeadline(db, first)
    const own = { ...as(ctx, demand), now: spring }
    await openBids(own, { id: first, rev: (await loadScenario(own, first)).scenario.rev, formKey: v7() })
    expect(await rate(new Date('2026-05-10T04:00:00Z'))).toMatchObject({ inTime: 2, cases: 3 })
    expect(await rate()).toEqual({ inTime: 2, cases: 4, share: 0.5 })
    const choice = { id: first, bidId, reason: '现场适应性更好', debriefs: [], conflictFree: true }
    const chosen = { ...own, now: new Date('2026-05-12T04:00:00Z') }
    const { rev } = (await loadScenario(own, first)).scenario
    await selectBid(chosen, { ...choice, rev, formKey: v7() })
    expect(await rate()).toEqual({ inTime: 3, cases: 4, share: 0.75 })
    // A year later it is forgotten.
    expect(await rate(new Date('2027-06-01T04:00:00Z'))).toMatchObject({ cases: 0 })
    const before = queries.length
    const others = [organizationId, membershipOf(cast.demand).organizationId, brand<OrganizationId>(v7())]
    expect((await responsivenessOf(db, others, summer)).size).toBe(3)
    expect(queries.length - before).toBe(1)
  })
})
