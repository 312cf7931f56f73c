import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  account,
  mailDelivery,
  matchAlert,
  membership,
  notification,
  organization,
  storedMatch,
} from '#db/schema/index.ts'
import { toldFirst, toldOfOne } from '#domain/matches/news.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { MatchDesk } from '#services/matches/judge.ts'
import { chooseMatchRhythm } from '#services/matches/preference.ts'
import { matchProduct, matchScenario } from '#services/matches/refresh.ts'
import { matchAll } from '#services/matches/refresh-all.ts'
import { showStopMatches, stopMatchesTokenFor, stopMatchLetters } from '#services/matches/stop.ts'
import { deliverDigests } from '#services/notifications/deliver.ts'
import { readNotices } from '#services/notifications/read.ts'
import { EditProduct, editProduct } from '#services/products/edit.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { stopTokenFor } from '#services/saved-searches/stop.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  colleagueOf,
  hospital,
  membershipOf,
  officer,
  passDeadline,
  publishedScenario,
  revOf,
  robotFirm,
} from '#tests/support/factories.ts'
import { listMatches, matchEverythingNew, matchLettersOf, matchNoticesOf } from '#tests/support/matches.ts'
import {
  productInput,
  productRev,
  publish,
  publishedProduct,
  revise,
  submit,
} from '#tests/support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const desk: MatchDesk = ctx
const reviewer = await officer(db, 'handler')

let demand: Person
let firm: Person
beforeEach(async () => {
  await db.delete(storedMatch)
  await db.execute(sql`update scenario set status = 'withdrawn' where status = 'published'`)
  await db.execute(sql`update product set status = 'withdrawn' where status = 'published'`)
  await db.execute(sql`update notification set mailed_at = now() where mailed_at is null`)
  await db.execute(
    sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`,
  )
  demand = await hospital(db)
  firm = await robotFirm(db)
})

const scenarioOf = (title: string, content = {}) =>
  publishedScenario(ctx, { demand, reviewer, content: { title, ...content } })
const productOf = (name: string, content = {}) =>
  publishedProduct(ctx, { firm, reviewer, content: { name, ...content } })

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
const noticesOf = (person: Person, locale?: 'en') => matchNoticesOf(db, person, locale)

describe('a new pair', () => {
  test('is told to the people of both parties once, with the reasons, and bundled into the letter of the day', async () => {
    const colleague = await colleagueOf(db, demand)
    const viewer = await colleagueOf(db, demand, 'viewer')
    await db.update(account).set({ locale: 'en' }).where(eq(account.id, colleague.accountId))
    const { id } = await scenarioOf('住院药房送药')
    const product = await productOf('药小递 Y3')
    expect(await matchEverythingNew(desk)).toBe(3)
    expect(await noticesOf(demand)).toEqual([
      {
        ...{ event: 'match.products', objectId: id, n: 1, title: '住院药房送药' },
        items:
          '“药小递 Y3”（任务相同：院内配送；医院配送机器人常做这项作业；载重 60 kg，满足 ≥ 50 kg；通过净宽 720 mm，满足 ≤ 850 mm；自主乘梯：能）',
      },
    ])
    expect(await noticesOf(firm)).toMatchObject([
      { event: 'match.scenarios', objectId: product.id, n: 1, title: '药小递 Y3' },
    ])
    expect(await noticesOf(viewer)).toEqual([])
    expect(await matchLettersOf(ctx)).toEqual([])
    const letters = await matchLettersOf(ctx, 'daily')
    expect(letters.map(letter => letter.to).sort()).toEqual(
      [demand, colleague, firm].map(({ accountId }) => `${accountId}@example.cn`).sort(),
    )
    const [zh, en] = [demand, colleague].map(person =>
      letters.find(letter => letter.to === `${person.accountId}@example.cn`),
    )
    expect(zh?.subject).toBe('1 款新产品适合你们的场景《住院药房送药》')
    expect(zh?.body).toContain('1. “药小递 Y3”，北京示例机器人有限公司\n   因为：任务相同：院内配送')
    expect(zh?.body).toContain(`https://robot.example.cn/scenarios/${id}/matches`)
    expect(zh?.headers?.['List-Unsubscribe']).toMatch(/\/notifications\/matches\/unsubscribe\?token=v1\./)
    expect(en?.subject).toBe('1 new product fits your scenario “住院药房送药”')
    expect(en?.body).toContain('Because: the same task: Hospital delivery')
    expect(await matchLettersOf(ctx, 'daily')).toEqual([])
  })

  test('is no news again by a retry, by a change that changes nothing of it, or by everything worked out anew', async () => {
    const { id } = await scenarioOf('住院药房送药')
    const product = await productOf('药小递 Y3')
    await matchEverythingNew(desk)
    const told = [await noticesOf(demand), await noticesOf(firm)]
    await readNotices(as(ctx, demand))
    await Promise.all([
      matchScenario(desk, { id }),
      matchProduct(desk, { id: product.id }),
      matchScenario(desk, { id }),
    ])
    await amend(id, () => ({ pain: '早高峰电梯等候平均 7 分钟，取药占去每个病区每日约两小时护理时间。' }))
    expect(await matchEverythingNew(desk)).toBe(0)
    await db.delete(storedMatch)
    await matchAll(desk)
    // What is worked out after the rows were lost finds the facts told.
    await db.delete(storedMatch)
    expect(await matchScenario(desk, { id })).toBe(0)
    expect([await noticesOf(demand), await noticesOf(firm)]).toEqual(told)
  })

  test('that was to be confirmed is told once more when every must is known to be met', async () => {
    const { id } = await scenarioOf('住院药房送药')
    const specs = { elevator: { value: 'true', grade: 'C' } }
    const product = await productOf('未披露载重的', { specs })
    await matchEverythingNew(desk)
    expect((await noticesOf(demand))[0]?.items).toContain('待确认：载重')
    await readNotices(as(ctx, demand))
    await revise(ctx, product)
    const own = as(ctx, firm)
    const form = { ...productInput({ name: '未披露载重的' }), id: product.id, formKey: v7() }
    await editProduct(own, EditProduct.parse({ ...form, rev: await productRev(own, product.id) }))
    await submit(ctx, product)
    await publish(ctx, { id: product.id, reviewer })
    await matchEverythingNew(desk)
    const facts = await db.select().from(matchAlert).where(eq(matchAlert.accountId, demand.accountId))
    expect(facts.map(each => each.fact).sort()).toEqual(['met', 'open'])
    expect(await noticesOf(demand)).toHaveLength(2)
    expect((await noticesOf(demand))[1]?.objectId).toBe(id)
  })

  test('tells a hospital one line, however many products come out at once', async () => {
    const { id } = await scenarioOf('住院药房送药')
    for (let nth = 0; nth < toldFirst + 1; nth++)
      await productOf(`第 ${nth} 款`, { specs: { payloadKg: { value: String(55 + nth), grade: 'C' } } })
    await matchEverythingNew(desk)
    const [notice, ...others] = await noticesOf(demand)
    expect(others).toEqual([])
    expect(notice?.n).toBeGreaterThanOrEqual(toldFirst)
    expect(notice?.items).toMatch(/；另有 \d+ 个$/)
    const letter = (await matchLettersOf(ctx, 'daily')).find(each => each.to.startsWith(demand.accountId))
    expect(letter?.subject).toBe(`${toldFirst} 款新产品适合你们的场景《住院药房送药》`)
    expect(letter?.body).toContain(`……另有 5 个，全部见 https://robot.example.cn/scenarios/${id}/matches`)
    expect(letter?.body.match(/因为：/g)).toHaveLength(5)
  })
})

