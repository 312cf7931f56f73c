import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import {
  account,
  mailDelivery,
  membership,
  notification,
  searchAlert,
  searchDocument,
} from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { SavedSearchId, ScenarioId } from '#domain/shared/ids.ts'
import { both, spoken } from '#domain/shared/localized.ts'
import type { SearchDocument } from '#search/engine.ts'
import type { Context } from '#services/context.ts'
import { deliverDigests } from '#services/notifications/deliver.ts'
import { alertSearches } from '#services/saved-searches/alert.ts'
import { editSavedSearch, pauseSavedSearch } from '#services/saved-searches/change.ts'
import { noteChange } from '#services/saved-searches/note.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { inTransaction } from '#services/transaction.ts'
import { as, later, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  hospital,
  membershipOf,
  publishedScenario,
  revOf,
  robotFirm,
  submittedScenario,
} from '#tests/support/factories.ts'
import { publishedProduct } from '#tests/support/products.ts'
import { lettersOf, savedBy, takeJobs, tellAll } from '#tests/support/saved-searches.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
/** Everything is published after it was searched for. */
const soon = later(ctx, 1)
const firm = await robotFirm(db)
const demand = await hospital(db)
const own = as(ctx, firm)

const word = () => `词${v7().replaceAll('-', '').slice(-10)}`
const alertsOf = (id: SavedSearchId) => db.select().from(searchAlert).where(eq(searchAlert.savedSearchId, id))
const noticesOf = async (person: Person) =>
  (
    await db
      .select()
      .from(notification)
      .where(and(eq(notification.accountId, person.accountId), eq(notification.event, 'search.found')))
  ).map(row => row.params)
const publish = (title: string, content = {}) =>
  publishedScenario(soon, { demand, content: { title, ...content } })

async function withdraw(id: ScenarioId): Promise<void> {
  const by = as(soon, demand)
  await withdrawScenario(by, { id, rev: await revOf(by, id), formKey: v7(), reason: '计划调整' })
}

async function amend(id: ScenarioId, change: object): Promise<void> {
  const by = as(soon, demand)
  const { content, bidDeadline, rev } = await showScenario(by, id)
  const said = { summary: '补充说明现场情况', reason: '复勘时发现漏写' }
  const form = { ...content, bidDeadline, ...said, ...change, id, rev, formKey: v7() }
  await amendScenario(by, AmendScenario.parse(form))
}

/** An object of the index that belongs to one organisation, as none of the product's own does today. */
function inside(visibility: SearchDocument['visibility'], title: string): SearchDocument {
  const texts = { title, org: '示例单位', keywords: [], summary: '', body: '' }
  const rest = { facets: {}, specs: {}, standing: 1, updatedAt: soon.now, visibility }
  return { id: v7(), index: 'scenarios', rev: 1, ...texts, ...rest }
}

async function put(document: SearchDocument): Promise<void> {
  await inTransaction(soon, async tx => {
    await noteChange(tx, soon, document)
    await soon.search.put(tx, [document])
  })
}

