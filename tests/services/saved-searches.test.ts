import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { account, savedSearch, searchAlert } from '#db/schema/index.ts'
import { mostSavedSearches } from '#domain/saved-searches/kept.ts'
import { visitor } from '#domain/shared/actor.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { eraseAccount, exportOwnData } from '#services/accounts/privacy.ts'
import {
  editSavedSearch,
  pauseSavedSearch,
  removeSavedSearch,
  showSavedSearch,
} from '#services/saved-searches/change.ts'
import { listOwnSearches, savingOf } from '#services/saved-searches/mine.ts'
import { saveSearch, showSaveSheet } from '#services/saved-searches/save.ts'
import { showStop, stopLetters, stopTokenFor } from '#services/saved-searches/stop.ts'
import { openVault } from '#services/vault.ts'
import { as, later, testContext, testVault } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, publishedScenario, robotFirm } from '#tests/support/factories.ts'
import { savedBy, tellAll } from '#tests/support/saved-searches.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const person = await robotFirm(db)
const own = as(ctx, person)
const stranger = as(ctx, await hospital(db))
const form = (search: string, more = {}) => ({
  search,
  name: '送药',
  rhythm: 'daily' as const,
  formKey: v7(),
  ...more,
})
const rowOf = async (id: string) =>
  (await db.select().from(savedSearch)).find(row => row.id === id) ?? { rev: -1, rhythm: null, status: null }

