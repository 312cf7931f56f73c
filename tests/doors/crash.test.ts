import { createServer, type Server } from 'node:net'
import { eq, inArray, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { type Connection, connect } from '#db/client.ts'
import { placeIn } from '#db/embedded/place.ts'
import { readRunning } from '#db/embedded/server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { audit, bid, history, mail, notification, pilot, scenario } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { brand, type ScenarioId } from '#domain/shared/ids.ts'
import { createSession } from '#services/accounts/session.ts'
import { openBids } from '#services/bids/open.ts'
import { as, testContext } from '#tests/support/context.ts'
import { hospital, passDeadline, revOf } from '#tests/support/factories.ts'
import { biddenScenario, castOf } from '#tests/support/trip.ts'
import { emptyFolder } from './hold.ts'
import { startPlatform } from './platform.ts'

// What was answered is there after kill -9: the row, its history, its audit and the mail it causes.

interface World {
  dataDir: string
  database: Connection
}

/** A durable database of its own with people in it, which the platform will find in its data directory. */
async function prepared<T>(fill: (db: Connection['db']) => Promise<T>): Promise<World & { cast: T }> {
  const dataDir = emptyFolder()
  const embedded = await startEmbedded({ dataDir })
  await migrate(embedded.url)
  const database = connect(embedded.url, { max: 4 })
  const cast = await fill(database.db)
  await database.close()
  await embedded.stop()
  const later = connect(embedded.url, { max: 4 })
  onTestFinished(() => later.close())
  return { dataDir, database: later, cast }
}

const tokenOf = async ({ db }: Connection, person: Person) =>
  (await createSession(db, person.accountId)).token

/** The record of one object: each step of its history has its row in the audit. */
async function stepsOf({ db }: Connection, id: string) {
  const [steps, rows] = [
    await db.select().from(history).where(eq(history.objectId, id)),
    await db.select().from(audit).where(eq(audit.objectId, id)),
  ]
  return { history: steps.map(step => step.deed).sort(), audit: rows.map(row => row.deed).sort() }
}

const draftForm = (formKey: string, title: string) => ({
  formKey,
  intent: 'save',
  title,
  domain: 'healthcare',
})

test('drafts that were answered in the middle of a storm of them are all there, and none is half there', async () => {
  const { dataDir, database, cast: demand } = await prepared(db => hospital(db))
  const first = await startPlatform(dataDir)
  const token = await tokenOf(database, demand)
  const forms = Array.from({ length: 24 }, (_, n) => draftForm(v7(), `夜间病区配送第 ${n + 1} 份草稿`))
  const answered: string[] = []
  let killing: Promise<void> | undefined
  await Promise.allSettled(
    forms.map(async form => {
      const answer = await first.post('/scenarios/new', form, token)
      if (answer.status !== 303 || killing) return
      answered.push(form.formKey)
      if (answered.length === 5) killing = first.kill()
    }),
  )
  expect(answered).toHaveLength(5)
  await killing

  const second = await startPlatform(dataDir)
  const ids = forms.map(form => brand<ScenarioId>(form.formKey))
  const kept = await database.db.select().from(scenario).where(inArray(scenario.id, ids))
  expect(kept.map(row => row.id)).toEqual(expect.arrayContaining(answered))
  for (const { id } of kept)
    expect(await stepsOf(database, id)).toEqual({ history: ['draft'], audit: ['draft'] })

  // The browser that got no answer sends its form again, and so does the one that did: one effect each.
  for (const form of forms) expect((await second.post('/scenarios/new', form, token)).status).toBe(303)
  expect(await database.db.select().from(scenario).where(inArray(scenario.id, ids))).toHaveLength(
    forms.length,
  )
  expect(await (await second.get(`/scenarios/${answered[0]}`, token)).text()).toContain('夜间病区配送')
})

test('a sealed bid survives the death of platform and database server in one moment', async () => {
  const { dataDir, database, cast } = await prepared(async db => {
    const ctx = testContext({ db })
    const people = await castOf(ctx)
    const { id } = await biddenScenario(ctx, people)
    const rival = await castOf(ctx)
    return { id, rival }
  })
  const first = await startPlatform(dataDir)
  const { rival, id } = cast
  const token = await tokenOf(database, rival.firm)
  const form = {
    formKey: v7(),
    productId: rival.productId,
    priceFen: '46',
    commercialForm: 'rental',
    deliveryWeeks: '5',
    approach: '一周勘测，两周联调，按楼层逐步上线，夜间巡检，专人驻场四周。',
    support: '驻场两人，备机一台。',
    affirmed: 'on',
  }
  const answer = await first.post(`/scenarios/${id}/bids/new`, form, token)
  const server = readRunning(placeIn(dataDir))
  const killed = first.kill()
  process.kill(server?.pid ?? 0, 'SIGKILL')
  await killed
  expect(answer.headers.get('location')).toBe(`/bids/${form.formKey}`)

  const second = await startPlatform(dataDir)
  const page = await (await second.get(`/bids/${form.formKey}`, token)).text()
  const [row] = await database.db
    .select()
    .from(bid)
    .where(eq(bid.scenarioId, id))
    .orderBy(bid.submittedAt)
    .offset(1)
  expect(row).toMatchObject({ id: form.formKey, status: 'submitted' })
  expect(page).toContain(row?.receiptHash ?? 'no receipt')
  expect(await stepsOf(database, form.formKey)).toEqual({ history: ['submit'], audit: ['submit'] })
  await expectMailed(database, form.formKey)
})

test('a selection whose mails were cut off in the sending is whole, and its mails go out after the next start', async () => {
  const { dataDir, database, cast } = await prepared(async db => {
    const ctx = testContext({ db })
    const people = await castOf(ctx)
    const { id, bidId } = await biddenScenario(ctx, people)
    await passDeadline(db, id)
    const own = as(ctx, people.demand)
    await openBids(own, { id, rev: await revOf(own, id), formKey: v7() })
    return { id, bidId, demand: people.demand, rev: await revOf(own, id) }
  })
  // A mail server that takes the call and then says nothing holds every mail job in the middle of its work.
  const silent = await listening()
  const first = await startPlatform(dataDir, { SMTP_URL: `smtp://127.0.0.1:${silent.port}` })
  const { id, bidId, rev } = cast
  const token = await tokenOf(database, cast.demand)
  const form = {
    ...{ formKey: v7(), rev: `${rev}`, bidId, conflictFree: 'on' },
    reason: '必须要求逐条响应，到货周期短，驻场安排明确。',
  }
  const answer = await first.post(`/scenarios/${id}/bids`, form, token)
  await silent.called
  await first.kill()
  expect(answer.headers.get('location')).toBe(`/scenarios/${id}`)
  const waiting = await database.db.select().from(notification).where(isNull(notification.mailedAt))
  expect(waiting.length).toBeGreaterThan(0)

  await startPlatform(dataDir)
  const [born] = await database.db.select().from(pilot).where(eq(pilot.scenarioId, id))
  expect(born).toMatchObject({ status: 'agreed', bidId })
  expect((await stepsOf(database, id)).history).toContain('award')
  await expectMailed(database, bidId)
  await expectMailed(database, born?.id ?? '')
})

/** The object's people were told, and every notice there is was mailed, each once. */
async function expectMailed({ db }: Connection, objectId: string): Promise<void> {
  const unmailed = () => db.select().from(notification).where(isNull(notification.mailedAt))
  await expect.poll(unmailed, { timeout: 15_000 }).toEqual([])
  const notices = await db.select().from(notification)
  expect(notices.filter(notice => notice.objectId === objectId)).not.toEqual([])
  expect(await db.select().from(mail)).toHaveLength(notices.length)
}

async function listening(): Promise<{ port: number; called: Promise<void> }> {
  const sockets: { destroy(): void }[] = []
  let server: Server | undefined
  const called = new Promise<void>(resolve => {
    server = createServer(socket => {
      sockets.push(socket.on('error', () => {}))
      resolve()
    })
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server?.close()
  })
  const address = server?.address()
  return { port: address && typeof address === 'object' ? address.port : 0, called }
}
