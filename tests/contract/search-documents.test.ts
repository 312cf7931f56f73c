import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findPublicProduct } from '#db/queries/products.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import { brand, type OrganizationId } from '#domain/shared/ids.ts'
import { ofEntry, ofProduct, ofScenario } from '#search/documents.ts'
import { type IndexName, scopeOf } from '#search/engine.ts'
import { indexRows } from '../../scripts/index-rows.ts'
import { testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { membershipOf, publishedScenario, scenarioContent, submittedScenario } from '../support/factories.ts'
import { productContent, publishedProduct } from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const found = async (index: IndexName, q = '') =>
  (await ctx.search.search({ index, q, scope: ['public'] })).hits.map(hit => hit.id)

const owner = { id: brand<OrganizationId>('owner'), name: '北京示例医院', nameEn: 'Sample Hospital' }
const row = {
  id: 'id',
  rev: 3,
  number: 'BJ-0001',
  source: 'platform' as const,
  organizationId: owner.id,
  publishedAt: new Date('2026-03-01T00:00:00Z'),
  updatedAt: new Date('2026-04-01T00:00:00Z'),
}

describe('the document of a scenario', () => {
  const content = scenarioContent()
  const { title, budgetFen, bidDeadline } = content
  const of = (over: object = {}) =>
    ofScenario({
      scenario: { ...row, status: 'published', title, budgetFen, bidDeadline, content, ...over },
      organization: owner,
    })

  it('says what is asked for, where and by whom', () => {
    const document = of()
    expect(document).toMatchObject({
      index: 'scenarios',
      id: 'id',
      rev: 3,
      title,
      summary: content.situation,
    })
    expect(document.org).toBe('北京示例医院 · Sample Hospital')
    expect(document.keywords).toEqual(
      expect.arrayContaining(['BJ-0001', '智慧医疗', '院内配送', '丰台区', 'Fengtai']),
    )
    expect(document.facets).toMatchObject({
      domain: ['healthcare'],
      district: ['110106'],
      status: ['published'],
    })
    expect(document.updatedAt).toEqual(row.publishedAt)
  })

  it('turns needs into figures and leaves the unknown out', () => {
    expect(of().specs).toEqual({
      payloadKg: 50,
      elevator: 1,
      passageWidthMm: 850,
      noiseDbA: 55,
      budgetYuan: 540_000,
      deadline: bidDeadline.getTime(),
    })
    expect(
      of({ budgetFen: null, bidDeadline: null, content: { ...content, requirements: [] } }).specs,
    ).toEqual({})
  })

  it.each(scenarioLifecycle.statuses)('in %s is public exactly when its page is', status => {
    const open = (publicScenarioStatuses as readonly string[]).includes(status)
    expect(of({ status }).visibility).toEqual(open ? ['public'] : ['org:owner'])
  })

  it('stands behind the platform\u2019s own when it is a reported case', () => {
    expect([of().standing, of({ source: 'report' }).standing]).toEqual([1, 0])
  })
})

describe('the document of a product', () => {
  const content = productContent()
  const of = (over: object = {}, changed: object = {}) =>
    ofProduct({
      product: { ...row, status: 'published', publishedVersionId: 'v1', ...over },
      version: { content: { ...content, ...changed } },
      organization: owner,
    })

  it.each(productLifecycle.statuses)('in %s is public exactly when its page is', status => {
    const open = status !== 'suspended' && status !== 'withdrawn'
    expect(of({ status }).visibility).toEqual(open ? ['public'] : ['org:owner'])
    expect(of({ status, publishedVersionId: null }).visibility).toEqual(['org:owner'])
  })

  it('keeps spans, options, yes and no as figures, and no figure for what is not stated', () => {
    const stated = {
      payloadKg: { value: 50, grade: 'C' },
      runtimeHours: { value: { min: 6, max: 12 }, grade: 'C' },
      elevator: { value: true, grade: 'B' },
      stairs: { value: false, grade: 'B' },
      ipCode: { value: 'IP99', grade: 'C' },
    }
    const price = { priceFromFen: 10_000_000, priceToFen: undefined }
    expect(of({}, { specs: stated, ...price }).specs).toEqual({
      payloadKg: 50,
      runtimeHours: { min: 6, max: 12 },
      elevator: 1,
      stairs: 0,
      priceYuan: { min: 100_000, max: 100_000 },
    })
  })
})

describe('the document of a catalog entry', () => {
  const texts = { title: '题目题目', summary: '摘要', solution: '方案', conditions: '条件', failures: '不足' }
  const of = (status: EntryStatus) =>
    ofEntry({
      entry: { ...row, status, domain: 'healthcare', title: texts.title, content: texts },
      demand: owner,
      supply: { ...owner, id: brand<OrganizationId>('firm'), nameEn: null },
      pilot: { district: '110106' },
      scenario: { content: scenarioContent() },
      version: { name: '送药车', category: 'hospitalDelivery', maturity: 'series' },
    })

  it.each(entryLifecycle.statuses)('in %s is public exactly when its page is', status => {
    const open = (publicEntryStatuses as readonly string[]).includes(status)
    expect(of(status).visibility).toEqual(open ? ['public'] : ['org:owner', 'org:firm'])
  })

  it('is found by its product, its kind and both sides', () => {
    const { keywords, facets } = of('published')
    expect(keywords).toEqual(expect.arrayContaining(['送药车', '医院配送机器人', '智慧医疗', '丰台区']))
    expect(facets).toMatchObject({
      organization: ['owner', 'firm'],
      maturity: ['series'],
      domain: ['healthcare'],
    })
  })
})

describe('what a reader may search', () => {
  it('is what is public and what belongs to the reader\u2019s organisations', async () => {
    const { demand } = await submittedScenario(ctx)
    const own = `org:${membershipOf(demand).organizationId}`
    expect(scopeOf({ kind: 'visitor' })).toEqual(['public'])
    expect(scopeOf({ kind: 'system', name: 'worker' })).toEqual(['public'])
    expect(scopeOf(demand)).toEqual(['public', own])
  })
})

describe('the index rebuilt from the rows', () => {
  it('holds what the verbs had put there, and nothing else', async () => {
    const scenario = await publishedScenario(ctx)
    const product = await publishedProduct(ctx)
    const hidden = await submittedScenario(ctx)
    expect(await found('scenarios')).toEqual([scenario.id])
    expect(await found('products')).toEqual([product.id])

    await db.execute(sql`truncate search_document, search_term`)
    await db.transaction(async tx => {
      const record = await findScenario(tx, hidden.id)
      if (record) await ctx.search.put(tx, [{ ...ofScenario(record), visibility: ['public'] }])
    })
    expect(await found('scenarios')).toEqual([hidden.id])

    expect(await indexRows(ctx, 'scenarios')).toEqual({ written: 1, removed: 1 })
    expect(await indexRows(ctx, 'products')).toEqual({ written: 1, removed: 0 })
    expect(await indexRows(ctx, 'catalog')).toEqual({ written: 0, removed: 0 })
    expect(await found('scenarios', '药品配送')).toEqual([scenario.id])
    expect(await found('products')).toEqual([product.id])
    const record = await findPublicProduct(db, product.id)
    expect(record && ofProduct(record).visibility).toEqual(['public'])
  })
})
