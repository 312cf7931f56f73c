import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findInquiry, listAsked } from '#db/queries/inquiries.ts'
import { audit, inquiry, notification } from '#db/schema/index.ts'
import { criteriaADay, scenarioCriteriaADay } from '#domain/inquiries/inquiry.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import { criterionIds } from '#domain/ontology/criteria.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { InquiryId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { spoken } from '#domain/shared/localized.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { askFirm } from '#services/inquiries/ask.ts'
import { questionsOn } from '#services/inquiries/on-product.ts'
import { showInquiry } from '#services/inquiries/show.ts'
import { withholdFact } from '#services/inquiries/withhold.ts'
import { lapseTalks } from '#services/introductions/lapse.ts'
import { deskTalks, talksOfScenario } from '#services/introductions/list.ts'
import { talkAbout } from '#services/introductions/talk.ts'
import { editProduct } from '#services/products/edit.ts'
import { publishProduct } from '#services/products/review.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, hospital, officer, passDeadline, robotFirm } from '../support/factories.ts'
import {
  productDecision,
  productInput,
  productRev,
  publish,
  publishedProduct,
  revise,
  submit,
} from '../support/products.ts'
import { anotherCall, ask, askingScenario, inquiryForm } from '../support/talks.ts'
import { type Cast, castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const desk = { ...ctx, scansFiles: false }
let cast: Cast
let callId: ScenarioId
const [t, tEn] = [createT(zh, 'zh'), createT(en, 'en')]

beforeAll(async () => {
  cast = await castOf(ctx)
  callId = (await askingScenario(ctx, cast)).id
}, 60_000)

/** A call that needs 50 kg, eight hours and a slope, and a product that states the first of them only. */
async function pair(): Promise<{ scenarioId: ScenarioId; productId: ProductId }> {
  return { scenarioId: await anotherCall(db, callId), productId: cast.productId }
}

const rowOf = async (id: InquiryId) => (await findInquiry(db, id))?.inquiry
const toldOf = (id: string) => db.select().from(notification).where(eq(notification.objectId, id))
const askAs = (
  who: Parameters<typeof as>[1],
  both: { scenarioId: ScenarioId; productId: ProductId },
  criteria: CriterionId[] = ['runtimeHours'],
) => askFirm(as(ctx, who), { ...both, criteria })

/** The firm's next version states these facts besides. */
async function state(productId: ProductId, specs: Record<string, unknown>): Promise<void> {
  const { firm, reviewer } = cast
  const own = as(ctx, firm)
  await revise(ctx, { id: productId, firm })
  const content = productInput({ specs: { ...(productInput().specs as object), ...specs } })
  const rev = await productRev(own, productId)
  await editProduct(own, { ...content, id: productId, rev, formKey: v7() } as never)
  await submit(ctx, { id: productId, firm })
  await publish(ctx, { id: productId, reviewer })
}

async function freshProduct(): Promise<ProductId> {
  const { firm, reviewer } = cast
  return (await publishedProduct(ctx, { firm, reviewer })).id
}

describe('one click', () => {
  it('asks about several facts at once, and tells the firm what and why', async () => {
    const both = await pair()
    expect(await askAs(cast.demand, both, ['runtimeHours', 'slopeDeg'])).toEqual({ asked: 2, before: 0 })
    const rows = await listAsked(db, both.scenarioId, both.productId)
    expect(
      rows.map(({ criterion, necessity, need, status }) => [criterion, necessity, need, status]),
    ).toEqual([
      ['runtimeHours', 'must', 8, 'asked'],
      ['slopeDeg', 'should', 5, 'asked'],
    ])
    const told = (await Promise.all(rows.map(row => toldOf(row.id)))).flat()
    expect(told.map(row => [row.event, row.accountId])).toEqual([['inquiry.asked', cast.firm.accountId]])
    const text = t.maybe('notification.inquiry.asked.subject', told[0]?.params)
    expect(text).toBe('请确认“药小递 Y3”的参数：连续工作、爬坡')
    const english = tEn.maybe('notification.inquiry.asked.subject', told[0]?.params)?.split(': ')[1]
    expect(english).toMatch(/^[A-Za-z ]+, [A-Za-z ]+$/)
    const open = await questionsOn(as(ctx, cast.firm), both.productId)
    expect(open.filter(each => rows.some(row => row.id === each.id))).toHaveLength(2)
    expect(await questionsOn({ ...ctx, actor: visitor }, both.productId)).toEqual([])
    expect(await questionsOn(as(ctx, cast.demand), both.productId)).toEqual([])
    const desked = (await deskTalks(as(ctx, cast.firm))).inquiries.map(each => each.id)
    expect(desked).toEqual(expect.arrayContaining(rows.map(row => row.id)))
    const deeds = await db
      .select()
      .from(audit)
      .where(eq(audit.objectId, rows[0]?.id ?? ''))
    expect(deeds.map(row => [row.noun, row.deed, row.toStatus])).toEqual([['inquiry', 'inquire', 'asked']])
  })

  it('asks each fact once, however often and by whomever it is pressed', async () => {
    const both = await pair()
    const colleague = await colleagueOf(db, cast.demand)
    const pressed = await Promise.all([cast.demand, colleague, cast.demand].map(who => askAs(who, both)))
    expect(pressed.map(each => each.asked).sort()).toEqual([0, 0, 1])
    const rows = await listAsked(db, both.scenarioId, both.productId)
    expect(rows).toHaveLength(1)
    const told = await toldOf(rows[0]?.id ?? '')
    expect(told.filter(row => row.accountId === cast.firm.accountId)).toHaveLength(1)
  })

  it('asks nothing that the product states or the scenario does not need', async () => {
    const both = await pair()
    expect(await askAs(cast.demand, both, ['payloadKg'])).toEqual({ asked: 0, before: 1 })
    await expect(askAs(cast.demand, both, ['noiseDbA'])).rejects.toMatchObject({
      code: 'invalid',
      reason: 'inquiry.notANeed',
    })
    await expect(askAs(cast.demand, both, ['__proto__' as CriterionId])).rejects.toThrow()
    await expect(askAs(cast.demand, both, [])).rejects.toThrow()
    expect(await listAsked(db, both.scenarioId, both.productId)).toEqual([])
  })

  it('is the scenario’s own people’s, and before the deadline', async () => {
    const both = await pair()
    const viewer = await colleagueOf(db, cast.demand, 'viewer')
    for (const [who, reason] of [
      [viewer, 'organization.viewerOnly'],
      [await hospital(db), 'organization.notMember'],
      [cast.firm, 'organization.notMember'],
      [cast.handler, 'organization.notMember'],
    ] as const)
      await expect(askAs(who, both)).rejects.toMatchObject({ code: 'forbidden', reason })
    await expect(
      askFirm({ ...ctx, actor: visitor }, { ...both, criteria: ['runtimeHours'] }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
    await passDeadline(db, both.scenarioId)
    await expect(askAs(cast.demand, both)).rejects.toMatchObject({ reason: 'introduction.closed' })
  })

  it('has nobody to ask of a reported case', async () => {
    const { scenarioId } = await pair()
    const reported = await publishedProduct(ctx, { firm: await robotFirm(db), reviewer: cast.reviewer })
    await db.execute(sql`update product set source = 'report' where id = ${reported.id}`)
    await expect(askAs(cast.demand, { scenarioId, productId: reported.id })).rejects.toMatchObject({
      reason: 'introduction.nobodyThere',
    })
    const talks = await talkAbout(as(ctx, cast.demand), scenarioId, [reported.id])
    expect(talks[reported.id]?.inquire).toMatchObject({ ok: false })
  })

  it('is offered on the match page for what is open and not asked yet', async () => {
    const both = await pair()
    const own = as(ctx, cast.demand)
    const talk = async () => (await talkAbout(own, both.scenarioId, [both.productId]))[both.productId]
    expect((await talk())?.open).toEqual(['runtimeHours', 'slopeDeg'])
    const id = await ask(ctx, cast.demand, both, ['runtimeHours'])
    expect(await talk()).toMatchObject({
      open: ['slopeDeg'],
      asked: { runtimeHours: { id, status: 'asked' } },
    })
  })
})

describe('limits', () => {
  it('stop pestering one firm, and everybody', async () => {
    const both = await pair()
    await askAs(cast.demand, both)
    // Setup data: other facts that were asked about today.
    const others = criterionIds.filter(each => !['runtimeHours', 'slopeDeg'].includes(each))
    const fill = (names: string[], productId: ProductId) =>
      db.execute(sql`
      insert into inquiry (id, status, scenario_id, product_id, product_version_id, demand_organization_id,
        supply_organization_id, criterion, necessity, need, asked_by, created_at, decided_at)
      select gen_random_uuid()::text, 'lapsed', q.scenario_id, ${productId}, q.product_version_id,
        q.demand_organization_id, q.supply_organization_id, each.name, necessity, need, asked_by, q.created_at, now()
      from inquiry q, json_array_elements_text(${JSON.stringify(names)}::json) each(name)
      where q.scenario_id = ${both.scenarioId} and q.criterion = 'runtimeHours' and q.product_id = ${both.productId}`)
    await fill(others.slice(0, criteriaADay - 1), both.productId)
    await expect(askAs(cast.demand, both, ['slopeDeg'])).rejects.toMatchObject({
      ...{ code: 'tooMany', reason: 'inquiry.productUsedUp' },
      detail: { max: criteriaADay, retryAfterSeconds: expect.any(Number) },
    })
    const tomorrow = { ...ctx, clock: async () => new Date(Date.now() + 24 * 3_600_000) }
    await askFirm(as(tomorrow, cast.demand), { ...both, criteria: ['slopeDeg'] })
    const second = await freshProduct()
    for (let n = criteriaADay; n < scenarioCriteriaADay; n += 25)
      await fill(others.slice(0, Math.min(25, scenarioCriteriaADay - n)), await freshProduct())
    await expect(askAs(cast.demand, { ...both, productId: second })).rejects.toMatchObject({
      reason: 'inquiry.scenarioUsedUp',
    })
  })
})

describe('a version that states it', () => {
  it('closes the question in its own transaction, and tells who asked the new verdict', async () => {
    const productId = await freshProduct()
    const both = { ...(await pair()), productId }
    const id = await ask(ctx, cast.demand, both, ['runtimeHours', 'slopeDeg'])
    await state(productId, { runtimeHours: { value: '6', grade: 'C' } })
    const rows = await listAsked(db, both.scenarioId, productId)
    expect(rows.map(row => [row.criterion, row.status, row.stated, row.verdict])).toEqual([
      ['runtimeHours', 'stated', 6, 'F'],
      ['slopeDeg', 'asked', null, null],
    ])
    const told = (await toldOf(id)).filter(row => row.event === 'inquiry.stated')
    const mine = told.find(row => row.accountId === cast.demand.accountId)
    expect(mine?.params).toMatchObject({ musts: 2, met: 1, unmet: 1, open: 0 })
    expect(spoken(String(mine?.params.facts), 'zh')).toContain('不满足')
    expect(t.maybe('notification.inquiry.stated.text', mine?.params)).toContain('满足 1 项，不满足 1 项')
    const view = await showInquiry(as(ctx, cast.demand), id)
    expect(view).toMatchObject({ status: 'stated', stated: 6, verdict: 'F', pairVerdict: 'F' })
    // The next version may answer the rest; what is stated is not told twice.
    await state(productId, { runtimeHours: { value: '9', grade: 'C' }, slopeDeg: { value: '8', grade: 'C' } })
    const after = await listAsked(db, both.scenarioId, productId)
    expect(after.map(row => [row.status, row.verdict])).toEqual([
      ['stated', 'F'],
      ['stated', 'T'],
    ])
    expect(await showInquiry(as(ctx, cast.demand), id)).toMatchObject({ pairVerdict: 'T' })
  })

  it('closes it for every scenario that asked, and each is told of its own', async () => {
    const productId = await freshProduct()
    const other = await castOf(ctx, { ...cast, demand: await hospital(db) })
    const second = await askingScenario(ctx, other)
    const one = await ask(ctx, cast.demand, { ...(await pair()), productId }, ['runtimeHours'])
    const two = await ask(ctx, other.demand, { scenarioId: second.id, productId }, ['runtimeHours'])
    await state(productId, { runtimeHours: { value: '10', grade: 'C' } })
    for (const [id, who] of [
      [one, cast.demand],
      [two, other.demand],
    ] as const) {
      expect(await rowOf(id)).toMatchObject({ status: 'stated', verdict: 'T' })
      const told = (await toldOf(id)).filter(row => row.event === 'inquiry.stated')
      expect(told.map(row => row.accountId)).toContain(who.accountId)
    }
    expect((await toldOf(two)).map(row => row.accountId)).not.toContain(cast.demand.accountId)
  })

  it('leaves no question open that is asked while it comes out', async () => {
    const productId = await freshProduct()
    const both = { ...(await pair()), productId }
    const { firm, reviewer } = cast
    const own = as(ctx, firm)
    await revise(ctx, { id: productId, firm })
    const specs = { ...(productInput().specs as object), runtimeHours: { value: '9', grade: 'C' } }
    const rev = await productRev(own, productId)
    await editProduct(own, { ...productInput({ specs }), id: productId, rev, formKey: v7() } as never)
    await submit(ctx, { id: productId, firm })
    const decision = await productDecision(as(ctx, reviewer), productId)
    await Promise.all([publishProduct(as(ctx, reviewer), decision), askAs(cast.demand, both)])
    const rows = await listAsked(db, both.scenarioId, productId)
    // Either it came too late and was not asked, or the publication has closed it.
    expect(rows.filter(row => row.status === 'asked')).toEqual([])
  })
})

describe('a fact that is withheld', () => {
  it('has its reason, and the asker is told; the fact stays unknown', async () => {
    const both = await pair()
    const id = await ask(ctx, cast.demand, both, ['runtimeHours'])
    const form = await inquiryForm(ctx, id)
    await expect(withholdFact(as(ctx, cast.firm), { ...form, reason: '' as never })).rejects.toThrow()
    const once = { ...form, reason: 'unmeasured', note: '<b>十二月</b>出报告' } as const
    await Promise.all([withholdFact(as(ctx, cast.firm), once), withholdFact(as(ctx, cast.firm), once)])
    expect(await rowOf(id)).toMatchObject({ status: 'withheld', reason: 'unmeasured', rev: 1, stated: null })
    const told = (await toldOf(id)).filter(row => row.event === 'inquiry.withheld')
    expect(told.map(row => row.accountId)).toContain(cast.demand.accountId)
    expect(JSON.stringify(told)).not.toContain('<b>')
    expect(t.maybe('notification.inquiry.withheld.text', told[0]?.params)).toContain('尚未测得')
    expect(await showInquiry(as(ctx, cast.demand), id)).toMatchObject({ pairVerdict: 'U', note: once.note })
    // It is not asked again.
    expect(await askAs(cast.demand, both)).toEqual({ asked: 0, before: 1 })
  })

  it('may still be stated, which the asker learns', async () => {
    const productId = await freshProduct()
    const id = await ask(ctx, cast.demand, { ...(await pair()), productId }, ['runtimeHours'])
    await withholdFact(as(ctx, cast.firm), { ...(await inquiryForm(ctx, id)), reason: 'undisclosed' })
    await state(productId, { runtimeHours: { value: '8', grade: 'C' } })
    expect(await rowOf(id)).toMatchObject({ status: 'stated', verdict: 'T' })
  })

  it('is the firm’s own to withhold, on a page that is not stale', async () => {
    const id = await ask(ctx, cast.demand, await pair(), ['runtimeHours'])
    const form = await inquiryForm(ctx, id)
    const viewer = await colleagueOf(db, cast.firm, 'viewer')
    for (const [who, reason] of [
      [cast.demand, 'organization.notMember'],
      [cast.handler, 'organization.notMember'],
      [viewer, 'organization.viewerOnly'],
    ] as const)
      await expect(withholdFact(as(ctx, who), { ...form, reason: 'cannot' })).rejects.toMatchObject({
        reason,
      })
    for (const who of [await robotFirm(db), await officer(db, 'administrator')])
      await expect(withholdFact(as(ctx, who), { ...form, reason: 'cannot' })).rejects.toMatchObject({
        code: 'notFound',
      })
    await withholdFact(as(ctx, cast.firm), { ...form, reason: 'cannot' })
    await expect(
      withholdFact(as(ctx, cast.firm), { ...form, formKey: v7(), reason: 'undisclosed' }),
    ).rejects.toMatchObject({ code: 'conflict', detail: { noun: 'inquiry', status: 'withheld' } })
  })
})

describe('what nobody answered', () => {
  it('lapses at the deadline, told once for a pair', async () => {
    const both = await pair()
    const id = await ask(ctx, cast.demand, both, ['runtimeHours', 'slopeDeg'])
    await passDeadline(db, both.scenarioId)
    await Promise.all([lapseTalks(desk), lapseTalks(desk)])
    const rows = await listAsked(db, both.scenarioId, both.productId)
    expect(rows.map(row => row.status)).toEqual(['lapsed', 'lapsed'])
    const told = (await Promise.all(rows.map(row => toldOf(row.id)))).flat()
    const lapsed = told.filter(row => row.event === 'inquiry.lapsed' && row.accountId === cast.firm.accountId)
    expect(lapsed).toHaveLength(1)
    await expect(
      withholdFact(as(ctx, cast.firm), { ...(await inquiryForm(ctx, id)), reason: 'cannot' }),
    ).rejects.toMatchObject({ reason: 'inquiry.answered' })
  })

  it('stays as it was asked, by whatever hand', async () => {
    const both = await pair()
    const id = await ask(ctx, cast.demand, both, ['runtimeHours'])
    await expect(db.execute(sql`update inquiry set need = '1'::jsonb where id = ${id}`)).rejects.toThrow()
    await expect(db.delete(inquiry).where(eq(inquiry.id, id))).rejects.toThrow()
    expect((await talksOfScenario(as(ctx, cast.handler), both.scenarioId)).inquiries).toMatchObject([
      { id, criterion: 'runtimeHours', need: 8, waits: 'supply', isMine: false },
    ])
  })
})
