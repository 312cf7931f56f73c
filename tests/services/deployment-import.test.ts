import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listOwnDeployments } from '#db/queries/deployments.ts'
import { listProductsOf } from '#db/queries/products.ts'
import type { ImportNoun } from '#domain/imports/column.ts'
import { visitor } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { Context } from '#services/context.ts'
import { showFirm } from '#services/firms/show.ts'
import { exportOwn, importTemplate } from '#services/imports/download.ts'
import { runImport } from '#services/imports/run.ts'
import { showImport } from '#services/imports/show.ts'
import { startImport } from '#services/imports/steer.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { ownDeployments, removeOwnDeployment } from '#services/products/own-deployments.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { colleagueOf, membershipOf, robotFirm } from '#tests/support/factories.ts'
import { deskOf, sentFile } from '#tests/support/imports.ts'
import { draftedProduct, publishedProduct } from '#tests/support/products.ts'

const { db } = await testDatabase()
const ctx = { ...testContext({ db }), now: new Date() }

const seeds = new URL('../../db/seed/data/', import.meta.url)
const seedOf = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, seeds), 'utf8'))
const reported = z
  .array(
    z.object({
      id: z.string(),
      scenario_id: z.string(),
      product_id: z.string().nullable(),
      status: z.string(),
      evidence: z.string(),
      source: z.array(z.object({ url: z.string() })).min(1),
    }),
  )
  .parse(seedOf('deployments'))
const cases = z
  .array(z.object({ id: z.string(), user_org: z.string().nullable(), region: z.string().nullable() }))
  .parse(seedOf('scenarios'))

async function previewed(own: Context, noun: ImportNoun, content: string | Uint8Array) {
  const { id } = await uploadImport(own, { noun, formKey: v7() }, [sentFile('cases', content)])
  return showImport(own, id)
}

async function imported(own: Context, noun: ImportNoun, content: string | Uint8Array) {
  const { id } = await previewed(own, noun, content)
  await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
  await runImport(deskOf(ctx), id)
  return showImport(own, id)
}

const csv = (...lines: string[]) => `\ufeff${lines.join('\r\n')}\r\n`

async function firm() {
  const person = await robotFirm(db)
  const { organizationId } = membershipOf(person)
  const own = as(ctx, person)
  return { person, own, organizationId, kept: () => listOwnDeployments(db, organizationId, 1_000) }
}

/** What a case says, without who recorded it and when. */
const said = (rows: Awaited<ReturnType<typeof listOwnDeployments>>) =>
  rows.map(({ id: _, addedAt: _at, addedBy: _by, organizationId: _of, ...row }) => JSON.stringify(row)).sort()

