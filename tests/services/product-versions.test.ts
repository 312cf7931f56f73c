import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { listVersions } from '#db/queries/products.ts'
import { visitor } from '#domain/shared/actor.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { editProduct } from '#services/products/edit.ts'
import { compareVersions } from '#services/products/versions.ts'
import { speakChanges } from '#ui/products/speak.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { robotFirm } from '../support/factories.ts'
import {
  productContent,
  productDecision,
  publish,
  publishedProduct,
  revise,
  submit,
} from '../support/products.ts'

const { db, url } = await testDatabase()
const sql = postgres(url, { max: 1 })
afterAll(() => sql.end())
const ctx = testContext({ db })
const t = createT(zh, 'zh')

/** Version 1 published, version 2 drafted: heavier payload, a fact gone, a fact new, another price. */
async function revised() {
  const made = await publishedProduct(ctx)
  await revise(ctx, made)
  const own = as(ctx, made.firm)
  const specs = {
    payloadKg: { value: '1200', grade: 'C' },
    passageWidthMm: { value: '720', grade: 'C' },
    noiseDbA: { value: '52', grade: 'D' },
    stairs: { value: 'false', grade: 'C' },
  }
  const content = productContent({ specs, priceToFen: '20', funding: 'received' })
  await editProduct(own, { ...content, ...(await productDecision(own, made.id)) })
  return { ...made, own }
}

describe('two versions side by side', () => {
  it('says in one unit what changed, what came, what went and how the evidence moved', async () => {
    const { id, own } = await revised()
    const pair = await compareVersions(own, { id, version: '2', against: '1' })
    const { specs, words } = speakChanges(t, pair.against?.content ?? pair.shown.content, pair.shown.content)
    const byKey = new Map(specs.map(each => [each.key, each]))
    expect(byKey.get('payloadKg')).toMatchObject({ kind: 'changed', grade: 'down' })
    expect(byKey.get('payloadKg')?.before?.unit).toBe(byKey.get('payloadKg')?.after?.unit)
    expect(byKey.get('elevator')).toMatchObject({ kind: 'removed', after: null })
    expect(byKey.get('stairs')).toMatchObject({ kind: 'added', before: null })
    expect(byKey.has('passageWidthMm')).toBe(false)
    expect(words.map(each => each.key)).toContain('priceToFen.')
    expect(words.map(each => each.key)).toContain('funding.')
  })

  it('shows the public published versions only, and never the funding declaration', async () => {
    const { id, firm, reviewer } = await revised()
    const guest = as(ctx, visitor)
    await expect(compareVersions(guest, { id, version: '2' })).rejects.toMatchObject({ code: 'notFound' })
    const unasked = await compareVersions(guest, { id, version: '1', against: '2' })
    expect(unasked.against).toBeNull()
    const stranger = as(ctx, await robotFirm(db))
    await expect(compareVersions(stranger, { id, version: '2' })).rejects.toMatchObject({ code: 'notFound' })
    await submit(ctx, { id, firm })
    const desk = await compareVersions(as(ctx, reviewer), { id, version: '2' })
    expect(desk.against?.version).toBe(1)
    await publish(ctx, { id, reviewer })
    const both = await compareVersions(guest, { id, version: '2' })
    expect(both.against?.version).toBe(1)
    expect(JSON.stringify(both)).not.toContain('funding')
  })

  it('forgives an address that names no version to compare with, and knows no other product', async () => {
    const { id, own } = await revised()
    for (const against of ['x', '99', '2', '-1'])
      expect((await compareVersions(own, { id, version: '2', against })).against?.version).toBe(1)
    for (const version of ['0', 'x', '99'])
      await expect(compareVersions(own, { id, version })).rejects.toMatchObject({ code: 'notFound' })
    await expect(compareVersions(own, { id: v7(), version: '1' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a published version in the database', () => {
  it('does not change in any part, is not unpublished and not deleted', async () => {
    const { id } = await publishedProduct(ctx)
    const [row] = await listVersions(db, id)
    const versionId = row?.id ?? ''
    const tries = [
      () => sql`update product_version set content = '{}'::jsonb where id = ${versionId}`,
      () => sql`update product_version set name = '改名' where id = ${versionId}`,
      () => sql`update product_version set maturity = 'series' where id = ${versionId}`,
      () => sql`update product_version set published_at = null where id = ${versionId}`,
      () => sql`update product_version set created_at = now() where id = ${versionId}`,
      () => sql`delete from product_version where id = ${versionId}`,
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: '23001' })
    expect((await listVersions(db, id))[0]).toEqual(row)
  })

  it('leaves an unpublished version to its firm', async () => {
    const { id } = await revised()
    const [draft] = await listVersions(db, id)
    await sql`update product_version set name = '草稿改名' where id = ${draft?.id ?? ''}`
    expect((await listVersions(db, id))[0]?.name).toBe('草稿改名')
  })
})
