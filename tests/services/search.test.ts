import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findScenario } from '#db/queries/scenarios.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { ofScenario } from '#search/documents.ts'
import { showProduct } from '#services/products/show.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import type { SearchPage } from '#services/search/find.ts'
import { find } from '#services/search/find.ts'
import { findHits } from '#services/search/hits.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noticedEntry } from '#tests/support/entries.ts'
import {
  draftedScenario,
  hospital,
  officer,
  publishedScenario,
  revOf,
  submittedScenario,
} from '#tests/support/factories.ts'
import { draftedProduct, productRev, publishedProduct, revise } from '#tests/support/products.ts'
import { searchFor } from '#tests/support/searches.ts'
import { castOf } from '#tests/support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

/** A word of one test's own, so that the shared index can be asked for it. */
const word = () => `词${v7().replaceAll('-', '').slice(-10)}`
const titles = (page: SearchPage) => page.hits.map(hit => hit.title.map(({ text }) => text).join(''))
const seek = (q: string, more: Record<string, string> = {}, reader = ctx) => find(reader, searchFor(q, more))
const nobody = async (q: string) => {
  for (const index of ['scenarios', 'products', 'catalog'] as const) {
    const page = await seek(q, { index })
    expect([page.total, page.hits]).toEqual([0, []])
    const hits = await findHits(ctx, { index, q, offset: 0, limit: 10 })
    expect(hits).toMatchObject({ total: 0, hits: [] })
  }
}

async function withdraw(id: ScenarioId, demand: Parameters<typeof as>[1]): Promise<void> {
  const own = as(ctx, demand)
  await withdrawScenario(own, { id, rev: await revOf(own, id), formKey: v7(), reason: '计划调整' })
}

describe('what is found', () => {
  it('is public: a scenario from its publication to its withdrawal', async () => {
    const title = `院内送药 ${word()}`
    const submitted = await submittedScenario(ctx, { content: { title } })
    await nobody(title)
    const { id, demand } = await publishedScenario(ctx, { content: { title: `${title}二` } })
    expect(titles(await seek(`${title}二`))).toEqual([`${title}二`])
    await withdraw(id, demand)
    await nobody(`${title}二`)
    await nobody(title)
    await withdraw(submitted.id, submitted.demand)
  })

  it('never is a draft, not even for the people who write it', async () => {
    const title = `草稿 ${word()}`
    const { demand } = await draftedScenario(ctx, { content: { title } })
    const { firm } = await draftedProduct(ctx, { content: { name: title } })
    for (const reader of [visitor, demand, firm, await officer(db, 'handler')]) {
      expect((await seek(title, {}, as(ctx, reader))).total).toBe(0)
    }
  })

  it('is the published version of a product while a new one is being written', async () => {
    const name = `药小递 ${word()}`
    const { id, firm } = await publishedProduct(ctx, { content: { name } })
    await revise(ctx, { id, firm })
    expect(titles(await seek(name, { index: 'products' }))).toEqual([name])
    const own = as(ctx, firm)
    expect((await showProduct(own, { id })).status).toBe('draft')
    await withdrawProduct(own, { id, rev: await productRev(own, id), formKey: v7() })
    await nobody(name)
  })

  it('comes from the rows: an index that lags behind shows nothing of what was withdrawn', async () => {
    const title = `落后 ${word()}`
    const { id, demand } = await publishedScenario(ctx, { content: { title } })
    const record = await findScenario(db, id)
    await withdraw(id, demand)
    if (!record) throw new Error('no scenario')
    await db.transaction(tx =>
      ctx.search.put(tx, [{ ...ofScenario(record), rev: 1_000, visibility: ['public'] }]),
    )
    const stale = await ctx.search.search({ index: 'scenarios', q: title, scope: ['public'] })
    expect(stale.total).toBe(1)
    expect((await seek(title)).hits).toEqual([])
    expect((await findHits(ctx, { index: 'scenarios', q: title, offset: 0, limit: 5 })).hits).toEqual([])
  })

  it('includes the catalog from the public notice on', async () => {
    const title = `目录一例 ${word()}`
    const id = await noticedEntry(ctx, await castOf(ctx), { title })
    const page = await seek(title, { index: 'catalog' })
    expect(page.hits).toMatchObject([{ index: 'catalog', row: { id, status: 'notice' } }])
  })
})

