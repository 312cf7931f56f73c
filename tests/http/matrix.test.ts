import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testContext } from '#tests/support/context.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { deeds } from '#tests/support/matrix/deeds.ts'
import {
  type People,
  parties,
  people,
  type Role,
  roles,
  type Side,
  sides,
} from '#tests/support/matrix/people.ts'
import { effectsOf, type Play, playDeed } from '#tests/support/matrix/play.ts'
import { isAmong, type Page, pages, sight, signInFirst } from '#tests/support/matrix/routes.ts'
import { builtRoutes, type Platform, servePlatform } from '#tests/support/matrix/server.ts'
import { keysOf, type ObjectKey, objectsOf } from '#tests/support/matrix/world.ts'

// Every route of the build × method × role × {own, foreign, missing}, as a page and as the `.data` request of the
// page's script. What is expected stands in `routes.ts` and `deeds.ts`, by hand; what stands in no line is closed.

const missing = '01931111-1111-7111-8111-111111111111'
let database: TestDatabase
let platform: Platform
let who: People
let objects: Record<Side, Record<ObjectKey, string>>
let routes: Awaited<ReturnType<typeof builtRoutes>>
const cells = { read: 0, post: 0, method: 0 }

beforeAll(async () => {
  database = await testDatabase()
  const ctx = testContext({ db: database.db })
  who = await people(ctx)
  objects = { A: await objectsOf(ctx, who.casts.A), B: await objectsOf(ctx, who.casts.B) }
  await who.assign(ctx, objects.A['entry.expertReview'])
  platform = await servePlatform(database)
  routes = await builtRoutes()
}, 240_000)

afterAll(async () => {
  await platform?.close()
  const all = cells.read + cells.post + cells.method
  console.info(
    `authorization over HTTP: ${all} cells (${cells.read} read, ${cells.post} posted, ${cells.method} methods)`,
  )
})

test('every route of the build has its line, and every line its route', () => {
  expect(routes.map(route => route.path).sort()).toEqual(Object.keys(pages).sort())
  const actions = routes.filter(route => route.action).map(route => route.path)
  expect(actions.sort()).toEqual(Object.keys(deeds).sort())
})

interface Cell {
  role: Role
  key: ObjectKey | 'missing' | null
  side: Side
}

/** What a GET of this page answers to this role. */
function expected(page: Page, { role, key, side }: Cell): number {
  const guest = role === 'guest'
  if ('button' in page) return 400
  if ('to' in page) {
    if (page.to === 'signedIn') return guest ? 302 : (page.ok ?? 200)
    return isAmong(page.to, role, parties[side]) ? (page.ok ?? 200) : guest ? 302 : 403
  }
  if (guest && signInFirst.includes(page.of)) return 302
  if (key === 'missing' || key === null) return 404
  if (page.api) return sight[key] === 'all' ? 200 : 404
  if (!isAmong(sight[key], role, parties[side])) return 404
  if (guest && page.signedIn) return 302
  const readers = page.only?.[key] ?? sight[key]
  return isAmong(readers, role, parties[side]) ? 200 : page.hides ? 404 : 403
}

/** The same asked by the page's script: a redirect is told in a body of 202. */
const asData = (status: number, page: Page) => ('button' in page ? 200 : status === 302 ? 202 : status)

function address(path: string, id: string): string {
  return `/${path.replace(':noun', 'scenario').replace(':version', '1').replace(/:\w+/, id).replace('*', 'no-such-page')}`
}

function cellsOf(page: Page): Omit<Cell, 'role'>[] {
  if (!('of' in page)) return [{ key: null, side: 'A' }]
  const own = keysOf(page.of).flatMap(key => sides.map(side => ({ key, side })))
  return [...own, { key: 'missing' as const, side: 'A' as const }]
}

/** Each page is drawn once for each role; the other objects and states are asked for as data. */
const asDocument = ({ key, side }: Cell, path: string) =>
  path.startsWith('api/') || key === null || (side === 'A' && path.split('/').length < 3)