describe('saving a search', () => {
  test('is one search, however its address was written and however often it is sent, also at once', async () => {
    const first = form('index=scenarios&district=110106&district=110101&q=送药&page=3')
    const again = form('q=送药&district=110101&district=110106&page=1&nonsense=1&undisclosed=keep')
    const saved = await Promise.all([saveSearch(own, first), saveSearch(own, first), saveSearch(own, again)])
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    const rows = await db.select().from(savedSearch).where(eq(savedSearch.accountId, person.accountId))
    expect(rows.map(row => decodeURIComponent(row.search))).toEqual([
      'index=scenarios&q=送药&district=110101&district=110106',
    ])
    // Somebody else's of the same words is another one.
    const other = await saveSearch(stranger, form(again.search))
    expect([other.already, other.id === saved[0]?.id]).toEqual([false, false])
    await removeSavedSearch(stranger, other)
  })

  test('proposes a name in words and says where its mail goes', async () => {
    const params = new URLSearchParams('index=products&q=巡检&domain=healthcare&payloadKg=50..')
    const sheet = await showSaveSheet(own, params, 'zh')
    expect(sheet).toMatchObject({
      name: '机器人产品 · 巡检 · 领域：智慧医疗 · 载重 ≥ 50 kg',
      email: `${person.accountId}@example.cn`,
      already: null,
      kept: { most: 30, tooMany: false },
    })
    await expect(showSaveSheet(as(ctx, visitor), params, 'zh')).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  test('ends at the limit, also for two at once', async () => {
    const many = as(ctx, await robotFirm(db))
    for (let nth = 1; nth < mostSavedSearches; nth++) await saveSearch(many, form(`q=词${nth}`))
    const last = await Promise.allSettled([saveSearch(many, form('q=甲')), saveSearch(many, form('q=乙'))])
    expect(last.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(saveSearch(many, form('q=丙'))).rejects.toMatchObject({
      code: 'invalid',
      reason: 'savedSearch.tooMany',
      detail: { most: 30 },
    })
    expect((await showSaveSheet(many, new URLSearchParams('q=丙'), 'zh')).kept.tooMany).toBe(true)
    // What is there already may be saved again.
    expect((await saveSearch(many, form('q=词1'))).already).toBe(true)
  })

  test('takes any text that an address bar can hold, and no more', async () => {
    for (const search of ['', '&&&===', 'q=%00%ff', `q=${'长'.repeat(180)}`, 'index=nothing&domain=none'])
      await removeSavedSearch(own, await saveSearch(own, form(search)))
    await expect(saveSearch(own, form(`q=${'x'.repeat(3000)}`))).rejects.toThrow('savedSearch.tooLong')
  })
})

describe('a saved search', () => {
  test('is its owner’s alone', async () => {
    const id = await savedBy(ctx, person, { q: '只给自己' })
    const attempts = [
      () => showSavedSearch(stranger, id),
      () => editSavedSearch(stranger, { id, rev: 0, name: '别人', rhythm: 'each' }),
      () => pauseSavedSearch(stranger, { id, rev: 0, status: 'paused' }),
      () => removeSavedSearch(stranger, { id }),
      () => showSavedSearch(own, v7()),
      () => showSavedSearch(own, "'; drop table saved_search; --"),
    ]
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'notFound', reason: 'savedSearch.unknown' })
    await expect(showSavedSearch(as(ctx, visitor), id)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await rowOf(id)).toMatchObject({ rev: 0, status: 'active' })
  })

  test('changes at the revision its page showed; an older page is told so', async () => {
    const id = await savedBy(ctx, person, { q: '改一改' })
    const edit = { id, rev: 0, name: '改过的', rhythm: 'weekly' as const }
    await editSavedSearch(own, edit)
    await editSavedSearch(own, edit)
    expect(await rowOf(id)).toMatchObject({ rev: 1, name: '改过的', rhythm: 'weekly' })
    const stale = { code: 'conflict', reason: 'page.stale' }
    await expect(editSavedSearch(own, { ...edit, name: '旧页面' })).rejects.toMatchObject(stale)
    await expect(pauseSavedSearch(own, { id, rev: 0, status: 'paused' })).rejects.toMatchObject(stale)
    await pauseSavedSearch(own, { id, rev: 1, status: 'paused' })
    await pauseSavedSearch(own, { id, rev: 1, status: 'paused' })
    expect(await rowOf(id)).toMatchObject({ rev: 2, status: 'paused' })
  })

  test('counts what is new since its owner looked, until they look', async () => {
    const word = `词${v7().slice(-8)}`
    const id = await savedBy(ctx, person, { index: 'scenarios', q: word })
    await publishedScenario(later(ctx, 1), { content: { title: `送药 ${word}` } })
    expect(await tellAll(ctx)).toBeGreaterThan(0)
    const mine = async () => (await listOwnSearches(own)).searches.find(search => search.id === id)
    expect(await mine()).toMatchObject({ hits: 0, fresh: 1 })
    const { address } = await showSavedSearch(own, id)
    expect((await savingOf(as(ctx, visitor), address, 1)).saved).toBeNull()
    expect(await mine()).toMatchObject({ fresh: 1 })
    expect((await savingOf(later(own, 2), address, 1)).saved).toMatchObject({ id, paused: false })
    expect(await mine()).toMatchObject({ hits: 1, fresh: 0 })
  })
})

describe('the link of a letter', () => {
  test('stops the mail of its one search, without sign-in, as often as it is pressed', async () => {
    const [id, other] = [await savedBy(ctx, person, { q: '停' }), await savedBy(ctx, person, { q: '不停' })]
    const nobody = as(ctx, visitor)
    const token = stopTokenFor(testVault, id)
    expect((await showStop(nobody, token)).search).toMatchObject({ rhythm: 'each' })
    expect((await rowOf(id)).rhythm).toBe('each')
    await stopLetters(nobody, { token })
    await stopLetters(nobody, { token })
    expect(await rowOf(id)).toMatchObject({ rhythm: 'inApp', rev: 1, status: 'active' })
    expect((await rowOf(other)).rhythm).toBe('each')
    await removeSavedSearch(own, { id })
    await removeSavedSearch(own, { id })
    await stopLetters(nobody, { token })
    expect((await showStop(nobody, token)).search).toBeNull()
  })

  test('forged, altered, of another purpose or another installation, it opens nothing', async () => {
    const id = await savedBy(ctx, person, { q: '伪造' })
    const token = stopTokenFor(testVault, id)
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`
    const foreign = stopTokenFor(openVault('the secret of somebody else, long enough'), id)
    const sealed = [testVault.seal(id), testVault.seal(`start ${id}`), testVault.seal('stop nothing')]
    for (const wrong of [flipped, foreign, ...sealed, id, '', 'v1...', 'x'.repeat(9000), undefined, null]) {
      const refused = { code: 'notFound', reason: 'savedSearch.linkWrong' }
      await expect(showStop(ctx, wrong)).rejects.toMatchObject(refused)
      await expect(stopLetters(ctx, { token: String(wrong) })).rejects.toMatchObject(refused)
    }
    expect((await rowOf(id)).rhythm).toBe('each')
  })
})

test('an account takes its searches along: into the export, and away with it', async () => {
  const leaving = await hospital(db)
  const colleague = await hospital(db)
  const passwordHash = await hashPassword('窗外有三棵老槐树')
  await db.update(account).set({ passwordHash }).where(eq(account.id, leaving.accountId))
  const { actor } = await loadReader(db, { accountId: leaving.accountId, provedAt: new Date() })
  const alone = { ...actor, memberships: [] } as typeof leaving
  const word = `词${v7().slice(-8)}`
  const id = await savedBy(ctx, alone, { q: word, index: 'scenarios' })
  await publishedScenario(later(ctx, 1), { demand: colleague, content: { title: word } })
  await tellAll(ctx)
  const { savedSearches } = await exportOwnData(as(ctx, actor))
  expect(savedSearches).toMatchObject([{ name: '我等的', rhythm: 'each', status: 'active' }])
  await db.execute(`delete from membership where account_id = '${leaving.accountId}'`)
  await eraseAccount(as(ctx, alone), { password: '窗外有三棵老槐树', affirmed: true })
  expect(await rowOf(id)).toMatchObject({ rev: -1 })
  expect(await db.select().from(searchAlert).where(eq(searchAlert.savedSearchId, id))).toEqual([])
})
