import { eq } from 'drizzle-orm'
import sax from 'sax'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { account, savedSearch } from '#db/schema/index.ts'
import { escaped } from '#http/atom.ts'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { stopMatchesTokenFor } from '#services/matches/stop.ts'
import { stopTokenFor } from '#services/saved-searches/stop.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { openVault } from '#services/vault.ts'
import { as, later, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, publishedScenario, revOf, submittedScenario } from '#tests/support/factories.ts'
import { publishedProduct } from '#tests/support/products.ts'
import { savedBy } from '#tests/support/saved-searches.ts'
import {
  action as matchesOneClick,
  loader as matchesOpened,
} from '../../app/routes/account/matches-unsubscribe.ts'
import { loader as feed } from '../../app/routes/search-feed.ts'
import { action as oneClick, loader as opened } from '../../app/routes/searches/unsubscribe.ts'
import { ask, type House, openHouse, origin, post } from './house.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const secret = 'k'.repeat(32)
const word = `词${v7().slice(-8)}`
const hostile = `${word} <script>alert("1")</script> & ']]> </title> &#0; “引号” 🤖`
let house: House
let demand: Awaited<ReturnType<typeof hospital>>

beforeAll(async () => {
  house = await openHouse({
    db,
    search: postgresEngine(db),
    routes: {
      'search.atom': { loader: feed },
      'searches/unsubscribe': { loader: opened, action: oneClick },
      'notifications/matches/unsubscribe': { loader: matchesOpened, action: matchesOneClick },
    },
  })
  demand = await hospital(db)
  await publishedScenario(later(ctx, -48), { demand, content: { title: `旧的 ${word}` } })
  await publishedScenario(ctx, { demand, content: { title: hostile } })
  await publishedScenario(ctx, { demand, content: { title: `别区 ${word}`, district: '110108' } })
  await submittedScenario(ctx, { demand, content: { title: `没公开 ${word}` } })
  await publishedProduct(ctx, { content: { name: `药小递 ${word}` } })
}, 120_000)

interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/** The document as a strict XML parser reads it; throws where it is not well formed. */
function read(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = sax.parser(true)
  parser.onerror = error => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.ontext = text => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  const [first] = root.children
  if (!first) throw new Error('no document')
  return first
}

const all = (element: Element, name: string) => element.children.filter(child => child.name === name)
const one = (element: Element, name: string) => all(element, name)[0]?.text
const link = (element: Element, rel: string) =>
  all(element, 'link').find(each => each.attributes.rel === rel)?.attributes.href
const get = (query: string, headers = {}) => ask(house, `/search.atom?${query}`, { headers })
const q = `index=scenarios&q=${encodeURIComponent(word)}`

