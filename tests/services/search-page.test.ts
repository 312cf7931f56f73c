import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findScenario } from '#db/queries/scenarios.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { ofScenario } from '#search/documents.ts'
import type { SearchDocument } from '#search/engine.ts'
import { addFiles } from '#services/files/add.ts'
import { showFiles } from '#services/files/list.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { find, type SearchPage } from '#services/search/find.ts'
import { suggest } from '#services/search/suggest.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  decisionOn,
  draftedScenario,
  hospital,
  officer,
  publishedScenario,
  revOf,
  robotFirm,
  secondOfficer,
} from '#tests/support/factories.ts'
import { makePdf, uploadOf } from '#tests/support/files/make.ts'
import { draftedProduct, productRev, publishedProduct } from '#tests/support/products.ts'
import { searchFor } from '#tests/support/searches.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

/** A word of one test's own, so that the shared index can be asked for it. */
const word = () => `词${v7().replaceAll('-', '').slice(-10)}`
const seek = (q: string, more: Record<string, string> = {}, reader = ctx) => find(reader, searchFor(q, more))
const product = (name: string, payloadKg: string | null, more = {}) =>
  publishedProduct(ctx, {
    content: { name, specs: payloadKg ? { payloadKg: { value: payloadKg, grade: 'C' } } : {}, ...more },
  })
const ways = (page: SearchPage) => page.relaxations.map(({ kind, what, count }) => [kind, what, count])

