import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#db/client.ts'
import { lockMatches } from '#db/queries/match-lists.ts'
import { keptLists, summariseLists } from '#db/queries/matches.ts'
import { matchRun, storedMatch } from '#db/schema/index.ts'
import { mostKept } from '#domain/matches/list.ts'
import { scoresUnder } from '#domain/matching/features.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import type { MatchDesk, Search } from '#services/matches/judge.ts'
import { orderMatchingOfAll } from '#services/matches/note.ts'
import { matchProduct, matchScenario } from '#services/matches/refresh.ts'
import { matchAll } from '#services/matches/refresh-all.ts'
import { finderOf } from '#services/matching/finder.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { enrolOrganization } from '#services/organizations/enrol.ts'
import { reportProduct } from '#services/products/report.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { reportScenario } from '#services/scenarios/report.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, officer, publishedScenario, revOf, robotFirm } from '#tests/support/factories.ts'
import { listMatches, matchEverythingNew, matchNoticesOf } from '#tests/support/matches.ts'
import { productRev, publish, publishedProduct, revise, submit } from '#tests/support/products.ts'
import { takeJobs } from '#tests/support/saved-searches.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const desk: MatchDesk = ctx
const system: Context = { ...ctx, actor: { kind: 'system', name: '测试' } }
const reviewer = await officer(db, 'handler')
const demand = await hospital(db)
const firm = await robotFirm(db)
const reported = await enrolOrganization(system, {
  ...{ name: '报道里的单位', uscc: null, district: null, region: null },
  ...{ source: 'report', status: 'registered', capabilities: [] },
})

const scenarioOf = (content = {}) => publishedScenario(ctx, { demand, reviewer, content })
const productOf = (name: string, specs?: object) =>
  publishedProduct(ctx, { firm, reviewer, content: { name, ...(specs && { specs }) } })

const aDeliveryRobot = (name: string, payloadKg: number) =>
  reportProduct(system, {
    ...{ organizationId: reported, sourceUrl: null },
    content: ProductDraft.parse({
      ...{ name, domains: ['healthcare'], tasks: ['hospitalDelivery'], category: 'hospitalDelivery' },
      ...{ specs: { payloadKg: { value: payloadKg, grade: 'C' } }, commercialForms: [] },
    }),
  })
const aDeliveryCase = (title: string) =>
  reportScenario(system, {
    ...{ organizationId: reported, sourceUrl: null, sourceYear: 2025 },
    content: ScenarioDraft.parse({
      ...{ title, domain: 'healthcare', tasks: ['hospitalDelivery'], requirements: [], metrics: [] },
    }),
  })

const amend = async (id: ScenarioId, change: (content: ScenarioDraft) => object) => {
  const by = as(ctx, demand)
  const { content, bidDeadline, rev } = await showScenario(by, id)
  const said = { summary: '补充说明现场情况', reason: '复勘时发现漏写' }
  const form = { ...content, bidDeadline, ...said, ...change(content), id, rev, formKey: v7() }
  await amendScenario(by, AmendScenario.parse(form))
}
const withdraw = async (id: ScenarioId) => {
  const by = as(ctx, demand)
  await withdrawScenario(by, { id, rev: await revOf(by, id), formKey: v7(), reason: '计划调整' })
}

const productsOf = async (id: ScenarioId) => (await keptLists(db, [id])).map(row => row.productId)
const scenariosOf = async (id: ProductId) => (await listMatches(db, 'product', id)).map(row => row.scenarioId)
const pair = async (scenarioId: ScenarioId, productId: ProductId) =>
  (
    await db
      .select()
      .from(storedMatch)
      .where(and(eq(storedMatch.scenarioId, scenarioId), eq(storedMatch.productId, productId)))
  )[0]

/** Every list, whole: what it must be whatever the order of the jobs was. */
async function lists() {
  const { scenarioId, productId, scenarioRank, productRank, score } = storedMatch
  return db
    .select({ scenarioId, productId, scenarioRank, productRank, score })
    .from(storedMatch)
    .orderBy(asc(scenarioId), asc(productId))
}