describe('one new scenario', () => {
  test('is told to a firm for its best three products, however many of them fit', async () => {
    for (let nth = 0; nth < toldOfOne + 2; nth++)
      await productOf(`第 ${nth} 款`, { specs: { payloadKg: { value: String(55 + nth), grade: 'C' } } })
    await matchEverythingNew(desk)
    const { id } = await scenarioOf('住院药房送药')
    await matchEverythingNew(desk)
    const best = (await listMatches(db, 'scenario', id)).slice(0, toldOfOne).map(row => row.productId)
    expect((await noticesOf(firm)).map(each => each.objectId).sort()).toEqual(best.sort())
  })
})

describe('what may not be told any more', () => {
  test('leaves notices and letters in the transaction that withdraws it, and is not told anew', async () => {
    const [gone, stays] = [await scenarioOf('要撤回的'), await scenarioOf('留下的送药')]
    const product = await productOf('药小递 Y3')
    await matchEverythingNew(desk)
    expect((await noticesOf(firm))[0]).toMatchObject({ n: 2 })
    await withdraw(gone.id)
    const [left] = await noticesOf(firm)
    expect(left).toMatchObject({ n: 1, objectId: product.id })
    expect(left?.items).toContain('留下的送药')
    expect(JSON.stringify(await noticesOf(firm))).not.toContain('要撤回的')
    expect((await noticesOf(demand)).map(each => each.objectId)).toEqual([stays.id])
    const blank = await db.select().from(matchAlert).where(eq(matchAlert.scenarioId, gone.id))
    expect(blank.map(each => [each.reasons, each.score, each.notificationId])).toEqual([
      [[], 0, null],
      [[], 0, null],
    ])
    const letters = await matchLettersOf(ctx, 'daily')
    expect(letters).toHaveLength(2)
    expect(letters.map(letter => letter.body).join()).not.toContain('要撤回的')
    const own = as(ctx, firm)
    await withdrawProduct(own, { id: product.id, rev: await productRev(own, product.id), formKey: v7() })
    expect([await noticesOf(firm), await noticesOf(demand)]).toEqual([[], []])
  })

  test('is left out of a letter: a call that is over, a member who has left, a firm that was suspended meanwhile', async () => {
    const over = await scenarioOf('截止了的')
    await productOf('药小递 Y3')
    await matchEverythingNew(desk)
    await passDeadline(db, over.id)
    expect(await matchLettersOf(ctx, 'daily')).toEqual([])
    const silent = await db.select({ outcome: mailDelivery.outcome }).from(mailDelivery)
    expect(silent.at(-1)?.outcome).toBe('silenced')

    const left = await colleagueOf(db, demand)
    await scenarioOf('还开着的')
    await matchEverythingNew(desk)
    await db.delete(membership).where(eq(membership.accountId, left.accountId))
    await db
      .update(organization)
      .set({ status: 'suspended' })
      .where(eq(organization.id, membershipOf(firm).organizationId))
    expect(await noticesOf(left)).toHaveLength(1)
    expect(await matchLettersOf(ctx, 'daily')).toEqual([])
  })

  test('is never told: to a suspended firm, of it, or between a firm and its own scenario', async () => {
    const own = membershipOf(firm).organizationId
    await db.update(organization).set({ status: 'suspended' }).where(eq(organization.id, own))
    const { id } = await scenarioOf('住院药房送药')
    const other = await robotFirm(db)
    await publishedProduct(ctx, { firm: other, reviewer, content: { name: '别家的' } })
    await db.update(organization).set({ status: 'verified' }).where(eq(organization.id, own))
    await productOf('被暂停的')
    await db.update(organization).set({ status: 'suspended' }).where(eq(organization.id, own))
    await matchEverythingNew(desk)
    expect(await noticesOf(firm)).toEqual([])
    const [notice] = await noticesOf(demand)
    expect([notice?.objectId, notice?.n]).toEqual([id, 1])
    expect(notice?.items).toContain('别家的')
    await db
      .update(organization)
      .set({ status: 'verified', capabilities: ['publishScenarios', 'publishProducts'] })
      .where(eq(organization.id, own))
    const both = await db.execute(
      sql`update scenario set organization_id = ${own} where id = ${id} returning id`,
    )
    expect(both).toHaveLength(1)
    await db.delete(storedMatch)
    await matchScenario(desk, { id })
    const told = await db.select().from(matchAlert).where(eq(matchAlert.accountId, firm.accountId))
    expect(told.every(each => each.party === 'demand')).toBe(true)
    expect((await noticesOf(firm)).map(each => each.n)).toEqual([1])
  })
})

