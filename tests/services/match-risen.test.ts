import { eq, inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { matchAlert, product, productVersion, storedMatch } from '#db/schema/index.ts'
import { toldFirst } from '#domain/matches/news.ts'
import type { Person } from '#domain/shared/actor.ts'
import { brand, type ProductId, type ProductVersionId, type ScenarioId } from '#domain/shared/ids.ts'
import type { MatchDesk } from '#services/matches/judge.ts'
import { orderMatching } from '#services/matches/note.ts'
import { matchProduct } from '#services/matches/refresh.ts'
import { matchAll } from '#services/matches/refresh-all.ts'
import { tellRisen } from '#services/matches/risen.ts'
import { readNotices } from '#services/notifications/read.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, membershipOf, officer, publishedScenario, robotFirm } from '#tests/support/factories.ts'
import { listMatches, matchEverythingNew, matchLettersOf, matchNoticesOf } from '#tests/support/matches.ts'
import { productRev, publishedProduct } from '#tests/support/products.ts'
import { takeJobs } from '#tests/support/saved-searches.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const desk: MatchDesk = ctx

let demand: Person
let large: Person
let small: Person
let scenario: ScenarioId
/** The large firm's ten, and the three of the small one, which say less of themselves and stand behind them all. */
let strong: ProductId[]
let weak: ProductId[]

/** More of the same, as rows: nothing but the first has gone through the verbs. */
async function alike(id: ProductId, count: number): Promise<void> {
  const [row] = await db.select().from(product).where(eq(product.id, id))
  const [version] = await db.select().from(productVersion).where(eq(productVersion.productId, id))
  if (!row || !version) throw new Error('nothing to copy')
  for (let nth = 1; nth < count; nth++) {
    const [productId, versionId] = [brand<ProductId>(v7()), brand<ProductVersionId>(v7())]
    const ids = { latestVersionId: versionId, publishedVersionId: versionId }
    await db.insert(product).values({ ...row, id: productId, number: null, ...ids })
    await db
      .insert(productVersion)
      .values({ ...version, id: versionId, productId, name: `${version.name} ${nth}` })
  }
}
async function withdrawAll(ids: readonly ProductId[]): Promise<void> {
  await db.transaction(async tx => {
    await tx
      .update(product)
      .set({ status: 'withdrawn' })
      .where(inArray(product.id, [...ids]))
    for (const id of ids) await orderMatching(tx, 'product', id)
  })
}
const places = async () => (await listMatches(db, 'scenario', scenario)).map(row => row.productId)
const toldTo = (person: Person) =>
  db.select().from(matchAlert).where(eq(matchAlert.accountId, person.accountId))
const newest = async (person: Person) => (await matchNoticesOf(db, person)).at(-1)

beforeAll(async () => {
  const reviewer = await officer(db, 'handler')
  demand = await hospital(db)
  large = await robotFirm(db)
  small = await robotFirm(db, { name: '小而专的示例公司' })
  const one = await publishedProduct(ctx, { firm: large, reviewer, content: { name: '大厂一号' } })
  const specs = { payloadKg: { value: '60', grade: 'C' } }
  const other = await publishedProduct(ctx, { firm: small, reviewer, content: { name: '小厂一号', specs } })
  await alike(one.id, toldFirst)
  await alike(other.id, 3)
  scenario = (await publishedScenario(ctx, { demand, reviewer, content: { title: '住院药房送药' } })).id
  await matchEverythingNew(desk)
  const list = await places()
  strong = list.slice(0, toldFirst)
  weak = list.slice(toldFirst)
}, 60_000)

describe('who rises because others leave', () => {
  test('starts behind the first ten, and whoever is pushed down or let in is no riser', async () => {
    const owners = await db
      .select({ id: product.id, by: product.organizationId })
      .from(product)
      .where(inArray(product.id, weak))
    expect(owners.map(each => each.by)).toEqual(weak.map(() => membershipOf(small).organizationId))
    expect(strong).toHaveLength(toldFirst)
    expect(await takeJobs(db, 'tellRisen')).toEqual([])
    const heard = (await toldTo(demand)).map(each => each.productId)
    expect(new Set(heard)).toEqual(new Set(strong))
  })

  test('is told to both parties with the reasons, as anybody else', async () => {
    await readNotices(as(ctx, demand))
    await db.delete(matchAlert).where(eq(matchAlert.accountId, small.accountId))
    const [best] = strong
    const [first] = weak
    const by = as(ctx, large)
    await withdrawProduct(by, {
      id: best as ProductId,
      rev: await productRev(by, best as ProductId),
      formKey: v7(),
    })
    expect(await matchEverythingNew(desk)).toBe(2)
    expect(await newest(demand)).toMatchObject({ event: 'match.products', objectId: scenario, n: 1 })
    expect((await newest(demand))?.items).toMatch(
      /^“小厂一号.*”（任务相同：院内配送；.*载重 60 kg，满足 ≥ 50 kg.*待确认：/,
    )
    expect(await newest(small)).toMatchObject({ event: 'match.scenarios', objectId: first })
  })

  test('is one line and one job, however many leave, and goes into the letter of the day', async () => {
    await db.execute(sql`update notification set mailed_at = now() where mailed_at is null`)
    await readNotices(as(ctx, demand))
    await withdrawAll(strong.slice(1))
    for (const payload of await takeJobs(db, 'matchProduct')) await matchProduct(desk, payload)
    const before = (await matchNoticesOf(db, demand)).length
    const jobs = await takeJobs(db, 'tellRisen')
    expect(jobs).toEqual([weak.slice(1).map(productId => ({ scenarioId: scenario, productId }))])
    expect(await tellRisen(desk, jobs[0])).toBeGreaterThan(0)
    const notices = await matchNoticesOf(db, demand)
    expect([notices.length - before, notices.at(-1)?.n]).toEqual([1, 2])
    const letters = (await matchLettersOf(ctx, 'daily')).filter(each => each.to.startsWith(demand.accountId))
    expect(letters.map(each => each.subject)).toEqual(['2 款新产品适合你们的场景《住院药房送药》'])
    // A retry, and the same job again after the letter has gone, find everything told.
    const told = await toldTo(demand)
    expect(await tellRisen(desk, jobs[0])).toBe(0)
    expect(await toldTo(demand)).toEqual(told)
  })

  test('is nobody when everything is worked out anew, and nobody who is gone or behind again by then', async () => {
    await db.delete(matchAlert)
    await db.update(storedMatch).set({ scenarioRank: sql`scenario_rank + ${toldFirst}` })
    await matchAll(desk)
    expect(await places()).toEqual(weak)
    expect(await takeJobs(db, 'tellRisen')).toEqual([])
    const [gone, behind, stays] = weak.map(productId => ({ scenarioId: scenario, productId }))
    await withdrawAll([gone?.productId as ProductId])
    await db
      .update(storedMatch)
      .set({ scenarioRank: toldFirst + 1 })
      .where(eq(storedMatch.productId, behind?.productId as ProductId))
    await tellRisen(desk, [gone, behind, stays])
    expect((await toldTo(demand)).map(each => each.productId)).toEqual([stays?.productId])
  })
})
