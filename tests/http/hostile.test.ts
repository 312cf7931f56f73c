import { createElement } from 'react'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mail } from '#db/schema/index.ts'
import { testContext } from '#tests/support/context.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { brokenOut, mark, payloads } from '#tests/support/hostile/payloads.ts'
import type { Deed, Target } from '#tests/support/matrix/deed.ts'
import { deeds } from '#tests/support/matrix/deeds.ts'
import {
  type People,
  parties,
  people,
  type Role,
  roles,
  type Seat,
  seats,
} from '#tests/support/matrix/people.ts'
import { effectsOf } from '#tests/support/matrix/play.ts'
import { isAmong } from '#tests/support/matrix/routes.ts'
import { type Platform, servePlatform } from '#tests/support/matrix/server.ts'
import { render } from '#tests/support/render.tsx'

// S5 and S24 over every form of the site, driven by the very forms that the authorization matrix sends.

let database: TestDatabase
let platform: Platform
let who: People

beforeAll(async () => {
  database = await testDatabase()
  who = await people(testContext({ db: database.db }))
  platform = await servePlatform(database)
}, 240_000)
afterAll(() => platform?.close())

type Asker = Role | Seat

/** Every form that changes something, with one who may send it. */
const forms = Object.entries(deeds).flatMap(([path, deed]): [string, Deed, Asker][] => {
  const role = [...(deed.standIns ?? []), ...roles, ...seats].find(each => isAmong(deed.may, each, parties.A))
  return deed.open || !role ? [] : [[path, deed, role]]
})

const made = (deed: Deed, role: Asker) => deed.make(testContext({ db: database.db }), who, role)
const send = (url: string, role: Asker, fields: [string, string][]) =>
  platform.ask(url, { method: 'POST', cookie: who.cookies[role], fields })

test('there are forms to send', () => {
  expect(forms.length).toBeGreaterThan(50)
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(200)
})

test('a page that took one of them as markup would be noticed, and one that did not is not', () => {
  const escaped = (text: string) => render(createElement('p', { title: text }, text))
  for (const payload of payloads.filter(each => /<\/?[a-z]/i.test(each))) {
    expect(brokenOut(`<p>${payload}</p>`), payload).not.toBeNull()
    expect(brokenOut(escaped(payload)), payload).toBeNull()
  }
  expect(brokenOut(`<input value="" onmouseover=alert(${mark}) x="">`)).not.toBeNull()
  expect(brokenOut(`<a href="javascript:alert(${mark})">x</a>`)).not.toBeNull()
})

type Fields = [name: string, value: string][]

/** S24: each makes a whole form wrong in one way, so that it is refused. */
const twists: Record<string, (fields: Fields) => Fields> = {
  proto: fields => [...fields, ['__proto__[polluted]', '1']],
  prototype: fields => [...fields, ['constructor.prototype.polluted', '1']],
  nested: fields => [...fields, [`${'a.'.repeat(120)}b`, '1']],
  gaps: fields => [...fields, ['metrics[99999999].name', '1']],
  NUL: fields => fields.map(([name, value]) => [name, `${value}\u0000`]),
  twice: fields => [...fields, ...fields],
  list: fields => fields.map(([name, value]) => [`${name}[]`, value]),
  object: fields => fields.map(([name, value]) => [`${name}[x]`, value]),
}

/** Numbers that no column holds; where the form has no such field, they are ignored. */
const numbers: Record<string, (fields: Fields) => Fields> = {
  revision: fields => fields.map(([name, value]) => [name, name === 'rev' ? '99999999999' : value]),
  infinite: fields => fields.map(([name, value]) => [name, /^\d+$/.test(value) ? '1e309' : value]),
}

async function twisted(target: Target, role: Asker): Promise<{ wrong: string[]; spent: boolean }> {
  const fields: Fields = Object.entries({ formKey: v7(), ...target.fields })
  const seen = async () => JSON.stringify([await effectsOf(database), await target.rows?.()])
  const before = await seen()
  const wrong: string[] = []
  for (const [name, twist] of Object.entries(twists)) {
    // As the page's script sends it, so that no page is drawn around the refusal.
    const { status } = await send(`${target.url}.data`, role, twist(fields))
    if (status < 400 || status >= 500) wrong.push(`${name}: ${status}`)
  }
  if ((await seen()) !== before) wrong.push('what was refused left traces')
  let spent = false
  for (const [name, twist] of Object.entries(numbers)) {
    if (JSON.stringify(twist(fields)) === JSON.stringify(fields)) continue
    const { status } = await send(`${target.url}.data`, role, twist(fields))
    if (status >= 500) wrong.push(`${name}: ${status}`)
    spent ||= status < 400
  }
  return { wrong, spent }
}

