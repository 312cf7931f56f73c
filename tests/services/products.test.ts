import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listBiddableProducts } from '#db/queries/bids.ts'
import { listHistory } from '#db/queries/history.ts'
import { listVersions } from '#db/queries/products.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { draftProduct } from '#services/products/draft.ts'
import { editProduct } from '#services/products/edit.ts'
import { listProducts } from '#services/products/list.ts'
import { myProducts } from '#services/products/mine.ts'
import { publishProduct, returnProduct } from '#services/products/review.ts'
import { reviseProduct } from '#services/products/revise.ts'
import { showProduct } from '#services/products/show.ts'
import { draftAndSubmitProduct, submitProduct } from '#services/products/submit.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, membershipOf, officer, robotFirm } from '../support/factories.ts'
import {
  draftedProduct,
  productContent,
  productDecision,
  publish,
  publishedProduct,
  revise,
  submit,
  submittedProduct,
} from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

const form = productDecision
const statusOf = async (reader: Context, id: ProductId) => (await showProduct(reader, { id })).status
const found = async (name: string) => {
  const { total } = await ctx.search.search({ index: 'products', q: name, scope: ['public'] })
  return total
}
/** A name that only one test uses, so that the shared index can be asked for it. */
const uniqueName = (stem: string) => `${stem} ${v7().slice(-6)}`