describe('facets and figures', () => {
  it('are alternatives inside, conditions between, and count the others of their own', async () => {
    const mark = word()
    const demand = await hospital(db)
    for (const [district, domain] of [
      ['110106', 'healthcare'],
      ['110108', 'healthcare'],
      ['110105', 'logistics'],
    ] as const)
      await publishedScenario(ctx, { demand, content: { title: `并列 ${mark}`, district, domain } })
    const address = searchFor(mark, { index: 'scenarios', domain: 'healthcare' })
    const page = await find(ctx, {
      ...address,
      facets: { ...address.facets, district: ['110106', '110108'] },
    })
    expect(page.total).toBe(2)
    const counts = (name: string) =>
      Object.fromEntries(
        page.facets.find(each => each.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
      )
    expect(counts('district')).toEqual({ 110106: 1, 110108: 1 })
    expect(counts('domain')).toEqual({ healthcare: 2 })
    expect(page.facets.find(({ name }) => name === 'domain')?.values[0]?.label.zh).toBe('智慧医疗')
  })

  it('say how far a figure reaches and how many state it, whatever is chosen of it', async () => {
    const mark = word()
    for (const payload of ['10', '50', '300', null]) await product(`数值 ${mark}`, payload)
    const range = (page: SearchPage) => page.ranges.find(({ name }) => name === 'payloadKg')
    const all = await seek(mark, { index: 'products' })
    expect([all.total, all.undisclosed]).toEqual([4, null])
    expect(range(all)).toMatchObject({ span: { min: 10, max: 300 }, disclosed: 3, of: 4, bounds: {} })
    const some = await seek(mark, { index: 'products', payloadKg: '40..' })
    expect(some.total).toBe(3)
    expect(range(some)).toMatchObject({
      span: { min: 10, max: 300 },
      disclosed: 3,
      of: 4,
      bounds: { gte: 40 },
    })
    expect(some.undisclosed).toEqual({ chosen: 'keep', keep: 3, drop: 2 })
    const sure = await seek(mark, { index: 'products', payloadKg: '40..', undisclosed: 'drop' })
    expect([sure.total, sure.undisclosed]).toEqual([2, { chosen: 'drop', keep: 3, drop: 2 }])
  })
})

describe('nothing found', () => {
  it('names the figure, the place, the sign or the marks to give up, and each leads to what it says', async () => {
    const mark = word()
    await product(`放宽 ${mark}`, '20')
    const heavy = await seek(mark, { index: 'products', payloadKg: '500..', undisclosed: 'drop' })
    expect(ways(heavy)).toEqual([['range', 'payloadKg', 1]])
    for (const way of heavy.relaxations) expect((await find(ctx, way.query)).total).toBe(way.count)
    await publishedScenario(ctx, { content: { title: `就近 ${mark}`, district: '110119' } })
    const far = await seek(mark, { index: 'scenarios', near: '110101', km: '5' })
    expect(ways(far)).toContainEqual(['near', '110101', 1])
    const none = await seek(`放宽 -${mark}`, {
      index: 'products',
      domain: 'healthcare',
      payloadKg: '999999..',
    })
    expect(none.total).toBe(0)
  })

  it('offers kindred work by its name, with true counts', async () => {
    await publishedScenario(ctx, { content: { title: `送药 ${word()}`, tasks: ['hospitalDelivery'] } })
    const page = await seek(`客房送物 ${word()}`, { index: 'scenarios' })
    expect(page.total).toBe(0)
    const idea = page.ideas.find(({ value }) => value === 'hospitalDelivery')
    expect(idea?.label.zh).toBe('院内配送')
    for (const each of page.ideas) expect((await find(ctx, each.query)).total).toBe(each.count)
  })

  it('invites those to publish who may, and nobody else', async () => {
    const demand = await hospital(db)
    const firm = await robotFirm(db)
    const invited = async (reader: Person) => (await seek(word(), {}, as(ctx, reader))).mayPublish
    expect([await invited(demand), await invited(firm)]).toEqual([true, false])
    expect((await seek(word())).mayPublish).toBe(false)
  })
})

describe('suggestions', () => {
  it('come from every index, marked, each once and no index over another', async () => {
    const mark = word()
    const firm = await robotFirm(db)
    for (let nth = 0; nth < 6; nth++)
      await publishedProduct(ctx, { firm, content: { name: `联想 ${mark} ${nth}` } })
    const scenario = await publishedScenario(ctx, { content: { title: `联想 ${mark}` } })
    const { items, total } = await suggest(ctx, mark)
    expect(items.length).toBeLessThanOrEqual(8)
    expect(total).toBeGreaterThanOrEqual(7)
    expect(items.map(({ kind }) => kind)).toEqual([
      'scenarios',
      ...Array(4).fill('products'),
      // Its owner, and whom the other is for: by what they have made public.
      ...Array(2).fill('firms'),
    ])
    expect(items[0]).toMatchObject({ id: scenario.id })
    expect(items[0]?.title.some(({ text, hit }) => hit && text.includes(mark))).toBe(true)
  })

  it('name what else a thing is called', async () => {
    const { items } = await suggest(ctx, 'AMR')
    expect(items[0]).toMatchObject({ kind: 'name', id: null })
    expect(items.filter(({ kind }) => kind === 'name').length).toBeLessThanOrEqual(2)
  })

  it('never name a draft or what has been withdrawn, to whomever', async () => {
    const mark = word()
    const { firm } = await draftedProduct(ctx, { content: { name: `草稿 ${mark}` } })
    const { demand } = await draftedScenario(ctx, { content: { title: `草稿 ${mark}` } })
    const open = await publishedProduct(ctx, { content: { name: `撤回 ${mark}` } })
    const own = as(ctx, open.firm)
    await withdrawProduct(own, { id: open.id, rev: await productRev(own, open.id), formKey: v7() })
    for (const reader of [ctx, as(ctx, firm), as(ctx, demand), own])
      expect((await suggest(reader, mark)).items).toEqual([])
    expect(await suggest(ctx, '')).toEqual({ items: [], total: 0 })
  })

  it('take any text', async () => {
    for (const q of ['\ud800', "'; drop table", '（（"\\ & | ! :* <->', '-'.repeat(200), '机'.repeat(200)])
      await expect(suggest(ctx, q)).resolves.toMatchObject({ items: expect.any(Array) })
  })
})

describe('why a hit was found', () => {
  it('is told for each: by another name, a tag, its organisation', async () => {
    const mark = word()
    await publishedScenario(ctx, { content: { title: `无人搬运车 ${mark}` } })
    const [hit] = (await seek(`AMR ${mark}`, { index: 'scenarios' })).hits
    expect(hit?.reasons.map(({ where }) => where)).toEqual(['concept', 'title'])
    expect((await seek('', { index: 'scenarios' })).hits.every(({ reasons }) => reasons.length === 0)).toBe(
      true,
    )
  })

  it('is the page of an attachment, as long as the reader may open it', async () => {
    const mark = word()
    const { id, demand } = await withAttachment(`有附件 ${mark}`)
    const fileId = (await showFiles(as(ctx, demand), 'scenario', id)).files[0]?.id ?? ''
    await indexed(id, {
      attachments: [{ fileId, name: '需求书.pdf', pages: ['封面', '目录', '概述', '负压隔离'] }],
    })
    const reasons = async () => (await seek(`${mark} 负压隔离`, { index: 'scenarios' })).hits[0]?.reasons
    expect(await reasons()).toContainEqual(
      expect.objectContaining({ where: 'attachment', name: '需求书.pdf', page: 4, fileId }),
    )
    await indexed(id, { attachments: [{ fileId: v7(), name: '别处.pdf', pages: ['负压隔离'] }] })
    expect((await reasons())?.map(({ where }) => where)).toEqual(['title'])
  })
})

/** A published scenario with one file. */
async function withAttachment(title: string): Promise<{ id: ScenarioId; demand: Person }> {
  const drafted = await draftedScenario(ctx, { content: { title } })
  const own = as(ctx, drafted.demand)
  const holder = { noun: 'scenario' as const, objectId: drafted.id, purpose: 'drawing' as const }
  await addFiles(own, { ...holder, formKey: v7() }, [uploadOf('需求书.pdf', makePdf(['Need']))])
  await submitScenario(own, { id: drafted.id, rev: await revOf(own, drafted.id), formKey: v7() })
  const decide = async (judge: Person, verb: typeof approveScenario) =>
    verb(as(ctx, judge), await decisionOn(ctx, drafted.id))
  await decide(await officer(db, 'handler'), approveScenario)
  await decide(await secondOfficer(db), publishScenario)
  return drafted
}

/** Brings the scenario's document into the index with something more. */
async function indexed(id: ScenarioId, more: Partial<SearchDocument>): Promise<void> {
  const record = await findScenario(db, id)
  if (!record) throw new Error('no scenario')
  await db.transaction(tx => ctx.search.put(tx, [{ ...ofScenario(record), ...more, rev: 1_000 }]))
}
