import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { account, membership, organization } from '#db/schema/index.ts'
import { brand, type OrganizationId } from '#domain/shared/ids.ts'
import { isOpenToAllSites } from '#http/guard.ts'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { testDatabase } from '#tests/support/database.ts'
import { officer } from '#tests/support/factories.ts'
import { hostileTargets } from '#tests/support/hostile-targets.ts'
import { effectsOf } from '#tests/support/matrix/play.ts'
import { builtRoutes, theBuild } from '#tests/support/matrix/server.ts'
import { type Answer, type Asked, ask, type House, openHouse, origin, post } from './house.ts'

// Attacks on the site as it is built, each over every route there is.

const database = await testDatabase()
const { db } = database
const id = '01931111-1111-7111-8111-111111111111'
const canary = 'CANARY7f3a'
/** As long as the token of a letter's link. */
const token = canary.padEnd(43, '-')

let site: House
/** The same over a database whose connection is over: whatever asks it, throws. */
let sick: House
let cookie: string
let routes: Awaited<ReturnType<typeof builtRoutes>>

beforeAll(async () => {
  const build = await theBuild()
  const gone = connect(database.url)
  await gone.close()
  site = await openHouse({ build, db, search: postgresEngine(db) })
  sick = await openHouse({ build, db: gone.db, search: postgresEngine(gone.db) })
  routes = await builtRoutes()
  const { accountId } = await officer(db, 'handler')
  cookie = `sid=${(await createSession(db, accountId, { provedAt: new Date() })).token}`
}, 240_000)
afterAll(() => Promise.all([site?.close(), sick?.close()]))

const addressOf = (path: string) =>
  `/${path.replace(':token', token).replace(':noun', 'scenario').replace(/:\w+/g, id).replace('*', 'nowhere')}`
const asData = (path: string) => (path === '/' ? '/_root.data' : `${path}.data`)