describe('from draft to publication', () => {
  it('is a version 1 that its firm alone can read', async () => {
    const { id, firm } = await draftedProduct(ctx)
    const own = await showProduct(as(ctx, firm), { id })
    expect(own).toMatchObject({ status: 'draft', isPublic: false, reader: 'member', number: null })
    expect(own.version).toMatchObject({ version: 1, publishedAt: null })
    await expect(showProduct(as(ctx, visitor), { id })).rejects.toMatchObject({ code: 'notFound' })
    await expect(showProduct(as(ctx, await officer(db, 'handler')), { id })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(showProduct(as(ctx, await robotFirm(db)), { id })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('gets its number once, is published by an officer and then found', async () => {
    const name = uniqueName('药小递')
    const { id, firm, reviewer } = await publishedProduct(ctx, { content: { name } })
    const seen = await showProduct(as(ctx, visitor), { id })
    expect(seen).toMatchObject({ status: 'published', isPublic: true, reader: 'public' })
    expect(seen.number).toMatch(/^CP-\d{4}-\d{4}$/)
    expect(seen.version.isPublic).toBe(true)
    expect(await found(name)).toBe(1)
    await revise(ctx, { id, firm })
    await submit(ctx, { id, firm })
    await publish(ctx, { id, reviewer })
    expect((await showProduct(as(ctx, visitor), { id })).number).toBe(seen.number)
  })

  it('keeps the funding declaration between the firm and the bureau', async () => {
    const { id, firm, reviewer } = await publishedProduct(ctx)
    expect((await showProduct(as(ctx, visitor), { id })).content.funding).toBeUndefined()
    expect((await showProduct(as(ctx, firm), { id })).content.funding).toBe('none')
    expect((await showProduct(as(ctx, reviewer), { id })).content.funding).toBe('none')
  })

  it('comes back with a reason that the firm reads', async () => {
    const { id, firm } = await submittedProduct(ctx)
    const desk = as(ctx, await officer(db, 'approver'))
    await returnProduct(desk, { ...(await form(desk, id)), reason: '请补充载重的检测报告' })
    const seen = await showProduct(as(ctx, firm), { id })
    expect(seen.status).toBe('returned')
    expect(seen.history.at(-1)).toMatchObject({ deed: 'return', reason: '请补充载重的检测报告' })
    await submit(ctx, { id, firm })
    expect(await statusOf(as(ctx, firm), id)).toBe('submitted')
  })

  it('is not submitted while something is missing, but specs may stay undisclosed', async () => {
    const firm = await robotFirm(db)
    const own = as(ctx, firm)
    const nothing = { domains: [], tasks: [], specs: {}, commercialForms: [] }
    const { id } = await draftProduct(own, { ...nothing, name: '只有名字', formKey: v7() })
    await expect(submitProduct(own, await form(own, id))).rejects.toMatchObject({
      code: 'invalid',
      reason: 'product.incomplete',
    })
    expect((await showProduct(own, { id })).missing.map(each => each.field)).toContain('category')
    const { id: whole } = await draftedProduct(ctx, { firm, content: { specs: {} } })
    await submit(ctx, { id: whole, firm })
    expect(await statusOf(own, whole)).toBe('submitted')
  })

  it('leaves the index and the public pages when withdrawn', async () => {
    const name = uniqueName('撤回')
    const { id, firm } = await publishedProduct(ctx, { content: { name } })
    const own = as(ctx, firm)
    await withdrawProduct(own, await form(own, id))
    expect(await found(name)).toBe(0)
    await expect(showProduct(as(ctx, visitor), { id })).rejects.toMatchObject({ code: 'notFound' })
    expect(await statusOf(own, id)).toBe('withdrawn')
  })
})

describe('versions', () => {
  it('shows the published version to the public while a newer one is drafted, reviewed and returned', async () => {
    const [old, fresh] = [uniqueName('旧版'), uniqueName('新版')]
    const { id, firm, reviewer } = await publishedProduct(ctx, { content: { name: old } })
    const own = as(ctx, firm)
    await revise(ctx, { id, firm })
    await editProduct(own, { ...productContent({ name: fresh }), ...(await form(own, id)) })
    for (const act of [async () => {}, () => submit(ctx, { id, firm })]) {
      await act()
      const seen = await showProduct(as(ctx, visitor), { id })
      expect(seen.content.name).toBe(old)
      expect(seen.versions.map(each => each.version)).toEqual([1])
      expect(await found(old)).toBe(1)
      expect(await found(fresh)).toBe(0)
    }
    const page = await listProducts(as(ctx, visitor), {})
    expect(page.items.find(each => each.id === id)?.name).toBe(old)
    expect((await showProduct(own, { id })).content.name).toBe(fresh)
    await publish(ctx, { id, reviewer })
    const after = await showProduct(as(ctx, visitor), { id })
    expect(after.content.name).toBe(fresh)
    expect(after.versions.map(each => each.version)).toEqual([2, 1])
    expect((await showProduct(as(ctx, visitor), { id, version: 1 })).content.name).toBe(old)
    expect([await found(old), await found(fresh)]).toEqual([0, 1])
  })

  it('never changes a published version, so what a bid quoted stays as it was', async () => {
    const { id, firm, reviewer } = await publishedProduct(ctx)
    const own = as(ctx, firm)
    const quotable = () => listBiddableProducts(db, membershipOf(firm).organizationId)
    const [quoted] = await quotable()
    const before = (await listVersions(db, id)).find(row => row.id === quoted?.versionId)
    const stale = await form(own, id)
    await expect(editProduct(own, { ...productContent({ name: '改名' }), ...stale })).rejects.toMatchObject({
      reason: 'product.notEditable',
    })
    await revise(ctx, { id, firm })
    await editProduct(own, { ...productContent({ name: '改名' }), ...(await form(own, id)) })
    expect((await quotable())[0]?.versionId).toBe(quoted?.versionId)
    await submit(ctx, { id, firm })
    await publish(ctx, { id, reviewer })
    const after = (await listVersions(db, id)).find(row => row.id === quoted?.versionId)
    expect(after).toEqual(before)
    expect((await quotable())[0]?.versionId).not.toBe(quoted?.versionId)
  })

  it('does not show an unpublished version by its number', async () => {
    const { id, firm } = await publishedProduct(ctx)
    await revise(ctx, { id, firm })
    await expect(showProduct(as(ctx, visitor), { id, version: 2 })).rejects.toMatchObject({
      code: 'notFound',
    })
    const desk = as(ctx, await officer(db, 'handler'))
    await expect(showProduct(desk, { id, version: 2 })).rejects.toMatchObject({ code: 'notFound' })
    expect((await showProduct(as(ctx, firm), { id, version: 2 })).version.version).toBe(2)
  })
})

describe('repeated, simultaneous and stale forms', () => {
  it('makes one product of one form, and one revision of one press', async () => {
    const firm = await robotFirm(db)
    const own = as(ctx, firm)
    const input = { ...productContent(), formKey: v7() }
    const ids = await Promise.all([draftProduct(own, input), draftProduct(own, input)])
    expect(new Set(ids.map(each => each.id)).size).toBe(1)
    expect(await myProducts(own)).toHaveLength(1)
    const [{ id }] = ids
    await submit(ctx, { id, firm })
    const desk = as(ctx, await officer(db, 'handler'))
    const decision = await form(desk, id)
    await Promise.all([publishProduct(desk, decision), publishProduct(desk, decision)])
    await publishProduct(desk, decision)
    const press = await form(own, id)
    await Promise.all([reviseProduct(own, press), reviseProduct(own, press)])
    expect((await listVersions(db, id)).map(row => row.version)).toEqual([2, 1])
    const deeds = (await listHistory(db, 'product', id)).map(row => row.deed)
    expect(deeds).toEqual(['draft', 'submit', 'publish', 'revise'])
  })

  it('saves and submits in one, or does neither', async () => {
    const firm = await robotFirm(db)
    const own = as(ctx, firm)
    const input = { ...productContent(), formKey: v7() }
    await Promise.all([draftAndSubmitProduct(own, input), draftAndSubmitProduct(own, input)])
    const { id } = await draftAndSubmitProduct(own, input)
    expect(await statusOf(own, id)).toBe('submitted')
    expect((await listHistory(db, 'product', id)).map(row => row.deed)).toEqual(['draft', 'submit'])
    const unverified = as(ctx, await robotFirm(db, { status: 'registered' }))
    const second = { ...productContent(), formKey: v7() }
    await expect(draftAndSubmitProduct(unverified, second)).rejects.toMatchObject({
      reason: 'organization.notVerified',
    })
    expect(await myProducts(unverified)).toEqual([])
  })

  it('lets one of two officers decide, the other learns what it has become', async () => {
    const { id } = await submittedProduct(ctx)
    const [one, two] = [as(ctx, await officer(db, 'handler')), as(ctx, await officer(db, 'approver'))]
    const results = await Promise.allSettled([
      publishProduct(one, await form(one, id)),
      returnProduct(two, { ...(await form(two, id)), reason: '资料不全，请补充' }),
    ])
    const refused = results.filter(each => each.status === 'rejected').map(each => each.reason)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ code: 'conflict', reason: 'page.changed' })
  })

  it('refuses a stale page and keeps what the colleague saved', async () => {
    const { id, firm } = await draftedProduct(ctx)
    const own = as(ctx, firm)
    const [mine, theirs] = [await form(own, id), await form(own, id)]
    const colleague = as(ctx, await colleagueOf(db, firm))
    await editProduct(colleague, { ...productContent({ name: '同事改的' }), ...theirs })
    await expect(editProduct(own, { ...productContent({ name: '我改的' }), ...mine })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
    })
    await editProduct(colleague, { ...productContent({ name: '同事改的' }), ...theirs })
    expect((await showProduct(own, { id })).content.name).toBe('同事改的')
  })

  it('tells a late officer what it has become, and a stranger nothing', async () => {
    const { id } = await submittedProduct(ctx)
    const [one, two] = [as(ctx, await officer(db, 'handler')), as(ctx, await officer(db, 'approver'))]
    const late = await form(two, id)
    await publishProduct(one, await form(one, id))
    await expect(returnProduct(two, { ...late, reason: '晚了一步的退回' })).rejects.toMatchObject({
      code: 'conflict',
      detail: { status: 'published' },
    })
    const stranger = as(ctx, await robotFirm(db))
    await expect(reviseProduct(stranger, { ...late, formKey: v7() })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'organization.notMember',
    })
  })

  it('hides another firm behind a form key that is taken', async () => {
    const { id } = await draftedProduct(ctx)
    const stranger = as(ctx, await robotFirm(db))
    await expect(draftProduct(stranger, { ...productContent(), formKey: id })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('who may not', () => {
  it('turns away visitors, strangers, viewers and officers in the wrong place', async () => {
    const { id, firm } = await publishedProduct(ctx)
    const key = await form(as(ctx, firm), id)
    await expect(
      draftProduct(as(ctx, visitor), { ...productContent(), formKey: v7() }),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    await expect(reviseProduct(as(ctx, await robotFirm(db)), key)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const viewer = as(ctx, await colleagueOf(db, firm, 'viewer'))
    await expect(reviseProduct(viewer, key)).rejects.toMatchObject({ reason: 'organization.viewerOnly' })
    const auditor = as(ctx, await officer(db, 'auditor'))
    await expect(publishProduct(auditor, key)).rejects.toMatchObject({ reason: 'officer.only' })
    const unknown = { ...key, id: brand<ProductId>(v7()) }
    await expect(reviseProduct(as(ctx, firm), unknown)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showProduct(ctx, { id: 'nonsense' })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('lets a firm draft before it is verified, but not submit', async () => {
    const firm = await robotFirm(db, { status: 'registered' })
    const { id } = await draftedProduct(ctx, { firm })
    const own = as(ctx, firm)
    await expect(submitProduct(own, await form(own, id))).rejects.toMatchObject({
      reason: 'organization.notVerified',
    })
  })

  it('does not let an officer review the own firm', async () => {
    const { id, firm } = await submittedProduct(ctx)
    const both = { ...firm, offices: [{ role: 'handler' as const, district: null }] }
    const desk = as(ctx, both)
    await expect(publishProduct(desk, await form(desk, id))).rejects.toMatchObject({
      reason: 'officer.ownOrganization',
    })
  })
})

describe('the public list', () => {
  it('filters, counts each filter given the others, and forgives a broken address', async () => {
    const firm = await robotFirm(db)
    const content = { category: 'underwaterRobot', domains: ['emergency', 'energy'], maturity: 'series' }
    await publishedProduct(ctx, { firm, content })
    const page = await listProducts(ctx, { category: 'underwaterRobot', maturity: 'nonsense', page: 'x' })
    expect(page).toMatchObject({ total: 1, page: 1 })
    expect(page.items[0]).toMatchObject({ category: 'underwaterRobot', disclosed: 1, important: 8 })
    expect(page.facets.domain.map(each => each.value).sort()).toEqual(['emergency', 'energy'])
    expect((await listProducts(ctx, { category: 'underwaterRobot', domain: 'healthcare' })).total).toBe(0)
    expect((await listProducts(ctx, { domain: 'energy', kind: 'report' })).items).toEqual([])
  })
})