describe('how often mail comes', () => {
  test('is each reader’s choice, and no letter of the day of other notices tells of matches', async () => {
    const [weekly, none] = [await colleagueOf(db, demand), await colleagueOf(db, demand)]
    await chooseMatchRhythm(as(ctx, weekly), { rhythm: 'weekly' })
    await chooseMatchRhythm(as(ctx, none), { rhythm: 'inApp' })
    await chooseMatchRhythm(as(ctx, firm), { rhythm: 'each' })
    await db.update(account).set({ mailRhythm: 'daily' }).where(eq(account.id, demand.accountId))
    await scenarioOf('住院药房送药')
    await productOf('药小递 Y3')
    await matchEverythingNew(desk)
    for (const person of [weekly, none]) expect(await noticesOf(person)).toHaveLength(1)
    const digests: string[] = []
    await deliverDigests(db, {
      write: notices => {
        digests.push(...notices.map(each => each.notification.event))
        return { to: '', subject: '', body: '' }
      },
      send: async () => {},
      now: () => new Date(),
    })
    expect(digests.filter(event => event.startsWith('match.'))).toEqual([])
    const to = async (rhythm?: 'daily' | 'weekly') =>
      (await matchLettersOf(ctx, rhythm)).map(letter => letter.to.split('@')[0])
    expect(await to()).toEqual([firm.accountId])
    expect(await to('daily')).toEqual([demand.accountId])
    expect(await to('weekly')).toEqual([weekly.accountId])
    // Whoever wants mail again is not sent what they did not want.
    await chooseMatchRhythm(as(ctx, none), { rhythm: 'daily' })
    expect(await to('daily')).toEqual([])
  })

  test('is never, for whoever holds a letter’s token, without signing in, and for what waits too', async () => {
    await scenarioOf('住院药房送药')
    await productOf('药小递 Y3')
    await matchEverythingNew(desk)
    const token = stopMatchesTokenFor(ctx.vault, demand.accountId)
    expect((await showStopMatches(ctx, token)).rhythm).toBe('daily')
    await stopMatchLetters(ctx, { token })
    await stopMatchLetters(ctx, { token })
    expect((await showStopMatches(ctx, token)).rhythm).toBe('inApp')
    const letters = await matchLettersOf(ctx, 'daily')
    expect(letters.map(letter => letter.to.split('@')[0])).toEqual([firm.accountId])
    for (const wrong of [null, 'v1.x', stopTokenFor(ctx.vault, demand.accountId as never)])
      await expect(showStopMatches(ctx, wrong)).rejects.toMatchObject({ reason: 'matches.linkWrong' })
    const [notice] = await db
      .select({ mailedAt: notification.mailedAt })
      .from(notification)
      .where(and(eq(notification.accountId, demand.accountId), eq(notification.event, 'match.products')))
    expect(notice?.mailedAt).not.toBeNull()
  })
})