describe('the real deployments', () => {
  it('go in whole beside their products and cases: what no source says stays unknown, and again they are known', async () => {
    const { own, kept, organizationId } = await firm()
    const named = new Set(reported.map(each => each.product_id))
    const products = z.array(z.looseObject({ id: z.string() })).parse(seedOf('products'))
    await imported(own, 'product', JSON.stringify(products.filter(each => named.has(each.id))))
    const file = JSON.stringify({ scenarios: seedOf('scenarios'), deployments: seedOf('deployments') })
    const done = await imported(own, 'deployment', file)
    expect(done.counts).toEqual({ done: reported.length })
    const rows = await kept()
    expect(rows).toHaveLength(reported.length)
    const names = new Set((await listProductsOf(db, [organizationId])).map(({ product }) => product.id))
    for (const { evidence, source, product_id, scenario_id, status } of reported) {
      const user = cases.find(each => each.id === scenario_id)
      const row = rows.find(
        each =>
          each.task === evidence && each.place === user?.user_org && each.evidenceUrl === source[0]?.url,
      )
      expect(row, scenario_id).toMatchObject({
        ...{ region: user?.region ?? null, stage: status },
        ...{ since: null, units: null, inUse: 'unknown', isAnonymous: false },
      })
      if (product_id === null) expect(row).toMatchObject({ productId: null, organizationId })
      else expect(names.has(row?.productId as never)).toBe(true)
      for (const { url } of source.slice(1)) expect(row?.evidenceNote).toContain(url)
    }
    const again = await previewed(own, 'deployment', file)
    expect(again.counts).toMatchObject({ ready: reported.length, duplicate: reported.length })
    await expect(
      startImport(own, { id: again.id, which: 'fresh', lines: [], formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'import.noRows' })
  })

  it.each(['xlsx', 'csv', 'json'] as const)('come back from %s as the same rows', async format => {
    const { own, kept } = await firm()
    const anonymous = reported.filter(each => each.product_id === null)
    await imported(own, 'deployment', JSON.stringify(anonymous))
    const before = await kept()
    expect(before.map(each => each.place)).toEqual(anonymous.map(() => null))
    const { bytes } = await exportOwn(own, { noun: 'deployment', format }, 'zh')
    const other = await firm()
    expect((await imported(other.own, 'deployment', bytes)).counts).toEqual({ done: anonymous.length })
    expect(said(await other.kept())).toEqual(said(before))
    const again = await previewed(own, 'deployment', bytes)
    expect(again.rows.every(row => row.duplicate?.kind === 'key')).toBe(true)
  })

  it('of a product that is not there say so at its cell and wait; without any product they are the firm’s own', async () => {
    const { own, kept, person } = await firm()
    const mine = await draftedProduct(ctx, { firm: person })
    const alien = await publishedProduct(ctx)
    const file = csv(
      '产品,用户或场所,开始使用,台（套）数,用来做什么,出处网址',
      `${mine.id},某三级医院,2025/3/1,4,病区配送,http://example.com/a`,
      `${alien.id},某三级医院,,,病区配送,`,
      '没有这款,某三级医院,,,病区配送,',
      ',某三级医院,,,病区配送,javascript:alert(1)',
      ',,,,,',
      ',,不详,,门诊导诊,',
      `,,${addDays(dayOf(ctx.now), 2)},,门诊导诊,`,
    )
    const done = await imported(own, 'deployment', file)
    expect(done.rows.map(row => [row.status, row.errors.map(({ key, message }) => [key, message])])).toEqual([
      ['done', []],
      ['invalid', [['product', 'imports.cell.productUnknown']]],
      ['invalid', [['product', 'imports.cell.productUnknown']]],
      ['invalid', [['evidenceUrl', 'product.webAddress']]],
      ['done', []],
      ['failed', []],
    ])
    expect(done.rows.at(-1)?.reason).toBe('product.deploymentAhead')
    const rows = await kept()
    expect(rows).toHaveLength(2)
    expect(rows.find(row => row.productId === mine.id)).toMatchObject({ since: '2025-03-01', units: 4 })
    expect(rows.find(row => row.productId === null)).toMatchObject({ since: null, place: null, stage: null })
  })

  it('have a template whose every header is known', async () => {
    const { own } = await firm()
    for (const locale of ['zh', 'en'] as const) {
      const { bytes } = await importTemplate(own, { noun: 'deployment', format: 'csv' }, locale)
      await expect(previewed(own, 'deployment', bytes)).rejects.toMatchObject({ reason: 'import.empty' })
    }
  })
})

describe('a case of the firm alone', () => {
  it('stands on its public page until its people take it off, once', async () => {
    const { firm: person } = await publishedProduct(ctx)
    const own = as(ctx, person)
    const { organizationId } = membershipOf(person)
    await imported(own, 'deployment', csv('用来做什么', '门诊导诊'))
    expect((await showFirm(as(ctx, visitor), organizationId)).cases).toMatchObject({
      total: 1,
      items: [{ task: '门诊导诊', place: null, since: null, units: null }],
    })
    const [row] = (await ownDeployments(own)).deployments
    const press = { id: row?.id ?? '', formKey: v7() }
    const stranger = as(ctx, await robotFirm(db))
    await expect(removeOwnDeployment(stranger, press)).rejects.toMatchObject({ code: 'notFound' })
    const viewer = as(ctx, await colleagueOf(db, person, 'viewer'))
    await expect(removeOwnDeployment(viewer, press)).rejects.toMatchObject({ code: 'forbidden' })
    await Promise.all([removeOwnDeployment(own, press), removeOwnDeployment(own, press)])
    expect((await showFirm(as(ctx, visitor), organizationId)).cases.total).toBe(0)
    await expect(removeOwnDeployment(own, { ...press, formKey: v7() })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
