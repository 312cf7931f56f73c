import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findProduct, listProductsOf } from '#db/queries/products.ts'
import { findScenario, listScenariosOf } from '#db/queries/scenarios.ts'
import { recordOf } from '#domain/imports/records.ts'
import { sparseProductContent, sparseScenarioContent } from '#domain/imports/sparse-content.ts'
import { cellsOf } from '#domain/imports/write.ts'
import { SparseProduct, SparseScenario } from '#domain/matching/sparse.ts'
import type { Person } from '#domain/shared/actor.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { exportOwn, importTemplate } from '#services/imports/download.ts'
import { writeLines } from '#services/imports/files/write.ts'
import { runImport } from '#services/imports/run.ts'
import { showImport } from '#services/imports/show.ts'
import { cancelImport, startImport } from '#services/imports/steer.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { colleagueOf, hospital, membershipOf, officer, robotFirm } from '#tests/support/factories.ts'
import { deskOf, sentFile } from '#tests/support/imports.ts'

const { db } = await testDatabase()
let ctx: Context

beforeAll(() => {
  ctx = testContext({ db })
})

const seeds = new URL('../../db/seed/data/', import.meta.url)
const seedOf = (name: string): unknown[] => JSON.parse(readFileSync(new URL(name, seeds), 'utf8'))
const zh = { locale: 'zh' } as const

async function imported(
  own: Context,
  noun: 'product' | 'scenario',
  name: string,
  content: string | Uint8Array,
) {
  const { id } = await uploadImport(own, { noun, formKey: v7() }, [sentFile(name, content)])
  await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
  await runImport(deskOf(ctx), id)
  return showImport(own, id)
}

const csv = (...lines: string[]) => `\ufeff${lines.join('\r\n')}\r\n`

describe('the real data set', () => {
  const products = seedOf('products.json').map(record => SparseProduct.parse(record))
  const scenarios = seedOf('scenarios.json').map(record => SparseScenario.parse(record))

  it.each(['json', 'xlsx', 'csv'] as const)(
    'goes in whole as %s, and what is not known stays unknown',
    async format => {
      const own = as(ctx, await robotFirm(db))
      const lines = products.map(each => ({
        cells: { ...cellsOf('product', sparseProductContent(each), 'zh'), key: each.id },
      }))
      const file =
        format === 'json' ? JSON.stringify(products) : writeLines('product', lines, { format, ...zh })
      const done = await imported(own, 'product', `products.${format}`, file)
      expect(done.notes.unknown).toEqual([])
      expect(done.counts).toEqual({ done: products.length })
      const { organizationId } = membershipOf(own.actor as Person)
      const kept = await listProductsOf(db, [organizationId])
      expect(kept).toHaveLength(products.length)
      const byName = new Map(kept.map(({ version }) => [version.name, version.content]))
      for (const each of products) {
        const wanted = sparseProductContent(each)
        const content = byName.get(wanted.name ?? '')
        if (products.filter(other => sparseProductContent(other).name === wanted.name).length === 1)
          expect(content).toEqual(JSON.parse(JSON.stringify(wanted)))
        if (!('payloadKg' in wanted.specs)) expect(content?.specs).not.toHaveProperty('payloadKg')
      }
    },
  )

  it.each(['json', 'xlsx', 'csv'] as const)('has scenarios that go in whole as %s', async format => {
    const own = as(ctx, await hospital(db))
    const lines = scenarios.map(each => ({
      cells: { ...cellsOf('scenario', sparseScenarioContent(each), 'zh'), key: each.id },
    }))
    const file =
      format === 'json' ? JSON.stringify(scenarios) : writeLines('scenario', lines, { format, ...zh })
    const done = await imported(own, 'scenario', `scenarios.${format}`, file)
    expect(done.counts).toEqual({ done: scenarios.length })
    const { organizationId } = membershipOf(own.actor as Person)
    for (const { scenario } of await listScenariosOf(db, [organizationId])) {
      expect(Object.values(scenario.content)).not.toContain(null)
      if (scenario.content.budgetFen === undefined) expect(scenario.budgetFen).toBeNull()
    }
  })
})

