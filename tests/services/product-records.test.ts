import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import type { Certificate } from '#domain/products/certificates.ts'
import { Deployment } from '#domain/products/deployments.ts'
import { visitor } from '#domain/shared/actor.ts'
import { addDays, day, dayOf } from '#domain/shared/dates.ts'
import { addFiles } from '#services/files/add.ts'
import { addCertificate, removeCertificate } from '#services/products/certificates.ts'
import { addDeployment, removeDeployment } from '#services/products/deployments.ts'
import { remindOfCertificates } from '#services/products/remind.ts'
import { showProduct } from '#services/products/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, robotFirm } from '../support/factories.ts'
import { makePdf, uploadOf } from '../support/files/make.ts'
import { draftedProduct, publishedProduct } from '../support/products.ts'

const { db, url } = await testDatabase()
const sql = postgres(url, { max: 1 })
afterAll(() => sql.end())
const ctx = { ...testContext({ db }), now: new Date() }
const guest = as(ctx, visitor)
const today = dayOf(ctx.now)

const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  kind: 'cr',
  number: 'CR-2026-0001',
  issuer: '示例认证中心',
  issuedOn: day('2025-01-12'),
  ...more,
})
const deployment = (more: object = {}) =>
  Deployment.parse({
    place: '某三级医院',
    isAnonymous: 'on',
    region: '北京市海淀区',
    since: '2025-03-01',
    task: '病区配送',
    inUse: 'unknown',
    ...more,
  })

describe('certificates', () => {
  it('stand on the public page with their state, once per form, and one that has run out says so', async () => {
    const { id, firm } = await publishedProduct(ctx)
    const own = as(ctx, firm)
    const form = { id, formKey: v7(), ...certificate({ validUntil: addDays(today, -1) }) }
    await Promise.all([addCertificate(own, form), addCertificate(own, form)])
    await addCertificate(own, form)
    await addCertificate(own, { id, formKey: v7(), ...certificate({ kind: 'ccc' }) })
    const { certificates } = await showProduct(guest, { id })
    expect(certificates.map(each => [each.kind, each.standing])).toEqual([
      ['ccc', 'valid'],
      ['cr', 'expired'],
    ])
  })

  it('never change; a removal keeps the row', async () => {
    const { id, firm } = await publishedProduct(ctx)
    const own = as(ctx, firm)
    const recordId = v7()
    await addCertificate(own, { id, formKey: recordId, ...certificate() })
    for (const attempt of [
      () => sql`update product_certificate set number = 'X-1' where id = ${recordId}`,
      () => sql`update product_certificate set valid_until = '2099-01-01' where id = ${recordId}`,
      () => sql`delete from product_certificate where id = ${recordId}`,
    ])
      await expect(attempt()).rejects.toMatchObject({ code: '23001' })
    const press = { id, recordId, formKey: v7() }
    await Promise.all([removeCertificate(own, press), removeCertificate(own, press)])
    await expect(removeCertificate(own, { ...press, formKey: v7() })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await showProduct(guest, { id })).certificates).toEqual([])
    await expect(
      sql`update product_certificate set removed_at = null where id = ${recordId}`,
    ).rejects.toMatchObject({
      code: '23001',
    })
  })

  it('take one of the product’s own files, no day of issue ahead, and nobody else’s word', async () => {
    const { id, firm } = await draftedProduct(ctx)
    const own = as(ctx, firm)
    const other = await draftedProduct(ctx, { firm })
    const upload = { noun: 'product', objectId: other.id, purpose: 'other', formKey: v7() } as const
    await addFiles(own, upload, [uploadOf('证书.pdf', makePdf(['CR']))])
    const [file] = (await showProduct(own, { id: other.id })).files
    const attachmentId = file?.id
    await expect(
      addCertificate(own, { id, formKey: v7(), ...certificate({ attachmentId }) }),
    ).rejects.toMatchObject({ reason: 'product.fileForeign', path: 'attachmentId' })
    await addCertificate(own, { id: other.id, formKey: v7(), ...certificate({ attachmentId }) })
    expect((await showProduct(own, { id: other.id })).certificates[0]?.fileId).toBe(attachmentId)
    await expect(
      addCertificate(own, { id, formKey: v7(), ...certificate({ issuedOn: addDays(today, 1) }) }),
    ).rejects.toMatchObject({ reason: 'product.certificateAhead' })
    const { id: open } = await publishedProduct(ctx)
    const stranger = as(ctx, await robotFirm(db))
    const viewer = as(ctx, await colleagueOf(db, firm, 'viewer'))
    await expect(
      addCertificate(stranger, { id: open, formKey: v7(), ...certificate() }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(addCertificate(viewer, { id, formKey: v7(), ...certificate() })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(addCertificate(guest, { id: open, formKey: v7(), ...certificate() })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('are reminded of sixty and fourteen days ahead, once at each, unless a renewal is there', async () => {
    const { id, firm } = await publishedProduct(ctx)
    const own = as(ctx, firm)
    const [near, far, renewed] = [v7(), v7(), v7()]
    const add = (formKey: string, more: Partial<Certificate>) =>
      addCertificate(own, { id, formKey, ...certificate(more) })
    await add(near, { kind: 'ccc', validUntil: addDays(today, 14) })
    await add(far, { kind: 'iso9001', validUntil: addDays(today, 60) })
    await add(v7(), { kind: 'srrc', validUntil: addDays(today, 61) })
    await add(renewed, { kind: 'cr', validUntil: addDays(today, 10) })
    await add(v7(), { kind: 'cr', validUntil: addDays(today, 700) })
    expect(await remindOfCertificates(db, ctx.now)).toBe(2)
    expect(await remindOfCertificates(db, ctx.now)).toBe(0)
    const later = new Date(ctx.now.getTime() + 50 * 86_400_000)
    // The database's own day has not moved, so only the sixty-day one is looked at again.
    expect(await remindOfCertificates(db, later)).toBe(1)
    const told = await sql`select event_key from notification where event = 'product.certificateExpiring'`
    expect(told.map(each => each.event_key.split(':').slice(1).join(':')).sort()).toEqual(
      [`${far}:14`, `${far}:60`, `${near}:14`].sort(),
    )
  })
})

describe('deployments', () => {
  it('are declared, shown and removed; units that nobody stated stay unknown', async () => {
    const { id, firm } = await publishedProduct(ctx)
    const own = as(ctx, firm)
    const recordId = v7()
    await addDeployment(own, { id, formKey: recordId, ...deployment() })
    await addDeployment(own, { id, formKey: recordId, ...deployment() })
    const seen = await showProduct(guest, { id })
    expect(seen.deployments).toMatchObject([{ place: '某三级医院', units: null, inUse: 'unknown' }])
    expect(seen.evidence.accepted).toBe(0)
    await expect(sql`update product_deployment set units = 100 where id = ${recordId}`).rejects.toMatchObject(
      { code: '23001' },
    )
    await removeDeployment(own, { id, recordId, formKey: v7() })
    expect((await showProduct(guest, { id })).deployments).toEqual([])
    await expect(
      addDeployment(own, { id, formKey: v7(), ...deployment({ since: addDays(today, 1) }) }),
    ).rejects.toMatchObject({ reason: 'product.deploymentAhead' })
  })
})