/** A few at a time, as many requests as there are. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
    }),
  )
}

describe('S3: a form from elsewhere', { timeout: 120_000 }, () => {
  const evil = 'https://evil.example'
  const form = 'application/x-www-form-urlencoded'
  const shapes: Record<string, string>[] = [
    {},
    { 'content-type': 'text/plain' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: evil },
    { origin: evil, 'content-type': 'text/plain' },
    { origin: evil, 'sec-fetch-site': 'cross-site' },
    { origin, 'sec-fetch-site': 'cross-site' },
    { origin: 'http://other.platform.test', 'sec-fetch-site': 'same-site' },
    { origin: evil, host: 'evil.example' },
    { origin: evil, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { origin: `${origin}:8080`, referer: `${origin}/` },
  ]

  test('reaches no action of the site, as a page or as data, in any of twelve shapes', async () => {
    const actions = routes.filter(({ action, path }) => action && !isOpenToAllSites(`/${path}`))
    expect(actions.length).toBeGreaterThan(60)
    const paths = actions.flatMap(({ path }) => [addressOf(path), asData(addressOf(path))])
    const before = await effectsOf(database)
    const asked = paths.flatMap(path => shapes.map(headers => ({ path, headers })))
    const statements = database.queries.length
    const wrong: string[] = []
    await each(asked, async ({ path, headers }) => {
      const sent = { method: 'POST', headers: { 'content-type': form, cookie, ...headers }, body: 'a=1' }
      const { status } = await ask(site, path, sent)
      if (status !== 403) wrong.push(`${path} ${JSON.stringify(headers)}: ${status}`)
    })
    expect(wrong).toEqual([])
    expect(database.queries.length).toBe(statements)
    expect(await effectsOf(database)).toEqual(before)
  })
})

describe('S4: a redirect that leads elsewhere', { timeout: 120_000 }, () => {
  test('is not to be had by any of sixty targets in any parameter', async () => {
    expect(new Set(hostileTargets).size).toBeGreaterThanOrEqual(60)
    await each(hostileTargets, async target => {
      const next = encodeURIComponent(target)
      const to = async (path: string) => {
        const { status, headers } = await ask(site, path, { headers: { cookie } })
        return [status, headers.location]
      }
      // A NUL in an address does not even come to a page.
      if (!next.includes('%00')) {
        expect(await to(`/sign-in?next=${next}`), target).toEqual([302, '/queue'])
        expect(await to(`/register?next=${next}`), target).toEqual([302, '/workspace'])
        const data = await ask(site, `/sign-in.data?next=${next}`, { headers: { cookie } })
        expect([data.status, data.text.includes('evil.example')], target).toEqual([202, false])
      }
      const chosen = await post(site, '/preferences', { lang: 'zh', next: target })
      expect([chosen.status, chosen.headers.location], target).toEqual([303, '/'])
    })
  })

  test('nor by the page a form says that it came from', async () => {
    for (const referer of [`${origin}//evil.example`, `${origin}/\\evil.example`, 'https://evil.example/x']) {
      const { status, headers } = await post(site, '/account', {}, { referer })
      expect(status).toBe(302)
      expect(String(headers.location)).toMatch(/^\/sign-in\?next=%2F(account)?$/)
    }
  })
})

describe('S22: a fault inside', { timeout: 120_000 }, () => {
  const told = /Failed query|CONNECTION_ENDED|\bselect "|node_modules|\.[jt]sx?:\d+|\n\s+at /
  const form = { origin, 'content-type': 'application/x-www-form-urlencoded' }
  const asked = (): [path: string, asked: Asked][] =>
    routes.flatMap(({ path, action }) => {
      const at = addressOf(path)
      const data = path.startsWith('api/') ? at : asData(at)
      const sent: Asked = { method: 'POST', body: 'formKey=1', headers: { ...form, cookie } }
      return [
        [at, { headers: { cookie } }],
        [data, {}],
        ...(action ? [[data, sent] satisfies [string, Asked]] : []),
      ]
    })

  test('of any loader or action says nothing but that it happened, and the request’s id', async () => {
    let failed = 0
    const wrong: string[] = []
    await each(asked(), async ([path, how]) => {
      const { status, headers, text } = await ask(sick, path, how)
      const requestId = String(headers['x-request-id'])
      if (status >= 500) {
        failed += 1
        if (!text.includes(requestId))
          wrong.push(`${how.method ?? 'GET'} ${path}: no id in ${text.slice(0, 80)}`)
      }
      const leak = told.exec(text)
      if (leak) wrong.push(`${how.method ?? 'GET'} ${path}: ${leak[0]}`)
    })
    expect(wrong).toEqual([])
    expect(failed).toBeGreaterThan(150)
    expect(sick.lines.join('')).toContain('CONNECTION_ENDED')
  })
})

describe('S21 and S23: secrets and headers', { timeout: 120_000 }, () => {
  const secrets = Object.fromEntries(
    ['password', 'again', 'current', 'code', 'sealed', 'token', 'approach', 'content', 'reason', 'name'].map(
      name => [name, token],
    ),
  )

  test('what is typed, sent or opened anywhere leaves no trace in the log, and every answer is armoured', async () => {
    site.lines.length = 0
    const wrong: string[] = []
    const judge = (path: string, { headers }: Answer, personal: boolean) => {
      const policy = String(headers['content-security-policy'])
      const right =
        policy.includes("frame-ancestors 'none'") &&
        !policy.includes('unsafe') &&
        headers['x-content-type-options'] === 'nosniff' &&
        headers['referrer-policy'] === 'strict-origin-when-cross-origin' &&
        headers['cross-origin-opener-policy'] === 'same-origin' &&
        headers['permissions-policy'] !== undefined &&
        headers['strict-transport-security'] === undefined &&
        headers['x-powered-by'] === undefined
      if (!right) wrong.push(`${path}: a header is missing`)
      if (personal && headers['cache-control'] !== 'no-store') wrong.push(`${path}: may be stored`)
    }
    await each(routes, async ({ path, action }) => {
      const at = addressOf(path)
      const isApi = path.startsWith('api/')
      const secret = { authorization: canary, referer: `${origin}/${token}` }
      judge(at, await ask(site, `${at}?token=${token}`, { headers: secret }), false)
      judge(at, await ask(site, isApi ? at : asData(at), { headers: { cookie, ...secret } }), !isApi)
      // Signing out would end the session that the others need.
      if (action && path !== 'sign-out')
        judge(
          at,
          await post(
            site,
            isApi ? at : asData(at),
            { ...secrets, email: `${canary}@example.cn` },
            { cookie },
          ),
          !isApi,
        )
    })
    expect(wrong).toEqual([])
    expect(site.lines.length).toBeGreaterThan(routes.length * 2)
    expect(site.lines.filter(line => line.includes(canary))).toEqual([])
    for (const line of site.lines) expect(() => JSON.parse(line)).not.toThrow()
    expect(site.lines.join('')).not.toContain(cookie.slice(4))
  })
})

describe('S2: columns that no form owns', () => {
  test('do not ride along with what people write of themselves', async () => {
    const { accountId } = await officer(db)
    const own = { cookie: `sid=${(await createSession(db, accountId)).token}` }
    const [before] = await db.select().from(account).where(eq(account.id, accountId))
    const smuggled = {
      ...{
        id: v7(),
        accountId: v7(),
        status: 'erased',
        demo: 'on',
        email: 'x@evil.example',
        role: 'administrator',
      },
      ...{ passwordHash: 'x', totpSecret: 'x', emailConfirmedAt: '2026-01-01', office: 'administrator' },
    }
    const answer = await post(site, '/account', { ...smuggled, name: '新名字', phone: '13800138000' }, own)
    expect(answer.status).toBe(303)
    const [after] = await db.select().from(account).where(eq(account.id, accountId))
    expect(after).toEqual({ ...before, name: '新名字', phone: '13800138000' })
  })

  test('nor with the organisation that they register', async () => {
    const { accountId } = await officer(db)
    const own = { cookie: `sid=${(await createSession(db, accountId)).token}` }
    const formKey = v7()
    const typed = {
      ...{ name: '北京示例偷渡单位', type: 'enterprise', industry: 'C34', district: '110108' },
      ...{ legalRepresentative: '示例法人', uscc: '91110108000000999F', formKey },
    }
    const smuggled = {
      ...{
        id: v7(),
        status: 'verified',
        source: 'report',
        capabilities: 'bid',
        'capabilities[0]': 'receiveReward',
      },
      ...{ organizationId: v7(), accountId: v7(), role: 'viewer', rev: '7', createdAt: '2020-01-01' },
    }
    const answer = await post(site, '/organizations/new', { ...smuggled, ...typed }, own)
    expect(answer.status, answer.text.slice(0, 300)).toBe(303)
    const [row] = await db.select().from(organization).where(eq(organization.name, typed.name))
    expect(row).toMatchObject({
      id: formKey,
      status: 'registered',
      source: 'platform',
      capabilities: [],
      rev: 0,
    })
    const members = await db
      .select()
      .from(membership)
      .where(eq(membership.organizationId, brand<OrganizationId>(formKey)))
    expect(members).toMatchObject([{ accountId, role: 'owner' }])
  })
})

test('S16: password fields take what a manager pastes and say which password they want', async () => {
  const fields = (text: string) =>
    [...text.matchAll(/<input[^>]*type="password"[^>]*>/g)].map(([field]) => field)
  const enter = fields((await ask(site, '/sign-in')).text)
  const change = fields((await ask(site, '/account/password', { headers: { cookie } })).text)
  const kinds = [...enter, ...change].map(field => /autoComplete="([^"]+)"/i.exec(field)?.[1])
  expect(kinds).toEqual(['current-password', 'current-password', 'new-password', 'new-password'])
  for (const field of [...enter, ...change]) expect(field).not.toMatch(/onpaste|maxlength="(\d|[1-9]\d)"/i)
})
