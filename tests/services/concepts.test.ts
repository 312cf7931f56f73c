import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it, vi } from 'vitest'
import { findReindex, findVersion } from '#db/queries/concepts.ts'
import { listHistory } from '#db/queries/history.ts'
import { audit, conceptProposal, conceptVersion, notification, searchDocument } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { newestConcepts } from '#search/concepts.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import { listConcepts } from '#services/concepts/list.ts'
import { type ProposeConcept, proposeConcept } from '#services/concepts/propose.ts'
import { reindexConcepts } from '#services/concepts/reindex.ts'
import { publishConcept, returnConcept, withdrawConcept } from '#services/concepts/review.ts'
import { listConceptProposals, showProposal } from '#services/concepts/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { hospital, officer } from '../support/factories.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const [handler, approver, third] = [
  await officer(db, 'handler'),
  await officer(db, 'approver'),
  await officer(db, 'handler', 'approver'),
]

/** A name that no other test has proposed. */
let counted = 0
const someName = () => `测试犬${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[counted++]}型`

function propose(more: Partial<ProposeConcept> = {}, by: Person = handler) {
  const form = { kind: 'addName', conceptId: '四足机器人', source: '测试里见到的叫法', formKey: v7() }
  return proposeConcept(as(ctx, by), {
    ...form,
    ...(more.kind ? {} : { name: someName() }),
    ...more,
  } as ProposeConcept)
}
const publish = (
  id: Awaited<ReturnType<typeof propose>>['id'],
  by: Person = approver,
  rev = 0,
  formKey = v7(),
) => publishConcept(as(ctx, by), { id, rev, formKey })
const statusOf = async (id: string) => (await db.select().from(conceptProposal).where(sql`id = ${id}`))[0]
const deedsOf = async (id: string) => (await listHistory(db, 'concept', id)).map(row => row.deed)
const jobsFor = async (version: number) => {
  const rows = await db.execute(sql`
    select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
    where t.identifier = 'reindexConcepts' and (p.payload->>'version')::int = ${version}`)
  return rows.length
}

