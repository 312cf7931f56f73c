import { describe, expect, it } from 'vitest'
import { Product, ProductDraft } from '#domain/products/product.ts'
import { visitor } from '#domain/shared/actor.ts'
import { compare } from '#services/comparing/compare.ts'
import { editProduct } from '#services/products/edit.ts'
import { listProducts } from '#services/products/list.ts'
import { showProduct, showPublicProduct } from '#services/products/show.ts'
import { compareVersions } from '#services/products/versions.ts'
import { find } from '#services/search/find.ts'
import { searchFor } from '#tests/support/searches.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { robotFirm } from '../support/factories.ts'
import {
  productContent,
  productDecision,
  productInput,
  publish,
  publishedProduct,
  revise,
  submit,
} from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const canary = '金丝雀专项计划'
const grants = [
  { programme: canary, level: 'municipal', from: '某委', year: '2024', amountFen: '50' },
  { programme: '', level: 'national', from: '', year: '', amountFen: '' },
]

describe('the funding declaration', () => {
  it('is read item by item by its firm and the bureau, and by nobody else anywhere', async () => {
    const made = await publishedProduct(ctx, { content: { funding: 'received', grants } })
    const { id, firm, reviewer } = made
    for (const reader of [firm, reviewer])
      expect((await showProduct(as(ctx, reader), { id })).content.grants).toEqual([
        { programme: canary, level: 'municipal', from: '某委', year: 2024, amountFen: 50_000_000 },
      ])
    await revise(ctx, made)
    const own = as(ctx, firm)
    await editProduct(own, { ...productContent({ funding: 'unknown' }), ...(await productDecision(own, id)) })
    await submit(ctx, made)
    await publish(ctx, made)
    for (const reader of [visitor, await robotFirm(db)]) {
      const seen = as(ctx, reader)
      const all = await Promise.all([
        showProduct(seen, { id }),
        showProduct(seen, { id, version: 1 }),
        showPublicProduct(seen, id),
        compareVersions(seen, { id, version: '2' }),
        listProducts(seen, {}),
        compare(seen, { p: [id] }),
        find(seen, searchFor(canary)),
      ])
      expect(JSON.stringify(all.slice(0, -1))).not.toMatch(/金丝雀|grants|"funding"/)
      expect(JSON.stringify(all.at(-1))).not.toContain(id)
    }
    const { rows } = await db.execute('select * from search_document').then(found => ({ rows: [...found] }))
    expect(JSON.stringify(rows)).not.toContain('金丝雀')
  })

  it('knows no amount where none is said, and contradicts itself in no product', () => {
    const some = Product.parse(
      productInput({ funding: 'received', grants: [{ ...grants[0], amountFen: '' }] }),
    )
    expect(some.grants?.[0]).not.toHaveProperty('amountFen', 0)
    expect(some.grants?.[0]?.amountFen).toBeUndefined()
    const issues = Product.safeParse(productInput({ funding: 'none', grants })).error?.issues
    expect(issues).toMatchObject([{ path: ['grants'], message: 'product.grantsContradict' }])
    expect(ProductDraft.parse({ name: '旧版' }).grants).toBeUndefined()
  })
})
