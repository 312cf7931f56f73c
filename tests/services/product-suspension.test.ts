import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { listBiddableProducts } from '#db/queries/bids.ts'
import { listHistory } from '#db/queries/history.ts'
import { listVersions } from '#db/queries/products.ts'
import { audit, auditContent, notification } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { IntroductionId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { showBid } from '#services/bids/show.ts'
import { compare } from '#services/comparing/compare.ts'
import type { Context } from '#services/context.ts'
import { showFirm } from '#services/firms/show.ts'
import { showInquiry } from '#services/inquiries/show.ts'
import { showIntroduction } from '#services/introductions/show.ts'
import { talkAbout } from '#services/introductions/talk.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { appealHold, upholdHold } from '#services/products/appeal.ts'
import { productDeed } from '#services/products/deed.ts'
import { editProduct } from '#services/products/edit.ts'
import { holdSheet } from '#services/products/hold-sheet.ts'
import { listProducts } from '#services/products/list.ts'
import { resumeProduct } from '#services/products/resume.ts'
import { returnProduct } from '#services/products/review.ts'
import { showProduct } from '#services/products/show.ts'
import { haltProduct, suspendProduct } from '#services/products/suspend.ts'
import { compareVersions } from '#services/products/versions.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { find } from '#services/search/find.ts'
import { findHits } from '#services/search/hits.ts'
import { suggest } from '#services/search/suggest.ts'
import { showSolution } from '#services/solutions/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, membershipOf, officer, robotFirm } from '../support/factories.ts'
import {
  productContent,
  productDecision,
  productRev,
  publish,
  publishedProduct,
  revise,
  submit,
} from '../support/products.ts'
import { searchFor } from '../support/searches.ts'
import { publishedSolution } from '../support/solutions.ts'
import { ask, askingScenario, invite } from '../support/talks.ts'
import { biddenScenario, type Cast, castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

const reason = '参数与检测报告不符，请核对后说明'
const form = async (own: Context, id: ProductId) => ({ id, rev: await productRev(own, id), formKey: v7() })
const suspend = async (own: Context, id: ProductId) => suspendProduct(own, await form(own, id))
const resume = async (own: Context, id: ProductId) => resumeProduct(own, await form(own, id))
const halt = async (desk: Context, id: ProductId) => haltProduct(desk, { ...(await form(desk, id)), reason })
const appeal = async (own: Context, id: ProductId) =>
  appealHold(own, { ...(await form(own, id)), reason: '已补交第三方检测报告' })
const uphold = async (desk: Context, id: ProductId) =>
  upholdHold(desk, { ...(await form(desk, id)), reason: '报告的型号与产品不符' })
const deedsOf = async (id: ProductId) => (await listHistory(db, 'product', id)).map(row => row.deed)

let handler: Person
let approver: Person
beforeAll(async () => {
  handler = await officer(db, 'handler')
  approver = await officer(db, 'approver')
})

/** A word that one product has and nothing else. */
const uniqueWord = () => `zs${v7().replaceAll('-', '').slice(-12)}`

/** A published product with version 2 brought as far as `state`. */
async function inState(state: 'published' | 'draft' | 'submitted' | 'returned') {
  const word = uniqueWord()
  const made = await publishedProduct(ctx, { content: { name: `${word} 机器人` }, reviewer: handler })
  const own = as(ctx, made.firm)
  if (state !== 'published') {
    await revise(ctx, made)
    await editProduct(own, { ...productContent({ name: `秘密草稿 ${word}` }), ...(await form(own, made.id)) })
  }
  if (state === 'submitted' || state === 'returned') await submit(ctx, made)
  const desk = as(ctx, handler)
  if (state === 'returned')
    await returnProduct(desk, { ...(await productDecision(desk, made.id)), reason: '请补充检测报告' })
  return { ...made, own, word }
}

describe('what is suspended', () => {
  let cast: Cast
  let word: string
  let scenarioId: ScenarioId
  beforeAll(async () => {
    word = uniqueWord()
    const firm = await robotFirm(db)
    const { id } = await publishedProduct(ctx, {
      content: { name: `${word} 机器人` },
      firm,
      reviewer: handler,
    })
    cast = await castOf(ctx, { firm, productId: id, reviewer: handler })
    scenarioId = (await askingScenario(ctx, cast)).id
  })

  /** Every place that anybody reads, and whether the product stands in it. */
  const places: Record<string, () => Promise<boolean>> = {
    page: () => showProduct(as(ctx, visitor), { id: cast.productId }).then(() => true, notFoundIsFalse),
    version: () =>
      compareVersions(as(ctx, visitor), { id: cast.productId, version: 1 }).then(() => true, notFoundIsFalse),
    list: async () => {
      for (let page = 1; ; page++) {
        const { items, total, pageSize } = await listProducts(ctx, { page })
        if (items.some(each => each.id === cast.productId)) return true
        if (page * pageSize >= total) return false
      }
    },
    search: async () => {
      const hits = await Promise.all([
        ctx.search.search({ index: 'products', q: word, scope: ['public'] }).then(each => each.total),
        findHits(ctx, { index: 'products', q: word, offset: 0, limit: 10 }).then(each => each.hits.length),
        find(ctx, searchFor(word, { index: 'products' })).then(each => each.hits.length),
        suggest(ctx, word).then(each => each.items.length),
      ])
      return hits.some(Boolean)
    },
    firm: () =>
      showFirm(ctx, membershipOf(cast.firm).organizationId).then(
        firm => firm.products.items.some(each => each.id === cast.productId),
        notFoundIsFalse,
      ),
    matches: async () => {
      const { main, near, others } = await matchesForScenario(as(ctx, cast.demand), {
        id: scenarioId,
        all: true,
      })
      return [...main, ...near]
        .map(each => each.party)
        .concat(others)
        .some(each => each.id === cast.productId)
    },
    comparison: async () => (await compare(ctx, { p: [cast.productId] })).products.length > 0,
    bid: async () => (await listBiddableProducts(db, membershipOf(cast.firm).organizationId)).length > 0,
    talk: async () =>
      (await talkAbout(as(ctx, cast.demand), scenarioId, [cast.productId]))[cast.productId] !== undefined,
  }
  const notFoundIsFalse = (error: { code?: string }) => {
    if (error.code !== 'notFound') throw error
    return false
  }
  const standsIn = async () => {
    const said = await Promise.all(
      Object.entries(places).map(async ([name, is]) => ((await is()) ? [name] : [])),
    )
    return said.flat()
  }

  it('is gone from every place in the same commit, and back when it is resumed', async () => {
    const own = as(ctx, cast.firm)
    expect(await standsIn()).toEqual(Object.keys(places))
    await suspend(own, cast.productId)
    expect(await standsIn()).toEqual([])
    await resume(own, cast.productId)
    expect(await standsIn()).toEqual(Object.keys(places))
    await halt(as(ctx, handler), cast.productId)
    expect(await standsIn()).toEqual([])
    await resume(as(ctx, approver), cast.productId)
    expect(await standsIn()).toEqual(Object.keys(places))
  })

  it('stays what a bid has pinned, and what was sent about it says that it is not on show', async () => {
    const own = as(ctx, cast.firm)
    const demand = as(ctx, cast.demand)
    const { bidId } = await biddenScenario(ctx, cast)
    const pair = { scenarioId, productId: cast.productId }
    const invitation: IntroductionId = (await invite(ctx, cast.demand, pair)).id
    const question = await ask(ctx, cast.demand, pair, ['runtimeHours'])
    const solution = await publishedSolution(ctx, {
      firm: cast.firm,
      reviewer: handler,
      products: [pair.productId],
    })
    const before = await showBid(own, bidId)
    const said = async () => ({
      introduction: (await showIntroduction(demand, invitation)).isShown,
      inquiry: (await showInquiry(demand, question)).product.isShown,
      part: (await showSolution(as(ctx, visitor), { id: solution.id })).parts[0]?.isPublic,
    })
    expect(await said()).toEqual({ introduction: true, inquiry: true, part: true })
    await suspend(own, pair.productId)
    expect(await said()).toEqual({ introduction: false, inquiry: false, part: false })
    const { formKey: _, ...after } = await showBid(own, bidId)
    expect(before).toMatchObject(after)
    await expect(invite(ctx, cast.demand, pair)).rejects.toMatchObject({ code: 'notFound' })
    await resume(own, pair.productId)
    expect(await said()).toEqual({ introduction: true, inquiry: true, part: true })
  })
})

describe('from each state with a public version', () => {
  it.each(['published', 'draft', 'submitted', 'returned'] as const)(
    'from %s: the officer and the audit read what was on show, never the draft beside it, and that comes back',
    async state => {
      const { id, own, word } = await inState(state)
      const desk = as(ctx, handler)
      await halt(desk, id)
      await expect(showProduct(ctx, { id })).rejects.toMatchObject({ code: 'notFound' })
      expect(await showProduct(own, { id })).toMatchObject({ status: 'suspended', isPublic: false })
      const page = await showProduct(desk, { id })
      expect(page).toMatchObject({
        reader: 'officer',
        version: { version: 1 },
        hold: { by: 'bureau', reason },
      })
      if (state !== 'published')
        await expect(showProduct(desk, { id, version: 2 })).rejects.toMatchObject({ code: 'notFound' })
      const [step] = await db
        .select({ content: auditContent.content })
        .from(audit)
        .innerJoin(auditContent, eq(auditContent.hash, audit.afterHash))
        .where(and(eq(audit.objectId, id), eq(audit.deed, 'halt')))
      expect(step?.content).toContain(`${word} 机器人`)
      const told = (await db.select().from(notification)).filter(each => each.event === 'product.halted')
      const read = [
        ...[page, step, told.filter(each => each.objectId === id)],
        await compareVersions(desk, { id, version: 1 }),
        await productDeed(desk, id, 'withdrawal'),
        await holdSheet(desk, id, 'suspension'),
      ]
      expect(JSON.stringify(read)).not.toContain(`秘密草稿 ${word}`)
      await resume(desk, id)
      const isPublished = state === 'published'
      expect((await showProduct(own, { id })).status).toBe(isPublished ? 'published' : 'draft')
      expect(await showProduct(ctx, { id })).toMatchObject({ isPublic: true, version: { version: 1 } })
      expect((await deedsOf(id)).at(-1)).toBe(isPublished ? 'resume' : 'resumeRevision')
    },
  )

  it('a draft beside what is on show is told to nobody by the pages of its deeds', async () => {
    const { id, word, own } = await inState('draft')
    for (const reader of [await robotFirm(db), handler]) {
      const sheet = await productDeed(as(ctx, reader), id, 'withdrawal')
      expect(sheet).toMatchObject({ name: `${word} 机器人`, hash: '' })
      expect(JSON.stringify(sheet)).not.toContain('秘密草稿')
      expect(sheet.content).not.toHaveProperty('funding')
    }
    expect((await productDeed(own, id, 'withdrawal')).name).toBe(`秘密草稿 ${word}`)
    await withdrawProduct(own, await form(own, id))
    expect(JSON.stringify(await db.select().from(auditContent))).not.toContain(`秘密草稿 ${word}`)
  })

  it('what was never on show cannot be suspended, nor what is withdrawn', async () => {
    const firm = await robotFirm(db)
    const { id } = await publishedProduct(ctx, { firm, reviewer: handler })
    const own = as(ctx, firm)
    await withdrawProduct(own, await form(own, id))
    await expect(suspend(own, id)).rejects.toMatchObject({ reason: 'product.alreadyWithdrawn' })
    await expect(halt(as(ctx, handler), id)).rejects.toMatchObject({ reason: 'product.alreadyWithdrawn' })
  })
})

describe('who may', () => {
  it('its own editor, not a viewer, a stranger, a guest, or an officer of the firm as an officer', async () => {
    const { id, firm, own } = await inState('published')
    const key = await form(own, id)
    const refused: [Person | typeof visitor, object][] = [
      [visitor, { code: 'unauthenticated' }],
      [await robotFirm(db), { reason: 'organization.notMember' }],
      [await colleagueOf(db, firm, 'viewer'), { reason: 'organization.viewerOnly' }],
      [handler, { reason: 'organization.notMember' }],
    ]
    for (const [who, why] of refused)
      await expect(suspendProduct(as(ctx, who), key)).rejects.toMatchObject(why)
    const inside = { ...firm, offices: [{ role: 'handler' as const, district: null }] }
    const auditor = await officer(db, 'auditor')
    const barred: [Person | typeof visitor, object][] = [
      [visitor, { code: 'unauthenticated' }],
      [firm, { reason: 'officer.only' }],
      [auditor, { reason: 'officer.only' }],
      [inside, { reason: 'officer.ownOrganization' }],
      [{ ...handler, recused: [id] }, { reason: 'officer.recused' }],
    ]
    for (const [who, why] of barred)
      await expect(haltProduct(as(ctx, who), { ...key, reason })).rejects.toMatchObject(why)
    await suspendProduct(as(ctx, await colleagueOf(db, firm)), { ...key, reason: '停产检修' })
    expect((await showProduct(own, { id })).hold).toMatchObject({
      by: 'firm',
      reason: '停产检修',
      appeal: null,
    })
  })

  it('only an officer lifts what an officer suspended; the firm asks, and another officer answers', async () => {
    const { id, own, firm } = await inState('published')
    const [desk, other] = [as(ctx, handler), as(ctx, approver)]
    await expect(appeal(own, id)).rejects.toMatchObject({ reason: 'product.bureauHoldsNot' })
    // The firm's own pause does not stand in the way of the bureau, and the bureau's ends the firm's.
    await suspend(own, id)
    await expect(resume(desk, id)).rejects.toMatchObject({ reason: 'organization.notMember' })
    await halt(desk, id)
    await expect(resume(own, id)).rejects.toMatchObject({ reason: 'product.bureauHolds' })
    await expect(halt(other, id)).rejects.toMatchObject({ reason: 'product.alreadySuspended' })
    await expect(uphold(other, id)).rejects.toMatchObject({ reason: 'product.noAppeal' })
    await appeal(own, id)
    await expect(appeal(own, id)).rejects.toMatchObject({ reason: 'product.alreadyAppealed' })
    await expect(uphold(desk, id)).rejects.toMatchObject({ reason: 'officer.fourEyes' })
    await uphold(other, id)
    expect((await showProduct(own, { id })).hold).toMatchObject({
      reason: '报告的型号与产品不符',
      appeal: null,
    })
    await appeal(own, id)
    await resume(desk, id)
    expect((await showProduct(ctx, { id })).isPublic).toBe(true)
    expect((await deedsOf(id)).slice(-6)).toEqual(['suspend', 'halt', 'appeal', 'uphold', 'appeal', 'resume'])
    const told = (await db.select().from(notification)).filter(each => each.objectId === id)
    const to = (event: string) => told.filter(each => each.event === event).map(each => each.accountId)
    for (const event of ['product.halted', 'product.upheld', 'product.lifted'])
      expect(to(event)).toEqual([firm.accountId])
    expect(to('product.appealed')).toEqual(expect.arrayContaining([handler.accountId, approver.accountId]))
    expect(told.find(each => each.event === 'product.halted')?.params).toMatchObject({ reason })
  })

  it('a reason is the bureau’s duty and the firm’s choice', async () => {
    const { id, own } = await inState('published')
    const key = await form(own, id)
    await expect(haltProduct(as(ctx, handler), { ...key, reason: '' })).rejects.toThrow()
    await suspendProduct(own, { ...key, reason: '' as unknown as undefined })
    expect((await showProduct(own, { id })).hold?.reason).toBeNull()
  })

  it('a suspended firm may hide what is its own, and not show it again', async () => {
    const { id, firm } = await inState('published')
    const stopped = { ...firm, memberships: [{ ...membershipOf(firm), status: 'suspended' as const }] }
    await suspend(as(ctx, stopped), id)
    await expect(resume(as(ctx, stopped), id)).rejects.toMatchObject({ reason: 'organization.suspended' })
  })
})

describe('a correction', () => {
  it.each(['published', 'draft'] as const)(
    'of what was suspended from %s is public when it is reviewed and not before',
    async state => {
      const { id, own, firm } = await inState(state)
      await halt(as(ctx, handler), id)
      await revise(ctx, { id, firm })
      const hidden = () => expect(showProduct(ctx, { id })).rejects.toMatchObject({ code: 'notFound' })
      await hidden()
      expect(await showProduct(own, { id })).toMatchObject({ status: 'draft', version: { version: 2 } })
      await submit(ctx, { id, firm })
      await hidden()
      const desk = as(ctx, approver)
      await returnProduct(desk, { ...(await productDecision(desk, id)), reason: '仍缺检测报告' })
      await hidden()
      await submit(ctx, { id, firm })
      await publish(ctx, { id, reviewer: approver })
      expect(await showProduct(ctx, { id })).toMatchObject({ isPublic: true, version: { version: 2 } })
      expect((await listVersions(db, id)).map(each => each.version)).toEqual([2, 1])
    },
  )
})

describe('repeated, simultaneous and stale forms', () => {
  it('have one effect each', async () => {
    const { id, own } = await inState('published')
    const down = await form(own, id)
    await Promise.all([suspendProduct(own, down), suspendProduct(own, down)])
    await suspendProduct(own, down)
    const up = await form(own, id)
    await Promise.all([resumeProduct(own, up), resumeProduct(own, up)])
    await resumeProduct(own, up)
    await suspendProduct(own, down)
    expect((await deedsOf(id)).slice(-2)).toEqual(['suspend', 'resume'])
    expect((await showProduct(own, { id })).status).toBe('published')
  })

  it('of the firm and of the bureau at once: one holds, and the other is told what it has become', async () => {
    const { id, own } = await inState('published')
    const desk = as(ctx, handler)
    const [mine, theirs] = [await form(own, id), await form(desk, id)]
    const results = await Promise.allSettled([
      suspendProduct(own, mine),
      haltProduct(desk, { ...theirs, reason }),
    ])
    const refused = results.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
      detail: { status: 'suspended' },
    })
  })

  it('a page opened before the bureau suspended does not resume, and does not publish', async () => {
    const { id, own } = await inState('submitted')
    const desk = as(ctx, handler)
    const decision = await productDecision(desk, id)
    await suspend(own, id)
    const stale = await form(own, id)
    await halt(desk, id)
    await expect(resumeProduct(own, stale)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
    })
    await expect(publish(ctx, { id, reviewer: approver })).rejects.toMatchObject({
      reason: 'product.notWaitingForReview',
    })
    await expect(returnProduct(desk, { ...decision, reason: '晚了一步的退回' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
    })
  })
})
