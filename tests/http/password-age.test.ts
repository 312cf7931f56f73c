import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { account } from '#db/schema/index.ts'
import { postgresEngine } from '#search/postgres.ts'
import { hashPassword } from '#services/accounts/password.ts'
import { createSession } from '#services/accounts/session.ts'
import { testDatabase } from '#tests/support/database.ts'
import { officer } from '#tests/support/factories.ts'
import { theBuild } from '#tests/support/matrix/server.ts'
import { ask, openHouse, post } from './house.ts'

const { db } = await testDatabase()
let build: Awaited<ReturnType<typeof theBuild>>
beforeAll(async () => {
  build = await theBuild()
}, 240_000)

test('PASSWORD_MAX_AGE_DAYS shuts an office, says why on every page, and opens it with a new password', async () => {
  const site = await openHouse({ build, db, search: postgresEngine(db), env: { PASSWORD_MAX_AGE_DAYS: 90 } })
  const old = 'Old locust tree 3'
  const { accountId } = await officer(db, 'handler')
  await db
    .update(account)
    .set({ passwordHash: await hashPassword(old), passwordSetAt: new Date(Date.now() - 91 * 86_400_000) })
    .where(eq(account.id, accountId))
  const cookie = `sid=${(await createSession(db, accountId, { provedAt: new Date() })).token}`
  const get = (path: string, lang = 'zh') =>
    ask(site, path, { headers: { cookie: `${cookie}; lang=${lang}` } })

  const shut = await get('/queue')
  expect(shut.status).toBe(403)
  expect(shut.text).toContain('您的密码已到更换期限')
  expect(shut.text).toContain('href="/account/password"')
  const page = await get('/account/password', 'en')
  expect(page.status).toBe(200)
  expect(page.text).toContain('must differ from the present one and mix three of')
  expect(page.text).not.toContain('Change it now')

  const change = (password: string) =>
    post(site, '/account/password', { current: old, password, again: password }, { cookie })
  const plain = await change('窗外有三棵老槐树')
  expect([plain.status, plain.text.includes('至少要有三类')]).toEqual([422, true])
  expect((await change(old)).status).toBe(422)
  expect((await change('New locust tree 4')).status).toBe(303)
  const open = await get('/queue')
  expect(open.status).toBe(200)
  expect(open.text).not.toContain('您的密码已到更换期限')
  await site.close()
})