beforeEach(async () => {
  await db.delete(storedMatch)
  await db.execute(sql`update scenario set status = 'withdrawn' where status = 'published'`)
  await db.execute(sql`update product set status = 'withdrawn' where status = 'published'`)
  await db.execute(
    sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`,
  )
})

describe('the stored matches', () => {
  test('are the lists of the match page, on both sides, with what their scores follow from', async () => {
    const { id } = await scenarioOf()
    const [strong, weak, silent] = [
      await productOf('载重六十'),
      await productOf('载重三十', { payloadKg: { value: '30', grade: 'C' } }),
      await productOf('未披露载重', { elevator: { value: 'true', grade: 'C' } }),
    ]
    await matchEverythingNew(desk)
    const page = await matchesForScenario(ctx, { id, all: true })
    expect(await productsOf(id)).toEqual(page.main.map(each => each.party.id))
    expect(await productsOf(id)).not.toContain(weak.id)
    expect(await scenariosOf(strong.id)).toEqual([id])
    const stored = await pair(id, silent.id)
    const shown = page.main.find(each => each.party.id === silent.id)?.match
    expect(stored).toMatchObject({ verdict: 'U', relevance: 'T', productRank: 1, weightsVersion: 1 })
    expect(stored?.score).toBeCloseTo(shown?.score ?? 0, 8)
    expect(scoresUnder(stored?.features ?? { demand: {}, supply: {} }, builtInWeights).score).toBeCloseTo(
      stored?.score ?? 0,
      8,
    )
  })

  test('follow a product that changes, and say of which version they are', async () => {
    const { id } = await scenarioOf()
    const product = await productOf('会改的')
    await matchEverythingNew(desk)
    const before = await pair(id, product.id)
    await revise(ctx, product)
    await submit(ctx, product)
    expect(await takeJobs(db, 'matchProduct')).toEqual([])
    await publish(ctx, { id: product.id, reviewer })
    await matchEverythingNew(desk)
    const after = await pair(id, product.id)
    expect(after?.productVersionId).not.toBe(before?.productVersionId)
    expect(after?.scenarioRank).toBe(1)
  })

  test('are nobody’s from the commit on that withdraws or closes an object, and gone after the job', async () => {
    const { id } = await scenarioOf()
    const [first, second] = [await productOf('一号'), await productOf('二号')]
    await matchEverythingNew(desk)
    expect(await productsOf(id)).toHaveLength(2)
    const by = as(ctx, firm)
    await withdrawProduct(by, { id: first.id, rev: await productRev(by, first.id), formKey: v7() })
    expect(await productsOf(id)).toEqual([second.id])
    expect((await summariseLists(db, 'scenario', [id])).get(id)?.n).toBe(1)
    expect(await summariseLists(db, 'product', [first.id])).toEqual(new Map())
    await matchEverythingNew(desk)
    expect(await pair(id, first.id)).toBeUndefined()
    expect((await pair(id, second.id))?.scenarioRank).toBe(1)
    await withdraw(id)
    expect(await summariseLists(db, 'product', [second.id])).toEqual(new Map())
    expect(await summariseLists(db, 'scenario', [id])).toEqual(new Map())
    await matchEverythingNew(desk)
    expect(await lists()).toEqual([])
  })

  test('hold reported cases too, of which nobody is told', async () => {
    const openCall = await scenarioOf()
    const product = await productOf('有人在卖的')
    await matchEverythingNew(desk)
    const told = (await matchNoticesOf(db, demand)).length + (await matchNoticesOf(db, firm)).length
    const [robot, place] = [await aDeliveryRobot('报道里的机器人', 80), await aDeliveryCase('报道里的送药')]
    expect(await matchEverythingNew(desk)).toBe(0)
    expect(await productsOf(openCall.id)).toContain(robot)
    expect(await scenariosOf(product.id)).toContain(place)
    expect((await matchNoticesOf(db, demand)).length + (await matchNoticesOf(db, firm)).length).toBe(told)
  })
})

describe('a full list', () => {
  test('lets a better one in, the last one out, and is filled up again when somebody goes', async () => {
    const { id } = await scenarioOf()
    const robots: ProductId[] = []
    for (let nth = 0; nth < mostKept + 1; nth++) robots.push(await aDeliveryRobot(`第 ${nth} 款`, 50 + nth))
    await takeJobs(db, 'matchProduct')
    await takeJobs(db, 'matchScenario')
    await matchScenario(desk, { id })
    const before = await productsOf(id)
    expect(before).toHaveLength(mostKept)
    const [outside] = robots.filter(robot => !before.includes(robot))
    // Not among the scenario's fifty, yet the scenario is among this product's.
    expect(await scenariosOf(outside as ProductId)).toContain(id)
    const best = await productOf('最好的')
    await matchProduct(desk, { id: best.id })
    const after = await productsOf(id)
    expect([after[0], after.length]).toEqual([best.id, mostKept])
    expect(after).toEqual([best.id, ...before.slice(0, -1)])
    const by = as(ctx, firm)
    await withdrawProduct(by, { id: best.id, rev: await productRev(by, best.id), formKey: v7() })
    await matchEverythingNew(desk)
    expect(await productsOf(id)).toEqual(before)
    const patched = await lists()
    await db.delete(storedMatch)
    await matchScenario(desk, { id })
    expect(await lists()).toEqual(patched)
  }, 120_000)
})

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open }
}

/** A finder that waits, once it has found, until it is let go. */
function slowFinder(): { finder: (ctx: Context) => Search; found: Promise<void>; letGo: () => void } {
  const [found, go] = [gate(), gate()]
  const wait = async <T>(value: Promise<T>) => {
    const list = await value
    found.open()
    await go.opened
    return list
  }
  return {
    finder: inner => ({
      productsFor: (...asked) => wait(finderOf(inner).productsFor(...asked)),
      scenariosFor: (...asked) => wait(finderOf(inner).scenariosFor(...asked)),
    }),
    found: found.opened,
    letGo: go.open,
  }
}

describe('jobs', () => {
  test('of an older revision never write over a newer one', async () => {
    const { id } = await scenarioOf()
    const product = await productOf('载重六十')
    const slow = slowFinder()
    const older = matchScenario({ ...desk, finder: slow.finder }, { id })
    await slow.found
    await amend(id, content => ({
      requirements: content.requirements.map(each =>
        each.criterion === 'payloadKg' ? { ...each, value: 100 } : each,
      ),
    }))
    await matchScenario(desk, { id })
    expect(await productsOf(id)).toEqual([])
    slow.letGo()
    await older
    expect([await productsOf(id), await pair(id, product.id)]).toEqual([[], undefined])
  })

  test('leave a pair to the job of the side that changed later', async () => {
    const { id } = await scenarioOf()
    const product = await productOf('先慢后快')
    await matchEverythingNew(desk)
    const slow = slowFinder()
    const scenarioJob = matchScenario({ ...desk, finder: slow.finder }, { id })
    await slow.found
    await revise(ctx, product)
    await submit(ctx, product)
    await publish(ctx, { id: product.id, reviewer })
    const late = await productOf('中途公开的')
    await matchEverythingNew(desk)
    slow.letGo()
    await scenarioJob
    const { publishedVersionId } = (
      await db.execute<{ publishedVersionId: string }>(
        sql`select published_version_id as "publishedVersionId" from product where id = ${product.id}`,
      )
    )[0] as { publishedVersionId: string }
    expect((await pair(id, product.id))?.productVersionId).toBe(publishedVersionId)
    expect(new Set(await productsOf(id))).toEqual(new Set([product.id, late.id]))
  })

  test('that run twice at once, from both sides, leave the same lists as one after the other', async () => {
    const scenarios = [await scenarioOf(), await scenarioOf({ title: '第二个送药场景' })]
    const products = [await productOf('甲号'), await productOf('乙号'), await productOf('丙号')]
    const all = () => [
      ...scenarios.flatMap(({ id }) => [matchScenario(desk, { id }), matchScenario(desk, { id })]),
      ...products.flatMap(({ id }) => [matchProduct(desk, { id }), matchProduct(desk, { id })]),
    ]
    await Promise.all(all())
    const once = await lists()
    expect(once).toHaveLength(scenarios.length * products.length)
    await Promise.all(all())
    expect(await lists()).toEqual(once)
    for (const { id } of scenarios)
      expect((await listMatches(db, 'scenario', id)).map(row => row.scenarioRank)).toEqual([1, 2, 3])
  })

  test('killed half way leave nothing half done, and are whole after the next try', async () => {
    const { id } = await scenarioOf()
    await productOf('半路')
    const told = async () => (await matchNoticesOf(db, demand)).filter(each => each.objectId === id)
    const dying = db.transaction(async tx => {
      await lockMatches(tx)
      await matchScenario({ ...desk, db: tx as unknown as Db }, { id })
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect([await lists(), await told()]).toEqual([[], []])
    await matchScenario(desk, { id })
    expect([(await lists()).length, (await told()).length]).toEqual([1, 1])
  })

  test('are queued once for an object however often it changes, in a line of their own', async () => {
    const { id } = await scenarioOf()
    await amend(id, () => ({ pain: '早高峰电梯等候平均 7 分钟，取药占去护理时间。' }))
    const waiting = await db.execute(sql`
      select payload, queue_name from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      join graphile_worker._private_job_queues q on q.id = j.job_queue_id
      where t.identifier = 'matchScenario'`)
    expect([...waiting]).toEqual([{ payload: { id }, queue_name: 'matches' }])
  })
})

describe('everything anew', () => {
  test('is the same as what the single jobs have made, goes on after it was killed, and tells nobody', async () => {
    const scenarios = [await scenarioOf(), await scenarioOf({ title: '第二个送药场景' })]
    for (const name of ['甲号', '乙号', '丙号']) await productOf(name)
    await matchEverythingNew(desk)
    const made = await lists()
    const told = (await matchNoticesOf(db, demand)).length
    await db.delete(storedMatch)
    let scans = 0
    const dies = (inner: Context): Search => ({
      productsFor: (...asked) => finderOf(inner).productsFor(...asked),
      scenariosFor: (...asked) => {
        scans += 1
        if (scans === 2) throw new Error('killed')
        return finderOf(inner).scenariosFor(...asked)
      },
    })
    await expect(matchAll({ ...desk, finder: dies })).rejects.toThrow('killed')
    const [open] = await db.select().from(matchRun).where(sql`finished_at is null`)
    expect(open).toMatchObject({ done: scenarios.length, total: 5 })
    expect(await matchAll(desk)).toBe(3)
    expect(await lists()).toEqual(made)
    expect((await matchNoticesOf(db, demand)).length).toBe(told)
    const [done] = await db
      .select()
      .from(matchRun)
      .where(and(eq(matchRun.id, open?.id ?? ''), isNotNull(matchRun.finishedAt)))
    expect(done?.done).toBe(5)
  })

  test('lets others have their turn: bit by bit it comes to the same, in order whatever came in between', async () => {
    await scenarioOf()
    await scenarioOf({ title: '第二个送药场景' })
    for (const name of ['甲号', '乙号', '丙号']) await productOf(name)
    await matchEverythingNew(desk)
    const made = await lists()
    await db.delete(storedMatch)
    expect(await matchAll(desk, 0)).toBe(2)
    expect(await takeJobs(db, 'matchAll')).toHaveLength(1)
    await db.update(storedMatch).set({ scenarioRank: sql`4 - scenario_rank` })
    expect(await matchAll(desk, 0)).toBe(3)
    expect(await takeJobs(db, 'matchAll')).toHaveLength(1)
    expect(await matchAll(desk, 0)).toBe(0)
    expect(await takeJobs(db, 'matchAll')).toEqual([])
    expect(await lists()).toEqual(made)
  })

  test('stops where another has been ordered meanwhile', async () => {
    await scenarioOf()
    await productOf('甲号')
    const overtaken = (inner: Context): Search => ({
      productsFor: async (...asked) => {
        await orderMatchingOfAll(db)
        return finderOf(inner).productsFor(...asked)
      },
      scenariosFor: () => Promise.reject(new Error('the run has ended')),
    })
    expect(await matchAll({ ...desk, finder: overtaken })).toBe(0)
    expect(await takeJobs(db, 'matchAll')).toHaveLength(1)
    expect(await matchAll(desk)).toBe(2)
  })

  test('takes out what a lost job has left behind', async () => {
    const { id } = await scenarioOf()
    await productOf('会留下的')
    await matchEverythingNew(desk)
    await withdraw(id)
    await takeJobs(db, 'matchScenario')
    await matchAll(desk)
    await matchEverythingNew(desk)
    expect(await lists()).toEqual([])
  })
})