describe('an object that becomes public', () => {
  test('is told to whoever saved a search that it answers, once, with why it is new and why it fits', async () => {
    const title = `院内送药 ${word()}`
    await savedBy(ctx, firm, {
      ...{ index: 'scenarios', q: title, district: '110106' },
      ...{ payloadKg: '40..', noiseDbA: '..60', maxSpeedMps: '1..' },
    })
    const [miss, elsewhere] = [
      await savedBy(ctx, firm, { index: 'scenarios', q: title, payloadKg: '80..' }),
      await savedBy(ctx, firm, { index: 'products', q: title }),
    ]
    await publish(title)
    expect(await tellAll(ctx)).toBe(1)
    expect([await alertsOf(miss), await alertsOf(elsewhere)]).toEqual([[], []])
    const [notice] = await noticesOf(firm)
    expect(notice).toMatchObject({
      ...{ search: '我等的', title, news: both({ zh: '新公开', en: 'Newly published' }) },
    })
    expect(spoken(String(notice?.fit), 'zh')).toBe(
      `写有“${title.replace(' ', '”、“')}”；所在区：丰台区；速度未披露，未排除（要求 ≥ 1 m/s）；噪声 55 dB(A)，符合 ≤ 60 dB(A)；载重 50 kg，符合 ≥ 40 kg`,
    )
    const [letter, ...others] = await lettersOf(ctx)
    expect(others).toEqual([])
    expect(letter?.subject).toBe(`“我等的”有新结果：《${title}》`)
    expect(letter?.to).toBe(`${firm.accountId}@example.cn`)
    expect(letter?.body).toContain('载重 50 kg，符合 ≥ 40 kg')
    expect(letter?.headers?.['List-Unsubscribe']).toMatch(
      /^<https:\/\/robot\.example\.cn\/searches\/unsubscribe\?token=v1\./,
    )
    expect(letter?.body).toMatch(/https:\/\/robot\.example\.cn\/searches\/stop\?token=v1\.\S+\n/)
    expect(await lettersOf(ctx)).toEqual([])
  })

  test('is nobody’s news before it is public, nor what was there when the search was saved', async () => {
    const title = word()
    await publish(`先有 ${title}`)
    const id = await savedBy(later(ctx, 2), firm, { index: 'scenarios', q: title })
    await submittedScenario(later(ctx, 3), { demand, content: { title: `待审 ${title}` } })
    await tellAll(ctx)
    expect(await alertsOf(id)).toEqual([])
  })

  test('is told once when the job was killed half way, runs again, or runs twice at once', async () => {
    const title = word()
    const ids = [await savedBy(ctx, firm, { index: 'scenarios', q: title })]
    for (let nth = 0; nth < 3; nth++)
      ids.push(await savedBy(ctx, await robotFirm(db), { index: 'scenarios', q: title }))
    await publish(title)
    const [payload] = (await takeJobs(db, 'alertSearches')) as [{ id: string }]
    // Killed after some of the work was committed: one search has been told already.
    await alertSearches(ctx, payload)
    const [first] = ids
    await db
      .delete(notification)
      .where(
        sql`id in (select notification_id from search_alert where object_id = ${payload.id} and saved_search_id <> ${first})`,
      )
    const told = await Promise.all([alertSearches(ctx, payload), alertSearches(ctx, payload)])
    expect(told[0] + told[1]).toBe(3)
    for (const id of ids) expect(await alertsOf(id)).toHaveLength(1)
    await takeJobs(db, 'sendSearchLetter')
  })

  test('a run that fails leaves nothing half told', async () => {
    const title = word()
    const id = await savedBy(ctx, firm, { index: 'scenarios', q: title })
    await publish(title)
    const [payload] = await takeJobs(db, 'alertSearches')
    const down = { ...ctx, search: { ...ctx.search, fitting: () => Promise.reject(new Error('down')) } }
    await expect(alertSearches(down, payload)).rejects.toThrow('down')
    expect(await alertsOf(id)).toEqual([])
    expect(await alertSearches(ctx, payload)).toBe(1)
    await takeJobs(db, 'sendSearchLetter')
  })

  test('of one organisation is told to its members of this moment only, and to no account that is gone', async () => {
    const title = word()
    const [member, revoked, outside] = [await robotFirm(db), await robotFirm(db), await robotFirm(db)]
    const mine = membershipOf(member).organizationId
    const saved: SavedSearchId[] = []
    for (const person of [member, revoked, outside])
      saved.push(await savedBy(ctx, person, { index: 'scenarios', q: title, rhythm: 'inApp' }))
    await db.insert(membership).values({ accountId: revoked.accountId, organizationId: mine, role: 'editor' })
    await put(inside([`org:${mine}`], title))
    const jobs = await takeJobs(db, 'alertSearches')
    await db
      .delete(membership)
      .where(and(eq(membership.accountId, revoked.accountId), eq(membership.organizationId, mine)))
    for (const job of jobs) expect(await alertSearches(ctx, job)).toBe(1)
    const told = await Promise.all(saved.map(alertsOf))
    expect(told.map(rows => rows.length)).toEqual([1, 0, 0])
    await put(inside(['public'], title))
    await db.update(account).set({ status: 'erased' }).where(eq(account.id, outside.accountId))
    expect(await tellAll(ctx)).toBe(2)
    expect(await alertsOf(saved[2] as SavedSearchId)).toEqual([])
  })
})

