import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '#domain/shared/actor.ts'
import { compare } from '#services/comparing/compare.ts'
import type { Context } from '#services/context.ts'
import { editProduct } from '#services/products/edit.ts'
import { productSheet } from '#services/products/form.ts'
import { listProducts } from '#services/products/list.ts'
import { showProduct } from '#services/products/show.ts'
import { editAndSubmitProduct, submitProduct } from '#services/products/submit.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { publishedEntry } from '../support/entries.ts'
import {
  draftedProduct,
  productContent,
  productDecision,
  publish,
  publishedProduct,
  revise,
  tested,
} from '../support/products.ts'
import { acceptedPilot, type Cast, castOf } from '../support/trip.ts'

const { db, url } = await testDatabase()
const sql = postgres(url, { max: 1 })
afterAll(() => sql.end())
const ctx = testContext({ db })
const guest = as(ctx, visitor)
let cast: Cast
let own: Context
let link: { pilot: string; metric: string }

beforeAll(async () => {
  cast = await castOf(ctx)
  await acceptedPilot(ctx, cast)
  own = as(ctx, cast.firm)
  const { measured } = await productSheet(own, (await draftedProduct(ctx, { firm: cast.firm })).id)
  expect(measured).toEqual([])
  await revise(ctx, { id: cast.productId, firm: cast.firm })
  const [first] = (await productSheet(own, cast.productId)).measured
  link = first ?? { pilot: '', metric: '' }
})

const specsOf = (spec: object) => productContent({ specs: { payloadKg: { value: '60', ...spec } } })

describe('evidence at submission', () => {
  it('refuses at the controls what is claimed without proof, and saves a draft all the same', async () => {
    const { id } = await draftedProduct(ctx, { firm: cast.firm })
    for (const [spec, paths] of [
      [{ grade: 'B' }, ['source', 'sourceDay', 'body']],
      [{ grade: 'A' }, ['pilot']],
      // A pilot of another product of the same firm.
      [{ grade: 'A', ...link }, ['pilot']],
    ] as const) {
      const content = specsOf(spec)
      const refusal = await editAndSubmitProduct(own, {
        ...content,
        ...(await productDecision(own, id)),
      }).catch(e => e)
      expect([refusal, ...refusal.others].map(each => each.path.split('.').at(-1))).toEqual(paths)
      await editProduct(own, { ...content, ...(await productDecision(own, id)) })
      const { missing } = await showProduct(own, { id })
      expect(missing.map(each => each.field)).toEqual(paths.map(each => `specs.payloadKg.${each}`))
      await expect(submitProduct(own, await productDecision(own, id))).rejects.toMatchObject({
        reason: 'product.incomplete',
      })
    }
  })

  it('takes a measured fact that names an accepted pilot of this product, and tells the public no pilot', async () => {
    const id = cast.productId
    expect(link.pilot).not.toBe('')
    const content = specsOf({ grade: 'A', ...link })
    await editAndSubmitProduct(own, { ...content, ...(await productDecision(own, id)) })
    await publish(ctx, { id, reviewer: cast.reviewer })
    const seen = await showProduct(guest, { id })
    expect(seen.content.specs.payloadKg?.grade).toBe('A')
    expect(seen.evidence).toMatchObject({ measuredIn: 1, accepted: 1, entries: [] })
    expect((await showProduct(own, { id })).content.specs.payloadKg?.pilot).toBe(link.pilot)
    const list = await listProducts(guest, { evidence: 'measured' })
    expect(list.items.map(each => each.id)).toEqual([id])
    const compared = await compare(guest, { p: [id] })
    for (const shown of [seen, list, compared]) expect(JSON.stringify(shown)).not.toContain(link.pilot)
  })

  it('links to the catalogue once the pilot stands in it', async () => {
    const other = await castOf(ctx)
    const entryId = await publishedEntry(ctx, other)
    const { evidence } = await showProduct(guest, { id: other.productId })
    expect(evidence.entries.map(each => each.id)).toEqual([entryId])
    expect(evidence.measuredIn).toBe(0)
  })
})

describe('what is not proven or not said', () => {
  it('shows a bare 试点实测 of an older version as declared by the firm, everywhere', async () => {
    const made = await publishedProduct(ctx)
    await revise(ctx, made)
    await sql`update product_version set content = jsonb_set(content, '{specs,payloadKg}', '{"value":60,"grade":"A"}')
      where product_id = ${made.id} and published_at is null`
    await sql`alter table product_version disable trigger product_version_kept`
    await sql`update product_version set content = jsonb_set(content, '{specs,payloadKg}', '{"value":60,"grade":"A"}')
      where product_id = ${made.id}`
    await sql`alter table product_version enable trigger product_version_kept`
    expect((await showProduct(guest, { id: made.id })).content.specs.payloadKg).toEqual({
      value: 60,
      grade: 'C',
    })
    const { items } = await listProducts(guest, { evidence: 'measured' })
    expect(items.map(each => each.id)).not.toContain(made.id)
    const { rows } = await compare(guest, { p: [made.id] })
    expect(JSON.stringify(rows)).not.toContain('"A"')
  })

  it('filters by third-party test, with counts', async () => {
    const { id } = await publishedProduct(ctx, {
      content: { specs: { noiseDbA: { value: '50', ...tested } } },
    })
    const plain = await publishedProduct(ctx, { content: { specs: { noiseDbA: { value: '50' } } } })
    const { items, facets } = await listProducts(guest, { evidence: 'tested' })
    expect(items.map(each => each.id)).toContain(id)
    expect(items.map(each => each.id)).not.toContain(plain.id)
    expect(facets.evidence.find(each => each.value === 'tested')?.count).toBe(items.length)
  })

  it('leaves a payload that was never stated out: it is 未披露, not zero', async () => {
    const { id } = await publishedProduct(ctx, { content: { specs: { noiseDbA: { value: '50' } } } })
    const { content } = await showProduct(guest, { id })
    expect(content.specs).not.toHaveProperty('payloadKg')
    const { items } = await listProducts(guest, {})
    const line = items.find(each => each.id === id)
    expect(line?.headline.map(each => each.criterion)).not.toContain('payloadKg')
    const { rows } = await compare(guest, { p: [id] })
    const row = rows.find(each => each.subject === 'payloadKg')
    expect(row && 'cells' in row && row.cells).toEqual([null])
  })
})