describe('every form of the site', { timeout: 120_000 }, () => {
  let next = 0
  const used = new Set<string>()
  const taken: { target: Target; role: Asker }[] = []
  const isText = (value: string) => /\p{Script=Han}/u.test(value)

  /** The text with as many payloads behind it as there is room for. */
  const hostile = (value: string, room: number) => {
    let text = value.slice(0, room / 2)
    for (let tries = 0; tries < 12; tries++) {
      const payload = payloads[next++ % payloads.length] ?? ''
      if (text.length + payload.length > room) continue
      text += payload
      used.add(payload)
    }
    return text
  }

  /** S5: sends the form with markup in every text of it; with less of it where that is too long. */
  async function marked(path: string, target: Target, role: Asker) {
    const texts = Object.entries(target.fields).filter(([, value]) => isText(value))
    if (texts.length === 0) return
    for (const room of [400, 160, 70, 56]) {
      const typed = Object.fromEntries(texts.map(([name, value]) => [name, hostile(value, room)]))
      const fields = { formKey: v7(), ...target.fields, ...typed }
      const answer = await send(target.url, role, Object.entries(fields))
      expect(answer.status, path).toBeLessThan(500)
      expect(brokenOut(answer.text), path).toBeNull()
      if (answer.status >= 400) continue
      taken.push({ target: { ...target, fields }, role })
      return
    }
  }

  test.each(forms)('%s', async (path, deed, role) => {
    const target = await made(deed, role)
    const { wrong, spent } = await twisted(target, role)
    expect(wrong).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    await marked(path, spent ? await made(deed, role) : target, role)
  })

  test('S5: no page that shows what they took is broken out of, for anybody', async () => {
    expect(taken.length).toBeGreaterThan(25)
    expect(used.size).toBeGreaterThanOrEqual(200)
    const asked = new Set<string>()
    for (const { target, role } of taken) {
      const parent = target.url.replace(/\?.*$/, '').split('/').slice(0, 3).join('/')
      const born = target.id === '' ? [target.url.replace('/new', `/${target.fields.formKey}`)] : []
      for (const url of [parent, target.url, `${parent}/edit`, ...born])
        for (const reader of [role, 'handler']) asked.add(`${reader} ${url}`)
    }
    const lists = [
      '/',
      '/scenarios',
      '/products',
      '/catalog',
      '/search?q=alert',
      '/queue',
      '/workspace',
      '/audit',
    ]
    const mine = [
      '/notifications',
      '/bids',
      '/pilots',
      '/claims',
      '/scenarios/mine',
      '/products/mine',
      '/account',
    ]
    for (const url of [...lists, ...mine, '/account/privacy', '/officers'])
      for (const reader of ['guest', 'demand', 'supply', 'handler', 'administrator', 'expert'])
        asked.add(`${reader} ${url}`)
    const wrong: string[] = []
    let showing = 0
    await atOnce([...asked], async each => {
      const [reader = '', url = ''] = each.split(' ')
      const { status, text, headers } = await platform.ask(url, { cookie: who.cookies[reader as Asker] })
      if (status >= 500) wrong.push(`${each}: ${status}`)
      if (text.includes(mark)) showing++
      const isHtml = headers.get('content-type')?.startsWith('text/html')
      const broken = isHtml ? brokenOut(text) : null
      if (broken) wrong.push(`${each}: ${broken}`)
    })
    expect(wrong).toEqual([])
    expect(showing).toBeGreaterThan(60)
  })

  test('S5: what scripts and machines read is never a page', async () => {
    const urls = ['/scenarios.data', '/products.data', '/catalog.data', '/search.data?q=alert', '/queue.data']
    const apis = [
      '/api/v1/scenarios',
      '/api/v1/products',
      '/api/v1/catalog',
      '/api/v1/search?q=alert&index=products',
    ]
    for (const url of [...urls, ...apis, '/account/export']) {
      const { headers, status } = await platform.ask(url, { cookie: who.cookies.handler })
      expect(status, url).toBeLessThan(400)
      expect(headers.get('content-type'), url).toMatch(/^(text\/x-script|application\/json)/)
      expect(headers.get('x-content-type-options'), url).toBe('nosniff')
    }
  })

  test('mail is plain text in one line of subject', async () => {
    const sent = await database.db.select().from(mail)
    for (const { subject } of sent) expect(subject).not.toMatch(/[\r\n]/)
  })
})

/** A few at a time. */
async function atOnce<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
    }),
  )
}