describe('an object that changes', () => {
  test('is told where it fits only now, with the fact of the change; moving on in its procedure is no news', async () => {
    const title = word()
    const [light, words, always] = [
      await savedBy(ctx, firm, { index: 'scenarios', q: title, payloadKg: '..45' }),
      await savedBy(ctx, firm, { index: 'scenarios', q: `${title} 自动扶梯` }),
      await savedBy(ctx, firm, { index: 'scenarios', q: title }),
    ]
    const { id } = await publish(title)
    await tellAll(ctx)
    const facts = async (saved: SavedSearchId) =>
      (await alertsOf(saved)).map(alert => alert.fact.split(':')[0])
    expect([await facts(light), await facts(words), await facts(always)]).toEqual([[], [], ['published']])
    const { requirements } = (await showScenario(as(ctx, demand), id)).content
    await amend(id, {
      site: '外科楼 B1 至 14 层，另有一部自动扶梯不供机器人使用，病区门净宽 850 mm。',
      requirements: requirements.map(each =>
        each.criterion === 'payloadKg' ? { ...each, value: 40 } : each,
      ),
    })
    await tellAll(ctx)
    expect([await facts(light), await facts(words), await facts(always)]).toEqual([
      ['changed'],
      ['changed'],
      ['published'],
    ])
    const notice = (await noticesOf(firm)).find(params => String(params.fit).includes('≤ 45 kg'))
    expect(notice).toMatchObject({ news: both({ zh: '内容有变更，现在符合', en: 'Changed, and fits now' }) })
    // Indexed again as it is, nothing is queued.
    await db.execute(sql`delete from graphile_worker._private_jobs`)
    const [row] = await db.select().from(searchDocument).where(eq(searchDocument.id, id))
    const again = row?.content as SearchDocument
    await inTransaction(soon, tx =>
      noteChange(tx, soon, { ...again, facets: { ...again.facets, status: ['evaluating'] } }),
    )
    expect(await takeJobs(db, 'alertSearches')).toEqual([])
  })
})

describe('letters', () => {
  test('of a day and of a week wait for their time and tell of what fits then', async () => {
    const title = word()
    const [daily, weekly] = [await robotFirm(db), await robotFirm(db)]
    await savedBy(ctx, daily, { index: 'scenarios', q: title, rhythm: 'daily' })
    await savedBy(ctx, weekly, { index: 'scenarios', q: title, rhythm: 'weekly' })
    const gone = await publish(`${title} 要撤回的`)
    await publish(`${title} 留下的`)
    await tellAll(ctx)
    await withdraw(gone.id)
    expect(await lettersOf(ctx)).toEqual([])
    const [letter, ...others] = await lettersOf(ctx, 'daily')
    expect([letter?.to, others]).toEqual([`${daily.accountId}@example.cn`, []])
    expect(letter?.body).toContain('留下的')
    expect(letter?.body).not.toContain('要撤回的')
    expect(await lettersOf(ctx, 'daily')).toEqual([])
    const [late] = await lettersOf(ctx, 'weekly')
    expect(late?.to).toBe(`${weekly.accountId}@example.cn`)
    // Nobody's notices name what is not public any more.
    expect(JSON.stringify(await noticesOf(daily))).not.toContain('要撤回的')
  })

  test('never go out for a search that was paused, stopped or put to another rhythm meanwhile', async () => {
    const title = word()
    const [paused, stopped, slower] = [
      await savedBy(ctx, firm, { index: 'scenarios', q: `${title} 一`, match: 'last' }),
      await savedBy(ctx, firm, { index: 'scenarios', q: `${title} 二`, match: 'last' }),
      await savedBy(ctx, firm, { index: 'scenarios', q: `${title} 三`, match: 'last' }),
    ]
    await publish(title)
    expect(await tellAll(ctx)).toBe(3)
    await pauseSavedSearch(own, { id: paused, rev: 0, status: 'paused' })
    await editSavedSearch(own, { id: stopped, rev: 0, name: '二', rhythm: 'inApp' })
    await editSavedSearch(own, { id: slower, rev: 0, name: '三', rhythm: 'daily' })
    expect(await lettersOf(ctx)).toEqual([])
    const [letter, ...others] = await lettersOf(ctx, 'daily')
    expect(letter?.subject).toContain('“三”')
    expect(others).toEqual([])
    await publish(`${title} 再来`)
    await tellAll(ctx)
    expect(await alertsOf(paused)).toHaveLength(1)
    expect(await alertsOf(stopped)).toHaveLength(2)
  })

  test('go by the rhythm of the search, not into the letter of the day of other notices', async () => {
    const title = word()
    const person = await robotFirm(db)
    await db.update(account).set({ mailRhythm: 'daily' }).where(eq(account.id, person.accountId))
    const id = await savedBy(ctx, person, { index: 'scenarios', q: title, rhythm: 'inApp' })
    const waits = await savedBy(ctx, person, {
      index: 'scenarios',
      q: title,
      rhythm: 'weekly',
      sort: 'newest',
    })
    await publish(title)
    await tellAll(ctx)
    const digests: unknown[] = []
    await deliverDigests(db, {
      write: notices => {
        digests.push(...notices.filter(notice => notice.notification.accountId === person.accountId))
        return { to: '', subject: '', body: '' }
      },
      send: async () => {},
      now: () => new Date(),
    })
    expect(digests).toEqual([])
    const [silent] = await alertsOf(id)
    const deliveries = await db
      .select()
      .from(mailDelivery)
      .where(eq(mailDelivery.notificationId, silent?.notificationId ?? ''))
    expect(deliveries.map(each => each.outcome)).toEqual(['silenced'])
    expect(await alertsOf(waits)).toHaveLength(1)
  })

  test('in English say the same in English', async () => {
    const title = word()
    const person = await robotFirm(db)
    await db.update(account).set({ locale: 'en' }).where(eq(account.id, person.accountId))
    await savedBy(ctx, person, { index: 'products', q: title, payloadKg: '50..' })
    await publishedProduct(soon, { content: { name: title } })
    await tellAll(ctx)
    const [letter] = await lettersOf(ctx)
    expect(letter?.subject).toBe(`New for “我等的”: “${title}”`)
    expect(letter?.body).toContain('Newly published: says ‘')
    expect(letter?.body).toContain('Payload 60 kg, meets ≥ 50 kg')
  })
})