describe('a preview', () => {
  it('names each wrong cell by its column with what was typed, and imports none of those rows', async () => {
    const own = as(ctx, await robotFirm(db))
    const file = csv(
      '产品名称,型号,载重（kg）,颜色,产品成熟度',
      '送药机器人,S1,五十公斤吧,白,定型',
      '送样机器人,S2,50公斤,白,不详',
      '送餐机器人,S3,,白,已经定型了',
    )
    const done = await imported(own, 'product', '产品.csv', file)
    expect(done.notes.unknown).toEqual(['颜色'])
    expect(done.counts).toEqual({ invalid: 2, done: 1 })
    expect(done.rows.map(row => row.errors.map(({ key, typed }) => [key, typed]))).toEqual([
      [['specs.payloadKg.value', '五十公斤吧']],
      [],
      [['maturity', '已经定型了']],
    ])
    const made = done.rows[1]?.objectId
    const product = await findProduct(db, brand<ProductId>(made ?? ''))
    expect(product?.version.content).toMatchObject({ specs: { payloadKg: { value: 50 } } })
    expect(product?.version.content).not.toHaveProperty('maturity')
  })

  it('is kept for its organisation alone, and one form sent twice is one import', async () => {
    const firm = await robotFirm(db)
    const own = as(ctx, firm)
    const form = { noun: 'product' as const, formKey: v7() }
    const file = () => [sentFile('a.csv', csv('产品名称', '一号'))]
    const [one, two] = await Promise.all([uploadImport(own, form, file()), uploadImport(own, form, file())])
    expect(one.id).toBe(two.id)
    expect((await showImport(own, one.id)).total).toBe(1)
    await expect(showImport(as(ctx, await robotFirm(db)), one.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showImport(as(ctx, await officer(db, 'handler')), one.id)).rejects.toMatchObject({
      code: 'notFound',
    })
    const viewer = as(ctx, await colleagueOf(db, firm, 'viewer'))
    const start = startImport(viewer, { id: one.id, which: 'all', lines: [], formKey: v7() })
    await expect(start).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('marks what was imported before, what is called like something there, and what stands twice', async () => {
    const own = as(ctx, await robotFirm(db))
    await imported(
      own,
      'product',
      'a.csv',
      csv('外部编号,产品名称,型号', 'A-1,巡检机器人,X1', 'A-2,清洁机器人,X2'),
    )
    const again = csv(
      '外部编号,产品名称,型号',
      'A-1,换了名字,Y',
      'B-1,清洁机器人,x2',
      'C-1,新的,Z',
      'C-1,还是新的,ZZ',
    )
    const { id } = await uploadImport(own, { noun: 'product', formKey: v7() }, [sentFile('b.csv', again)])
    const view = await showImport(own, id)
    expect(view.rows.map(row => row.duplicate?.kind ?? null)).toEqual(['key', 'name', null, 'twice'])
    await startImport(own, { id, which: 'fresh', lines: [], formKey: v7() })
    await runImport(deskOf(ctx), id)
    expect((await showImport(own, id)).counts).toMatchObject({ done: 1, ready: 3 })
  })

  it.each([
    ['nothing', '', 'import.empty'],
    ['a header alone', csv('产品名称'), 'import.empty'],
    ['strange columns', csv('a,b', '1,2'), 'import.noColumns'],
    ['broken JSON', '[{"name":', 'import.jsonBroken'],
    ['JSON of something else', '{"a":1}', 'import.noRecords'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.oldExcel'],
    ['a zip that is no workbook', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), 'import.noWorkbook'],
    [
      '10,001 rows',
      csv('产品名称', ...Array.from({ length: 10_001 }, (_, n) => `第 ${n} 款`)),
      'import.tooManyRows',
    ],
    ['301 columns', csv(`产品名称${',x'.repeat(301)}`, 'a'), 'import.tooManyColumns'],
  ])('of %s says what is wrong, and keeps nothing', async (_, content, reason) => {
    const own = as(ctx, await robotFirm(db))
    const id = v7()
    const upload = uploadImport(own, { noun: 'product', formKey: id }, [sentFile('x', content)])
    await expect(upload).rejects.toMatchObject({ code: 'invalid', reason })
    await expect(showImport(own, id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('names the line of a table whose quotes are broken', async () => {
    const own = as(ctx, await robotFirm(db))
    const broken = csv('产品名称,型号', '一号,A', '二号,B', '"三"号",C')
    const upload = uploadImport(own, { noun: 'product', formKey: v7() }, [sentFile('x.csv', broken)])
    await expect(upload).rejects.toMatchObject({ reason: 'import.csvBroken', detail: { line: 4 } })
  })

  it('is harmless where names are those of the language itself, and says which characters cannot be taken', async () => {
    const own = as(ctx, await robotFirm(db))
    const file = csv(
      '__proto__,constructor,产品名称,产品简介',
      'a,b,普通,好',
      `a,b,有\u0000的,好`,
      'a,b,=1+1,好',
    )
    const { id } = await uploadImport(own, { noun: 'product', formKey: v7() }, [sentFile('x.csv', file)])
    const view = await showImport(own, id)
    expect(view.notes.unknown).toEqual(['__proto__', 'constructor'])
    expect(view.rows[1]?.errors).toMatchObject([
      { key: 'name', message: 'field.characters' },
      { key: 'summary', message: 'field.tooShort|min=10' },
    ])
    expect(Object.prototype).not.toHaveProperty('a')
    expect(view.rows[2]?.name).toBe('=1+1')
  })
})

describe('a run', () => {
  const many = (n: number) =>
    csv('产品名称,型号', ...Array.from({ length: n }, (_, at) => `批量 ${at + 1},M${at + 1}`))

  async function started(n: number) {
    const firm = await robotFirm(db)
    const own = as(ctx, firm)
    const { id } = await uploadImport(own, { noun: 'product', formKey: v7() }, [sentFile('m.csv', many(n))])
    await startImport(own, { id, which: 'all', lines: [], formKey: v7() })
    return {
      firm,
      own,
      id,
      made: async () => (await listProductsOf(db, [membershipOf(firm).organizationId])).length,
    }
  }

  it('that dies between two batches goes on where it was, without a row twice', async () => {
    const { own, id, made } = await started(70)
    // The process ends when the third batch begins: nothing of it was written.
    let batches = 0
    const dying = {
      ...deskOf(ctx),
      db: new Proxy(db, {
        get(target, name, receiver) {
          if (name === 'transaction' && ++batches > 2) throw new Error('killed')
          return Reflect.get(target, name, receiver)
        },
      }),
    }
    await expect(runImport(dying, id)).rejects.toThrow('killed')
    expect((await showImport(own, id)).counts).toEqual({ done: 50, waiting: 20 })
    await runImport(deskOf(ctx), id)
    expect((await showImport(own, id)).counts).toEqual({ done: 70 })
    expect(await made()).toBe(70)
    await runImport(deskOf(ctx), id)
    expect(await made()).toBe(70)
  })

  it('by two workers at once makes each row once', async () => {
    const { own, id, made } = await started(120)
    await Promise.all([runImport(deskOf(ctx), id), runImport(deskOf(ctx), id), runImport(deskOf(ctx), id)])
    const view = await showImport(own, id)
    expect(view).toMatchObject({ status: 'done', counts: { done: 120 } })
    expect(await made()).toBe(120)
  })

  it('can be stopped: what is a draft stays, the rest may be started again', async () => {
    const { own, id, made } = await started(30)
    await cancelImport(own, { id, formKey: v7() })
    await runImport(deskOf(ctx), id)
    expect(await showImport(own, id)).toMatchObject({ status: 'cancelled', counts: { ready: 30 } })
    expect(await made()).toBe(0)
    await startImport(own, { id, which: 'chosen', lines: [3, 4], formKey: v7() })
    await runImport(deskOf(ctx), id)
    expect((await showImport(own, id)).counts).toMatchObject({ ready: 28, done: 2 })
  })

  it('makes drafts for its own organisation, whatever else its starter belongs to by then', async () => {
    const { firm, id, made } = await started(3)
    const other = membershipOf(await robotFirm(db)).organizationId
    await db.execute(
      sql`insert into membership (account_id, organization_id, role) values (${firm.accountId}, ${other}, 'owner')`,
    )
    await db.execute(
      sql`update organization set capabilities = '{}' where id = ${membershipOf(firm).organizationId}`,
    )
    await runImport(deskOf(ctx), id)
    expect(await made()).toBe(3)
    expect(await listProductsOf(db, [other])).toEqual([])
  })

  it('goes on for somebody with a second factor', async () => {
    const { firm, own, id } = await started(2)
    await db.execute(sql`update account set totp_secret = 'sealed' where id = ${firm.accountId}`)
    await runImport(deskOf(ctx), id)
    expect((await showImport(own, id)).counts).toEqual({ done: 2 })
  })

  it('goes past a row that the database does not take, and says so', async () => {
    const { own, id } = await started(4)
    await db.execute(sql`update import_row set cells = cells || '{"key": "x"}' where job_id = ${id}`)
    const [row] = await db.execute<{ id: string }>(
      sql`select object_id as id from import_row where job_id = ${id} and line = 3`,
    )
    const stranger = membershipOf(await robotFirm(db)).organizationId
    await db.execute(
      sql`insert into product (id, organization_id, source) values (${row?.id}, ${stranger}, 'platform')`,
    )
    await runImport(deskOf(ctx), id)
    const view = await showImport(own, id)
    expect(view.counts).toMatchObject({ done: 3, failed: 1 })
    expect(view.rows.find(each => each.status === 'failed')?.line).toBe(3)
  })

  it('stops when whoever started it may not draft any more', async () => {
    const { firm, own, id, made } = await started(5)
    await db.execute(sql`update membership set role = 'viewer' where account_id = ${firm.accountId}`)
    await runImport(deskOf(ctx), id)
    expect(await made()).toBe(0)
    expect((await showImport(own, id)).status).toBe('cancelled')
  })
})

describe('a metric without unit or method', () => {
  it('comes in as a draft with the gap, and goes no further', async () => {
    const demand = await hospital(db)
    const own = as(ctx, demand)
    const file = csv('场景名称,指标1 名称,指标1 目标值,指标2 名称,指标2 单位', '药品配送,准时率,95,时长,分钟')
    const done = await imported(own, 'scenario', 's.csv', file)
    const id = brand<ScenarioId>(done.rows[0]?.objectId ?? '')
    const found = await findScenario(db, id)
    expect(found?.scenario.content.metrics[0]).toEqual({ name: '准时率', target: 95 })
    const rev = found?.scenario.rev ?? 0
    await expect(submitScenario(own, { id, rev, formKey: v7() })).rejects.toMatchObject({
      reason: 'scenario.incomplete',
    })
    const approver = as(ctx, await officer(db, 'approver'))
    const publish = publishScenario(approver, { id, rev, formKey: v7(), hash: 'a'.repeat(64) })
    await expect(publish).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what is exported', () => {
  it.each(['xlsx', 'csv', 'json'] as const)('comes back as the same contents from %s', async format => {
    const own = as(ctx, await hospital(db))
    const scenarios = seedOf('scenarios.json').slice(0, 40)
    await imported(own, 'scenario', 's.json', JSON.stringify(scenarios))
    const { bytes } = await exportOwn(own, { noun: 'scenario', format }, 'zh')
    const other = as(ctx, await hospital(db))
    const done = await imported(other, 'scenario', `s.${format}`, bytes)
    expect(done.counts).toEqual({ done: 40 })
    const contents = async (of: Context) =>
      (await listScenariosOf(db, [membershipOf(of.actor as Person).organizationId]))
        .map(({ scenario }) => JSON.stringify(recordOf('scenario', '', scenario.content)))
        .sort()
    expect(await contents(other)).toEqual(await contents(own))
    // The same file for its own organisation: every row is known by its id.
    const { id } = await uploadImport(own, { noun: 'scenario', formKey: v7() }, [sentFile('again', bytes)])
    const again = await showImport(own, id)
    expect(again.rows.every(row => row.duplicate?.kind === 'key')).toBe(true)
  })

  it.each(['xlsx', 'csv'] as const)('has a template in %s whose every header is known', async format => {
    const own = as(ctx, await robotFirm(db))
    for (const noun of ['product', 'scenario'] as const)
      for (const locale of ['zh', 'en'] as const) {
        const { bytes } = await importTemplate(own, { noun, format }, locale)
        const upload = uploadImport(own, { noun, formKey: v7() }, [sentFile('t', bytes)])
        await expect(upload).rejects.toMatchObject({ reason: 'import.empty' })
      }
  })
})