describe('the page', () => {
  it('marks what was found without changing a letter', async () => {
    const title = `夜间<b>送药</b> ${word()}`
    await publishedScenario(ctx, { content: { title } })
    const [hit] = (await seek(`送药 ${title.slice(-11)}`)).hits
    expect(hit?.title.map(({ text }) => text).join('')).toBe(title)
    expect(hit?.title.some(({ text, hit: marked }) => marked && text.includes('送药'))).toBe(true)
  })

  it('narrows by one value of a facet and says how many each would leave', async () => {
    const mark = word()
    const demand = await hospital(db)
    for (const district of ['110106', '110106', '110108'] as const)
      await publishedScenario(ctx, { demand, content: { title: `分面 ${mark}`, district } })
    const all = await seek(mark)
    const counts = (page: SearchPage) => page.facets.find(each => each.name === 'district')
    expect(counts(all)).toMatchObject({
      name: 'district',
      chosen: [],
      values: [
        { value: '110106', count: 2 },
        { value: '110108', count: 1 },
      ],
    })
    const some = await seek(mark, { index: 'scenarios', district: '110106' })
    expect([some.total, some.hits.length]).toEqual([2, 2])
    expect(counts(some)?.chosen).toEqual([{ value: '110106', label: { zh: '丰台区', en: 'Fengtai' } }])
    const none = await seek(mark, { index: 'scenarios', district: '110101' })
    expect(none.total).toBe(0)
    expect(none.relaxations.map(({ kind, what, count }) => ({ kind, what, count }))).toContainEqual({
      kind: 'facet',
      what: 'district',
      count: 3,
    })
  })

  it('reads quantities, keeps what does not disclose them, and offers to drop them', async () => {
    const mark = word()
    await publishedProduct(ctx, {
      content: { name: `轻 ${mark}`, specs: { payloadKg: { value: '10', grade: 'C' } } },
    })
    await publishedProduct(ctx, { content: { name: `未披露 ${mark}`, specs: {} } })
    const page = await seek(`${mark} 载重≥50kg`, { index: 'products' })
    expect(titles(page)).toEqual([`未披露 ${mark}`])
    expect(page.understood).toMatchObject([{ criterion: 'payloadKg', bounds: { gte: 50 }, rest: mark }])
    const light = await seek(`轻 ${mark} 载重≥50kg`, { index: 'products' })
    expect(light.total).toBe(0)
    const way = light.relaxations.find(each => each.kind === 'quantity')
    expect(way?.count).toBe(1)
    if (!way) throw new Error('no way out')
    expect(titles(await find(ctx, way.query))).toEqual([`轻 ${mark}`])
  })

  it('goes where something is when the address names no index', async () => {
    const name = `只有产品 ${word()}`
    await publishedProduct(ctx, { content: { name } })
    const page = await seek(name)
    expect([page.query.index, page.total]).toEqual(['products', 1])
    expect((await seek('')).query.index).toBe('scenarios')
    expect((await seek(word())).query.index).toBe('scenarios')
  })

  it('takes any address', async () => {
    const odd = { index: 'users', page: '-3', domain: 'x', sort: 'up', match: '1', district: '' }
    const page = await seek('', odd)
    expect(page.query).toMatchObject({ index: 'scenarios', q: '', page: 1, sort: 'relevance', match: 'all' })
    expect((await seek('（（"\\ & | ! :* <->', { page: '99' })).hits).toEqual([])
  })

  it('sorts by the deadline that comes next and leaves out those that are over', async () => {
    const mark = word()
    for (const days of [20, 10])
      await publishedScenario(ctx, { content: { title: `${days}天 ${mark}`, days } })
    const page = await seek(mark, { index: 'scenarios', sort: 'deadline' })
    expect(titles(page)).toEqual([`10天 ${mark}`, `20天 ${mark}`])
    const late = { ...ctx, now: new Date(Date.now() + 15 * 86_400_000) }
    expect(titles(await seek(mark, { index: 'scenarios', sort: 'deadline' }, late))).toEqual([`20天 ${mark}`])
  })
})