test('many searches asked together find what each of them finds alone', async () => {
  const title = word()
  const document: SearchDocument = {
    ...inside(['public'], `院内送药 ${title} AMR-2000`),
    summary: '无人搬运车夜间送药',
    facets: { domain: ['healthcare'], district: ['110106'] },
    specs: { payloadKg: 60 },
  }
  await put(document)
  const { id, index } = document
  const asked = [
    ...[
      '送药',
      '送餐',
      title,
      'AMR-2001',
      'amr2000',
      'songyao',
      'sy',
      '夜间 送餐',
      '送药 -夜间',
      '"夜间送药"',
    ],
    ...[
      'AGV',
      '载重≥50kg',
      '载重≥80kg',
      '送药 ≥50kg',
      '药',
      '',
      '送薬',
      '送药送药送药送药送药送药送药送药送药送药送药',
    ],
  ].map(q => ({ index, q, scope: ['public'] as const }))
  const queries = [
    ...asked,
    ...asked.map(query => ({ ...query, match: 'last' as const })),
    { ...asked[0], index, scope: [`org:${v7()}`] as const },
    { index, scope: ['public'] as const, chosen: { district: ['110108'] } },
    { index, scope: ['public'] as const, chosen: { district: ['110108', '110106'] } },
  ]
  const alone = await Promise.all(queries.map(query => ctx.search.search({ ...query, ids: [id] })))
  const found = alone.flatMap(({ hits }, nth) => (hits.length > 0 ? [nth] : []))
  expect([...(await ctx.search.fitting(id, queries))].sort((one, other) => one - other)).toEqual(found)
  expect(found.length).toBeGreaterThan(10)
  expect(found.length).toBeLessThan(queries.length - 5)
  await db.execute(sql`delete from search_document where id = ${id}`)
})

test('ten thousand saved searches are judged in seconds, each distinct one once', {
  timeout: 60_000,
}, async () => {
  const title = word()
  await savedBy(ctx, firm, { index: 'catalog', q: title })
  await many(ctx, { count: 10_000, distinct: 5_000, title })
  const [started, asked] = [performance.now(), queries.length]
  await put({ ...inside(['public'], title), index: 'catalog' })
  const told = await tellAll(ctx)
  const ms = performance.now() - started
  console.info(`10,000 saved searches, 5,000 distinct, ${told} told: ${Math.round(ms)} ms`)
  expect(told).toBe(3)
  // A hundred searches are asked together.
  expect(queries.length - asked).toBeLessThan(200)
})

/** So many people's searches, of which those of two people fit. */
async function many(
  { now }: Context,
  { count, distinct, title }: { count: number; distinct: number; title: string },
) {
  await db.execute(sql`
    insert into account (id, email, name, password_hash)
    select 'a' || n, 'a' || n || '@example.cn', '甲', '' from generate_series(1, ${count}::int) n`)
  await db.execute(sql`
    insert into saved_search (id, account_id, name, search, digest, "index", rhythm, hits, looked_at, created_at)
    select 's' || n, 'a' || n, '多',
      'index=catalog&q=' || case when n % ${distinct}::int = 0 then ${encodeURIComponent(title)}::text || '&sort=newest'
        else 'w' || n % ${distinct}::int || '+送药' end,
      'd' || n % ${distinct}::int, 'catalog', 'daily', 0, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from generate_series(1, ${count}::int) n`)
}
