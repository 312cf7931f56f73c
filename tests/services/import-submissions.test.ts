import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findProduct } from '#db/queries/products.ts'
import { recordOf } from '#domain/imports/records.ts'
import { brand, type ProductId } from '#domain/shared/ids.ts'
import { runImport } from '#services/imports/run.ts'
import { runSubmissions } from '#services/imports/run-submissions.ts'
import { startImport } from '#services/imports/steer.ts'
import { cancelSubmissions, showSubmissions, submitImported } from '#services/imports/submissions.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { editProduct } from '#services/products/edit.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { colleagueOf, hospital, membershipOf, robotFirm, scenarioContent } from '#tests/support/factories.ts'
import { deskOf, sentFile } from '#tests/support/imports.ts'
import { productContent } from '#tests/support/products.ts'

const { db } = await testDatabase()
const ctx = { ...testContext({ db }), now: new Date() }

/** An import of so many whole products and one that lacks its summary, which stands last. */
async function drafted(whole: number) {
  const firm = await robotFirm(db)
  const own = as(ctx, firm)
  const contents = Array.from({ length: whole }, (_, n) => ({ ...productContent(), name: `整批 ${n + 1}` }))
  const { summary: _, ...lacking } = { ...productContent(), name: '缺简介' }
  const file = JSON.stringify([...contents, lacking].map(each => recordOf('product', v7(), each)))
  const { id } = await uploadImport(own, { noun: 'product', formKey: v7() }, [sentFile('p.json', file)])
  await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
  await runImport(deskOf(ctx), id)
  const look = () => showSubmissions(own, id)
  const press = (more: { which?: 'all' | 'chosen'; lines?: number[] } = {}) =>
    submitImported(own, { id, which: 'all', lines: [], formKey: v7(), ...more })
  const statuses = async () => {
    const { drafts } = await look()
    return Promise.all(
      drafts.map(async each => (await findProduct(db, brand<ProductId>(each.id)))?.product.status),
    )
  }
  return { firm, own, id, look, press, statuses }
}

describe('the complete drafts of an import', () => {
  it('are submitted together, once, by two workers at once; what lacks something stays a draft', async () => {
    const { id, look, press, statuses } = await drafted(3)
    expect(await look()).toMatchObject({ counts: { ready: 3, incomplete: 1 }, status: null })
    await press()
    await expect(press()).rejects.toMatchObject({ reason: 'import.submitting' })
    expect(await statuses()).toEqual(['draft', 'draft', 'draft', 'draft'])
    await Promise.all([runSubmissions(deskOf(ctx), id), runSubmissions(deskOf(ctx), id)])
    expect(await statuses()).toEqual(['submitted', 'submitted', 'submitted', 'draft'])
    expect(await look()).toMatchObject({ status: 'done', counts: { done: 3, failed: 0, ready: 0, gone: 3 } })
    const [told] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from history where deed = 'submit' and noun = 'product'`,
    )
    expect(told?.n).toBe(3)
    await expect(press()).rejects.toMatchObject({ reason: 'import.noneComplete' })
  })

  it('are submitted as they were chosen: one that was changed since says so and stops nobody else', async () => {
    const { own, id, look, press, statuses } = await drafted(3)
    const [, second] = (await look()).drafts
    await press({ which: 'chosen', lines: [2, 3, 4] })
    const content = { ...productContent(), name: '整批 2', model: '改过' }
    const productId = brand<ProductId>(second?.id ?? '')
    await editProduct(own, { ...content, id: productId, rev: second?.rev ?? 0, formKey: v7() })
    await runSubmissions(deskOf(ctx), id)
    expect(await statuses()).toEqual(['draft', 'draft', 'submitted', 'draft'])
    const { drafts, counts } = await look()
    expect(counts).toMatchObject({ done: 1, failed: 1, ready: 2 })
    expect(drafts[1]).toMatchObject({ submission: 'failed', reason: expect.any(String) })
    expect(drafts.map(each => each.submission)).toEqual([null, 'failed', 'done', null])
  })

  it('wait for nobody who stops them, and the rest may be submitted later', async () => {
    const { own, id, look, press, statuses } = await drafted(2)
    await press()
    await cancelSubmissions(own, { id, formKey: v7() })
    await runSubmissions(deskOf(ctx), id)
    expect(await statuses()).toEqual(['draft', 'draft', 'draft'])
    expect(await look()).toMatchObject({ status: 'cancelled', counts: { waiting: 0, ready: 2 } })
    await press({ which: 'chosen', lines: [1] })
    await runSubmissions(deskOf(ctx), id)
    expect(await statuses()).toEqual(['submitted', 'draft', 'draft'])
  })

  it('are nobody else’s to submit, and no more once the right is gone', async () => {
    const { firm, id, press, statuses, look } = await drafted(1)
    const form = { id, which: 'all' as const, lines: [], formKey: v7() }
    await expect(submitImported(as(ctx, await robotFirm(db)), form)).rejects.toMatchObject({
      code: 'notFound',
    })
    const viewer = as(ctx, await colleagueOf(db, firm, 'viewer'))
    await expect(submitImported(viewer, form)).rejects.toMatchObject({ code: 'forbidden' })
    await press()
    await db.execute(
      sql`update organization set status = 'suspended' where id = ${membershipOf(firm).organizationId}`,
    )
    await runSubmissions(deskOf(ctx), id)
    expect(await statuses()).toEqual(['draft', 'draft'])
    expect((await look()).status).toBe('cancelled')
  })

  it('with a metric that lacks its unit are counted as incomplete, and ticking them submits nothing', async () => {
    const own = as(ctx, await hospital(db))
    const whole = scenarioContent()
    const [metric, ...rest] = whole.metrics
    const { unit: _, ...unitless } = metric ?? {}
    const lacking = { ...whole, title: '指标缺单位', metrics: [unitless, ...rest] }
    const file = JSON.stringify([recordOf('scenario', v7(), lacking), recordOf('scenario', v7(), whole)])
    const { id } = await uploadImport(own, { noun: 'scenario', formKey: v7() }, [sentFile('s.json', file)])
    await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
    await runImport(deskOf(ctx), id)
    expect((await showSubmissions(own, id)).counts).toMatchObject({ ready: 1, incomplete: 1 })
    await expect(
      submitImported(own, { id, which: 'chosen', lines: [1], formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'import.noneComplete' })
    await submitImported(own, { id, which: 'all', lines: [], formKey: v7() })
    await runSubmissions(deskOf(ctx), id)
    const { drafts } = await showSubmissions(own, id)
    expect(drafts.map(({ open, submission }) => [open, submission])).toEqual([
      [true, null],
      [false, 'done'],
    ])
  })
})