describe('a feed', () => {
  test('has what RFC 4287 asks for, the newest first, and nothing but what everybody may read', async () => {
    const answer = await get(q)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ])
    const root = read(answer.text)
    expect(root).toMatchObject({
      name: 'feed',
      attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
    })
    expect(link(root, 'self')).toBe(`${origin}/search.atom?${new URLSearchParams(q)}`)
    expect(link(root, 'alternate')).toContain(`${origin}/search?index=scenarios&q=`)
    const entries = all(root, 'entry')
    expect(entries.map(entry => one(entry, 'title')).sort()).toEqual(
      [hostile, `别区 ${word}`, `旧的 ${word}`].sort(),
    )
    expect(one(entries.at(-1) as Element, 'title')).toBe(`旧的 ${word}`)
    expect(one(root, 'updated')).toBe(one(entries[0] as Element, 'updated'))
    for (const entry of entries) {
      expect(one(entry, 'id')).toMatch(/^tag:platform\.test,2026:scenarios\/[0-9a-f-]{36}$/)
      expect(link(entry, 'alternate')).toMatch(/^http:\/\/platform\.test\/scenarios\/[0-9a-f-]{36}$/)
      expect(all(entry, 'author')[0]?.children[0]?.text).toBe('北京示例医院')
      expect(all(entry, 'summary')[0]?.attributes.type).toBe('text')
      expect(new Date(one(entry, 'updated') ?? '').toISOString()).toBe(one(entry, 'updated'))
    }
    expect(new Set(entries.map(entry => one(entry, 'id'))).size).toBe(3)
  })

  test('is that of its search: another index, any filter, in either language', async () => {
    const narrow = read((await get(`${q}&district=110108&payloadKg=40..&lang=en`)).text)
    expect(all(narrow, 'entry').map(entry => one(entry, 'title'))).toEqual([`别区 ${word}`])
    expect([narrow.attributes['xml:lang'], one(narrow, 'title')]).toEqual([
      'en',
      `Robot+ Exchange: Scenarios · ‘${word}’ · District: Haidian · Payload ≥ 40 kg`,
    ])
    const products = read((await get(`index=products&q=${encodeURIComponent(word)}`)).text)
    expect(all(products, 'entry').map(entry => one(entry, 'title'))).toEqual([`药小递 ${word}`])
    const nothing = read((await get(`q=${encodeURIComponent('查无此物查无此物')}`)).text)
    expect([all(nothing, 'entry'), one(nothing, 'updated')]).toEqual([[], '1970-01-01T00:00:00.000Z'])
  })

  test('answers HEAD, and 304 to whoever has it already', async () => {
    const { headers } = await get(q)
    const [etag, modified] = [String(headers.etag), String(headers['last-modified'])]
    expect(headers['cache-control']).toBe('public, no-cache')
    const head = await ask(house, `/search.atom?${q}`, { method: 'HEAD' })
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', etag])
    for (const known of [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag.slice(2)}` },
      { 'if-modified-since': modified },
    ]) {
      const answer = await get(q, known)
      expect([answer.status, answer.text], JSON.stringify(known)).toEqual([304, ''])
    }
    for (const unknown of [
      { 'if-none-match': '"x"', 'if-modified-since': modified },
      { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' },
      { 'if-modified-since': 'yesterday' },
    ])
      expect((await get(q, unknown)).status, JSON.stringify(unknown)).toBe(200)
  })

  test('drops what was withdrawn from the very next answer on', async () => {
    const title = `要撤回 ${v7().slice(-8)}`
    const search = `q=${encodeURIComponent(title)}&index=scenarios`
    const { id } = await publishedScenario(ctx, { demand, content: { title } })
    const before = await get(search)
    expect(before.text).toContain(title)
    const own = as(ctx, demand)
    await withdrawScenario(own, { id, rev: await revOf(own, id), formKey: v7(), reason: '计划调整' })
    const after = await get(search, { 'if-none-match': String(before.headers.etag) })
    expect([after.status, all(read(after.text), 'entry')]).toEqual([200, []])
  })

  test('is the visitors’ for whoever asks', async () => {
    const { token } = await createSession(db, demand.accountId, { address: '', agent: '', bureau: false })
    const signedIn = await get(q, { cookie: `session=${token}` })
    expect(all(read(signedIn.text), 'entry')).toHaveLength(3)
    expect(signedIn.text).not.toContain('没公开')
  })

  test.each([
    '',
    'q=%00%01%ff&index=%F0%9F',
    'index=secret&district=1&payloadKg=x..y&sort=no&page=-4&km=1e99',
    `q=${'%22'.repeat(300)}`,
    "q=');drop%20table%20search_document;--",
    'q=%00%08%ED%A0%80%3C%26%3E',
    [...Array(60)].map((_, nth) => `district=${110100 + nth}`).join('&'),
  ])('of a bad address is harmless: %s', async query => {
    const answer = await get(query)
    expect(answer.status === 200 ? read(answer.text).name : answer.status).toSatisfy((each: unknown) =>
      ['feed', 400].includes(each as string),
    )
  })
})

test('text that XML has no place for is left out, everything else survives', () => {
  const kept = '\t\n 中文 🤖 \u{10ffff} \u00a0'
  expect(escaped(`${kept}\u0000\u0008\u000b\u001f\ufffe\uffff\ud800`)).toBe(kept)
  expect(escaped(`a<b>&"c'`)).toBe('a&lt;b&gt;&amp;&quot;c&apos;')
})

describe('the one-click stop of a mail program', () => {
  const rhythmOf = async (id: string) =>
    (await db.select().from(savedSearch)).find(row => row.id === id)?.rhythm
  const from = { origin: 'https://mail.example.net', 'sec-fetch-site': 'cross-site' }

  test('needs no page of ours, no session and no sign-in, and stops one search', async () => {
    const id = await savedBy(ctx, demand, { q: '一键退订' })
    const other = await savedBy(ctx, demand, { q: '另一个' })
    const at = `/searches/unsubscribe?token=${stopTokenFor(openVault(secret), id)}`
    const seen = await ask(house, at)
    expect([seen.status, seen.headers.location]).toEqual([302, at.replace('unsubscribe', 'stop')])
    expect(await rhythmOf(id)).toBe('each')
    expect((await post(house, at, {}, from)).status).toBe(422)
    for (let nth = 0; nth < 2; nth++) {
      const answer = await post(house, at, { 'List-Unsubscribe': 'One-Click' }, from)
      expect(answer.status).toBe(204)
    }
    expect([await rhythmOf(id), await rhythmOf(other)]).toEqual(['inApp', 'each'])
  })

  test('stops the letters about matches of one person likewise', async () => {
    const { accountId } = demand
    const at = `/notifications/matches/unsubscribe?token=${stopMatchesTokenFor(openVault(secret), accountId)}`
    const rhythm = async () =>
      (await db.select().from(account).where(eq(account.id, accountId))).map(each => each.matchRhythm)
    expect((await ask(house, at)).headers.location).toBe(at.replace('unsubscribe', 'stop'))
    expect(await rhythm()).toEqual(['daily'])
    expect((await post(house, at, { 'List-Unsubscribe': 'One-Click' }, from)).status).toBe(204)
    expect(await rhythm()).toEqual(['inApp'])
    const wrong = at.replace(/token=.*/, 'token=v1.a.b.c')
    expect((await post(house, wrong, { 'List-Unsubscribe': 'One-Click' }, from)).status).toBe(404)
  })

  test('does nothing for a token of its own making', async () => {
    const id = await savedBy(ctx, demand, { q: '伪造的' })
    for (const token of ['', 'v1.a.b.c', stopTokenFor(openVault('o'.repeat(32)), id)]) {
      const answer = await post(
        house,
        `/searches/unsubscribe?token=${token}`,
        { 'List-Unsubscribe': 'One-Click' },
        from,
      )
      expect(answer.status).toBe(404)
    }
    expect(await rhythmOf(id)).toBe('each')
    // The token is in no line of the log.
    expect(house.lines.join('')).not.toContain('v1.')
  })
})