/** A foreign or missing object looks the same to all but those whose own it is, the bureau and a district. */
const differs = (role: Role, { key, side }: Omit<Cell, 'role'>) =>
  (side === 'A' && key !== 'missing') ||
  ['guest', 'demand', 'supply', 'both', 'handler', 'district'].includes(role)

interface Reading {
  url: string
  role: Role
  wanted: number
  name: string
}

function readingsOf({ path, loader }: { path: string; loader: boolean }): Reading[] {
  const page = pages[path]
  if (!page || (!loader && !('button' in page))) return []
  const spots = cellsOf(page).flatMap(spot =>
    roles.filter(role => differs(role, spot)).map(role => ({ ...spot, role })),
  )
  return spots.flatMap(cell => {
    const { role, key, side } = cell
    const id = key === 'missing' || key === null ? missing : objects[side][key]
    const url = address(path, id)
    const status = special(path, role) ?? expected(page, cell)
    const name = `${path} ${key ?? ''} ${side}`
    const data = { url: url === '/' ? '/_root.data' : `${url}.data`, name: `${name} .data` }
    return [
      ...(asDocument(cell, path) ? [{ url, role, wanted: status, name }] : []),
      ...(path.startsWith('api/') ? [] : [{ ...data, role, wanted: asData(status, page) }]),
    ]
  })
}

describe('reading', () => {
  test('each page answers each role as its line says', { timeout: 240_000 }, async () => {
    const wrong: string[] = []
    const asked = routes.flatMap(readingsOf)
    cells.read = asked.length
    // A handful at a time: the server works while the database does.
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let next = asked.pop(); next; next = asked.pop()) {
          const { url, role, wanted, name } = next
          const { status } = await platform.ask(url, { cookie: who.cookies[role] })
          if (status !== wanted) wrong.push(`GET ${name} ${role}: ${status}, not ${wanted}`)
        }
      }),
    )
    expect(wrong).toEqual([])
  })
})

/** Two pages that know where a signed-in person belongs. */
function special(path: string, role: Role): number | undefined {
  if (path === 'sign-in' || path === 'register') return role === 'guest' ? 200 : 302
  if (path === 'workspace' && ['handler', 'approver', 'auditor', 'expert', 'district'].includes(role))
    return 302
  // An API says 401 where a page leads to the door.
  if (path === 'claims/:claimId/trace.json' && role === 'guest') return 401
  return undefined
}

test('no route knows PUT, PATCH or DELETE', { timeout: 60_000 }, async () => {
  const before = await effectsOf(database)
  const wrong: string[] = []
  for (const { path } of routes)
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      for (const role of ['guest', 'demand', 'handler', 'administrator'] as const) {
        const { status } = await platform.ask(address(path, missing), { method, cookie: who.cookies[role] })
        cells.method += 1
        if (status !== 405) wrong.push(`${method} ${path} ${role}: ${status}`)
      }
  expect(wrong).toEqual([])
  expect(await effectsOf(database)).toEqual(before)
})

test('a form posted to a page that takes none changes nothing', { timeout: 60_000 }, async () => {
  const before = await effectsOf(database)
  for (const { path } of routes.filter(route => !route.action))
    for (const role of ['guest', 'demand', 'handler', 'administrator'] as const) {
      const { status } = await platform.ask(address(path, missing), {
        ...{ method: 'POST', cookie: who.cookies[role], fields: { status: 'published' } },
      })
      cells.post += 1
      expect([404, 405], `POST ${path} ${role}: ${status}`).toContain(status)
    }
  expect(await effectsOf(database)).toEqual(before)
})

describe('deeds', () => {
  const play = (): Play => ({ platform, database, who, count: () => (cells.post += 1) })
  for (const path of Object.keys(deeds))
    test(`${path} is done by whom its line names, once, and by nobody else`, {
      timeout: 60_000,
    }, async () => {
      expect(await playDeed(play(), path)).toEqual([])
    })
})