describe('a change of the concept table', () => {
  it('is proposed by one officer and published by another, as a version of its own', async () => {
    const before = await newestConcepts(db)
    const { id } = await propose({ kind: 'addName', name: '机械狗', conceptId: '四足机器人' })
    expect((await newestConcepts(db)).version).toBe(before.version)
    await publish(id)
    const after = await newestConcepts(db)
    expect(after.version).toBe(before.version + 1)
    expect(after.table.find(each => each.id === '四足机器人')?.names).toContainEqual({
      name: '机械狗',
      kind: 'synonym',
    })
    expect(await statusOf(id)).toMatchObject({ status: 'published', version: after.version, rev: 1 })
    expect(await deedsOf(id)).toEqual(['propose', 'publish'])
    const rows = await db.select().from(audit).where(eq(audit.objectId, id))
    expect(rows.map(row => [row.noun, row.deed, row.toStatus])).toEqual([
      ['concept', 'propose', 'proposed'],
      ['concept', 'publish', 'published'],
    ])
    // The work on the index was queued with it, and once more for whoever was writing just then.
    expect(await jobsFor(after.version)).toBe(2)
    // The built-in table is kept as version 1.
    expect((await findVersion(db, 1))?.proposalId).toBeNull()
    const told = await db.select().from(notification).where(eq(notification.objectId, id))
    expect(told.map(row => [row.event, row.accountId]).sort()).toEqual(
      [
        ['concept.proposed', approver.accountId],
        ['concept.proposed', third.accountId],
        ['concept.published', handler.accountId],
      ].sort(),
    )
  })

  it('has one effect however often the form is sent', async () => {
    const formKey = v7()
    const form = {
      kind: 'addName',
      conceptId: '四足机器人',
      name: someName(),
      source: '同一张表单',
      formKey,
    } as const
    const own = as(ctx, handler)
    const made = await Promise.all([
      proposeConcept(own, form),
      proposeConcept(own, form),
      proposeConcept(own, form),
    ])
    expect(new Set(made.map(each => each.id))).toEqual(new Set([formKey]))
    expect(await deedsOf(formKey)).toEqual(['propose'])
    const { version } = await newestConcepts(db)
    const key = v7()
    await Promise.all(
      [1, 2, 3].map(() => publishConcept(as(ctx, approver), { id: made[0].id, rev: 0, formKey: key })),
    )
    expect((await newestConcepts(db)).version).toBe(version + 1)
    expect(await deedsOf(formKey)).toEqual(['propose', 'publish'])
  })

  it('is decided once, whoever of two officers comes first', async () => {
    const { version } = await newestConcepts(db)
    const { id } = await propose()
    const decided = await Promise.allSettled([publish(id, approver), publish(id, third)])
    expect(decided.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect(decided.find(each => each.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect((await newestConcepts(db)).version).toBe(version + 1)
    await expect(
      returnConcept(as(ctx, third), { id, rev: 0, formKey: v7(), reason: '已经晚了' }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'page.changed' })
  })

  it('never puts one name into two concepts: of two proposals at once the second finds it taken', async () => {
    const name = someName()
    const { version } = await newestConcepts(db)
    const one = await propose({ kind: 'addName', conceptId: '四足机器人', name })
    const other = await propose({ kind: 'addName', conceptId: '轮足机器人', name }, approver)
    const decided = await Promise.allSettled([publish(one.id, approver), publish(other.id, handler)])
    expect(decided.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(decided.find(each => each.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'concept.nameTaken' },
    })
    expect((await newestConcepts(db)).version).toBe(version + 1)
    const left = [one, other].find((_, nth) => decided[nth]?.status === 'rejected')
    expect(await statusOf(left?.id ?? '')).toMatchObject({ status: 'proposed', version: null })
    expect((await showProposal(as(ctx, third), left?.id)).problem).toMatchObject({
      reason: 'concept.nameTaken',
    })
  })

  it('of two versions at once keeps both changes', async () => {
    const { version } = await newestConcepts(db)
    const names = [someName(), someName()]
    const made = await Promise.all(
      names.map(name => propose({ kind: 'addName', conceptId: '四足机器人', name })),
    )
    await Promise.all(made.map(({ id }) => publish(id)))
    const after = await newestConcepts(db)
    expect(after.version).toBe(version + 2)
    const has = after.table.find(each => each.id === '四足机器人')?.names.map(each => each.name)
    expect(has).toEqual(expect.arrayContaining(names))
  })

  it('takes four eyes and an office', async () => {
    const { id } = await propose({}, third)
    await expect(publish(id, third)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'concept.ownProposal',
    })
    await expect(withdrawConcept(as(ctx, handler), { id, rev: 0, formKey: v7() })).rejects.toMatchObject({
      reason: 'concept.othersProposal',
    })
    for (const other of [
      await hospital(db),
      await officer(db, 'expert'),
      await officer(db, 'administrator'),
    ]) {
      await expect(propose({}, other)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(publish(id, other)).rejects.toMatchObject({ code: 'notFound' })
      await expect(showProposal(as(ctx, other), id)).rejects.toMatchObject({ code: 'notFound' })
      await expect(listConceptProposals(as(ctx, other), 1)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const auditor = await officer(db, 'auditor')
    expect((await showProposal(as(ctx, auditor), id)).can).toMatchObject({
      review: { ok: false },
      withdraw: { ok: false },
    })
    await expect(publish(id, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(showProposal(as(ctx, visitor), id)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(showProposal(as(ctx, handler), v7())).rejects.toMatchObject({ code: 'notFound' })
    await expect(publish(id, handler, 7)).rejects.toMatchObject({ code: 'conflict' })
    await withdrawConcept(as(ctx, third), { id, rev: 0, formKey: v7() })
    expect(await deedsOf(id)).toEqual(['propose', 'withdraw'])
  })

  it('is judged when it is proposed, and says where it is wrong', async () => {
    const wrong: [Partial<ProposeConcept>, object][] = [
      [
        { kind: 'addName', name: 'AGV' },
        { reason: 'concept.nameTaken', path: 'name', detail: { concept: '移动机器人' } },
      ],
      [
        { kind: 'addName', name: '狗' },
        { reason: 'concept.nameTooShort', path: 'name' },
      ],
      [{ kind: 'addName' }, { reason: 'concept.incomplete', path: 'name' }],
      [{ kind: 'add', zh: '某某机器人' }, { reason: 'concept.oneName' }],
      [
        { kind: 'add', zh: '某某机器人', names: 'AGV' },
        { reason: 'concept.nameTaken', path: 'names' },
      ],
      [{ kind: 'removeName', name: 'AGV' }, { reason: 'concept.notItsName' }],
    ]
    for (const [form, refusal] of wrong)
      await expect(propose(form)).rejects.toMatchObject({ code: 'invalid', ...refusal })
    await expect(propose({ kind: 'addName', name: '狗'.repeat(41) })).rejects.toThrow()
  })

  it('stays as it was published and as it was proposed', async () => {
    const { id } = await propose()
    await expect(
      db.update(conceptProposal).set({ title: '别的' }).where(eq(conceptProposal.id, id)),
    ).rejects.toThrow()
    await publish(id)
    await expect(db.update(conceptVersion).set({ content: [] })).rejects.toThrow()
    await expect(db.delete(conceptVersion)).rejects.toThrow()
  })

  it('is read by everybody once it is published, by officers before', async () => {
    const name = someName()
    const { id } = await propose({ kind: 'addName', name, conceptId: '外骨骼' })
    const look = () => listConcepts(ctx, { q: name, page: 1 })
    expect(await look()).toMatchObject({ found: 0, waiting: null, mayPropose: false })
    await publish(id)
    expect((await look()).concepts.map(each => each.id)).toEqual(['外骨骼'])
    expect((await listConcepts(as(ctx, handler), { q: '', page: 1 })).mayPropose).toBe(true)
    const shown = await showProposal(as(ctx, handler), id)
    expect(shown.decision).toMatchObject({ by: approver.name })
    const names = [shown.before, shown.after].map(each => each?.names.some(other => other.name === name))
    expect(names).toEqual([false, true])
  })
})

describe('the search index', () => {
  const now = () => new Date()
  const document = (id: string, text: string): SearchDocument => ({
    ...{ id, index: 'scenarios', rev: 1, title: text, org: '某单位', keywords: [], summary: '', body: '' },
    ...{ facets: {}, specs: {}, standing: 1, updatedAt: new Date(), visibility: ['public'] },
  })
  const put = (documents: readonly SearchDocument[]) => db.transaction(tx => ctx.search.put(tx, documents))
  const found = async (q: string) =>
    (await ctx.search.search({ index: 'scenarios', q, scope: ['public'], limit: 100 })).total

  it('follows a version in batches, goes on after a crash, and finds things all the while', async () => {
    const word = '幕墙清洗机器人'
    const ids = [...Array(250).keys()].map(() => v7())
    await put(ids.map((id, nth) => document(id, `${word} ${nth}`)))
    await put([document(v7(), '与此无关的叉车')])
    const name = someName()
    const { id } = await propose({ kind: 'addName', conceptId: word, name })
    expect((await showProposal(as(ctx, approver), id)).preview).toMatchObject({
      names: [{ name, counts: { scenarios: 0 } }],
      touched: { scenarios: 250, products: 0 },
    })
    await publish(id)
    const { version } = await newestConcepts(db)
    let puts = 0
    const dying: SearchEngine = {
      ...ctx.search,
      put: async (tx, documents) => {
        if (++puts > 1) throw new Error('killed')
        await ctx.search.put(tx, documents)
      },
    }
    await expect(reindexConcepts({ db, search: dying, now }, version)).rejects.toThrow('killed')
    expect(await findReindex(db, version)).toMatchObject({ total: 250, done: 100, finishedAt: null })
    expect([await found(name), await found(word)]).toEqual([100, 250])
    // One of those that wait is written by its own verb meanwhile: it has the new names, and is not done again.
    await put([{ ...document(ids.at(-1) ?? '', `${word} 改`), rev: 2 }])
    expect(await found(name)).toBe(101)
    await Promise.all([1, 2].map(() => reindexConcepts({ db, search: ctx.search, now }, version)))
    expect(await findReindex(db, version)).toMatchObject({
      total: 250,
      done: 249,
      finishedAt: expect.any(Date),
    })
    expect([await found(name), await found(word)]).toEqual([250, 250])
    const writes = vi.fn(ctx.search.put)
    await reindexConcepts({ db, search: { ...ctx.search, put: writes }, now }, version)
    expect(writes).not.toHaveBeenCalled()
  })

  it('forgets a name that was taken away, and learns a new concept', async () => {
    const [name, zh] = [someName(), '某种新机器']
    const text = `这里写着${name}`
    const id = v7()
    await put([document(id, text)])
    const run = async (form: Partial<ProposeConcept>) => {
      const { id: proposal } = await propose(form)
      await publish(proposal)
      await reindexConcepts({ db, search: ctx.search, now }, (await newestConcepts(db)).version)
    }
    expect(await found(zh)).toBe(0)
    await run({ kind: 'add', zh, names: `${name}\n某机` })
    expect(await found(zh)).toBe(1)
    await run({ kind: 'removeName', conceptId: zh, name })
    expect(await found(zh)).toBe(0)
    const [row] = await db.select().from(searchDocument).where(eq(searchDocument.id, id))
    expect(row?.facets.filter(facet => facet.startsWith('concept:'))).toEqual([])
  })

  it('is followed by every process: one that never published uses the newest names within seconds', async () => {
    vi.resetModules()
    // A copy of the module is what another process has.
    const other: typeof import('#search/concepts.ts') = await import('#search/concepts.ts')
    expect(other.conceptVersionInUse()).toBe(1)
    await other.followConcepts(db)
    const first = (await newestConcepts(db)).version
    expect(other.conceptVersionInUse()).toBe(first)
    const { id } = await propose()
    await publish(id)
    await vi.waitFor(
      async () => {
        await other.followConcepts(db)
        expect(other.conceptVersionInUse()).toBe(first + 1)
      },
      { timeout: 30_000, interval: 200 },
    )
  })

  it('refuses to follow a version that is not there', async () => {
    await expect(reindexConcepts({ db, search: ctx.search, now }, 9_999)).rejects.toThrow('not there')
  })
})
