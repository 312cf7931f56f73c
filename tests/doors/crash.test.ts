import { createServer, type Socket } from 'node:net'
import { and, eq, inArray, isNull, like, not } from 'drizzle-orm'
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
import { passDeadline, revOf } from '#tests/support/factories.ts'
import { biddenScenario, type Cast, castOf } from '#tests/support/trip.ts'
import { emptyFolder } from './hold.ts'
import { type RunningPlatform, startPlatform } from './platform.ts'

interface World {
  dataDir: string
  database: Connection
  platform: RunningPlatform
}

// The platform starts four times and each time comes back to a database that was written durably.
test('what was answered survives kill -9, three times on one trip', { timeout: 480_000 }, async () => {
  const dataDir = emptyFolder()
  const { database, cast, rival } = await prepared(dataDir)
  const world: World = { dataDir, database, platform: await startPlatform(dataDir) }
  await inTheStorm(world, cast.demand)
  const { id, bidId } = await biddenScenario(testContext({ db: database.db }), cast)
  await withTheDatabase(world, { id, rival })
  await amongTheMails(world, { id, bidId, demand: cast.demand })
})

/** Drafts are saved by the dozen when the platform dies: what was answered is there, and nothing is half there. */
async function inTheStorm(world: World, demand: Person): Promise<void> {
  const { database, platform } = world
  const token = await tokenOf(database, demand)
  const title = (n: number) => `夜间病区配送第 ${n + 1} 份草稿`
  const forms = Array.from({ length: 24 }, (_, n) => ({ formKey: v7(), intent: 'save', title: title(n) }))
  const answered: string[] = []
  let killing: Promise<void> | undefined
  await Promise.allSettled(
    forms.map(async form => {
      const answer = await platform.post('/scenarios/new', form, token)
      if (answer.status !== 303 || killing) return
      answered.push(form.formKey)
      if (answered.length === 5) killing = platform.kill()
    }),
  )
  expect(answered).toHaveLength(5)
  await killing

  world.platform = await startPlatform(world.dataDir)
  const ids = forms.map(form => brand<ScenarioId>(form.formKey))
  const kept = () => database.db.select().from(scenario).where(inArray(scenario.id, ids))
  const survivors = (await kept()).map(row => row.id)
  expect(survivors).toEqual(expect.arrayContaining(answered))
  for (const survivor of survivors)
    expect(await stepsOf(database, survivor)).toEqual({ history: ['draft'], audit: ['draft'] })

  // Whoever got no answer sends the form again, and so does one who did: one effect each.
  for (const form of forms)
    expect((await world.platform.post('/scenarios/new', form, token)).status).toBe(303)
  expect(await kept()).toHaveLength(forms.length)
}

/** A bid is sealed; in the moment of the answer platform and database server die together. */
async function withTheDatabase(world: World, { id, rival }: { id: ScenarioId; rival: Cast }): Promise<void> {
  const { database, platform, dataDir } = world
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
  const answer = await platform.post(`/scenarios/${id}/bids/new`, form, token)
  const killing = platform.kill()
  process.kill(readRunning(placeIn(dataDir))?.pid ?? 0, 'SIGKILL')
  await killing
  expect(answer.headers.get('location')).toBe(`/bids/${form.formKey}`)

  // A mail server that takes the call and then says nothing holds every mail in the middle of its sending.
  const silent = await silence()
  world.platform = await startPlatform(dataDir, { SMTP_URL: `smtp://127.0.0.1:${silent.port}` })
  const page = await (await world.platform.get(`/bids/${form.formKey}`, token)).text()
  const rows = await database.db.select().from(bid).where(eq(bid.scenarioId, id))
  const sealed = rows.find(row => row.id === form.formKey)
  expect(sealed).toMatchObject({ status: 'submitted' })
  expect(page).toContain(sealed?.receiptHash ?? 'a receipt')
  expect(await stepsOf(database, form.formKey)).toEqual({ history: ['submit'], audit: ['submit'] })
  await silent.called
}

/** A selection is made while mails hang; the platform dies, and after the next start every mail goes out once. */
async function amongTheMails(
  world: World,
  { id, bidId, demand }: { id: ScenarioId; bidId: string; demand: Person },
): Promise<void> {
  const { database, platform } = world
  const own = as(testContext({ db: database.db }), demand)
  await passDeadline(database.db, id)
  await openBids(own, { id, rev: await revOf(own, id), formKey: v7() })
  const [loser] = (await database.db.select().from(bid).where(eq(bid.scenarioId, id))).filter(
    each => each.id !== bidId,
  )
  const form = {
    formKey: v7(),
    rev: `${await revOf(own, id)}`,
    bidId,
    reason: '必须要求逐条响应，到货周期短，驻场安排明确。',
    'debriefs[0].bidId': loser?.id ?? '',
    'debriefs[0].reason': '未响应梯控对接的要求。',
    conflictFree: 'on',
  }
  const answer = await platform.post(`/scenarios/${id}/bids`, form, await tokenOf(database, demand))
  expect(answer.headers.get('location')).toBe(`/scenarios/${id}`)
  const inHand = async () =>
    (await database.sql`select 1 from graphile_worker.jobs where locked_by is not null`).length
  // A worker gives a silent mail server up after seconds and rests; the moment is one in which it holds a mail.
  await expect.poll(inHand, { timeout: 60_000 }).toBeGreaterThan(0)
  await platform.kill()
  expect(await inHand(), 'jobs in the hands of a dead worker').toBeGreaterThan(0)

  world.platform = await startPlatform(world.dataDir)
  const [born] = await database.db.select().from(pilot).where(eq(pilot.scenarioId, id))
  expect(born).toMatchObject({ status: 'agreed', bidId })
  expect((await stepsOf(database, id)).history).toContain('award')
  // What suits whom goes with the letter of the morning.
  const mailedAtOnce = not(like(notification.event, 'match.%'))
  const unmailed = () =>
    database.db
      .select()
      .from(notification)
      .where(and(mailedAtOnce, isNull(notification.mailedAt)))
  await expect.poll(unmailed, { timeout: 90_000 }).toEqual([])
  const notices = await database.db.select().from(notification).where(mailedAtOnce)
  const about = notices.map(notice => notice.objectId)
  expect(about).toEqual(expect.arrayContaining([bidId, loser?.id, born?.id]))
  expect(await database.db.select().from(mail)).toHaveLength(notices.length)
}

/** A database in this data directory with people in it, which the platform will find. */
async function prepared(dataDir: string): Promise<{ database: Connection; cast: Cast; rival: Cast }> {
  const embedded = await startEmbedded({ dataDir })
  await migrate(embedded.url)
  const filling = connect(embedded.url, { max: 4 })
  const ctx = testContext({ db: filling.db })
  const [cast, rival] = [await castOf(ctx), await castOf(ctx)]
  await filling.close()
  await embedded.stop()
  const database = connect(embedded.url, { max: 4 })
  onTestFinished(() => database.close())
  return { database, cast, rival }
}

const tokenOf = async ({ db }: Connection, person: Person) =>
  (await createSession(db, person.accountId)).token

/** What is on record of one object: each step of its history has its row in the audit. */
async function stepsOf({ db }: Connection, id: string) {
  const steps = await db.select().from(history).where(eq(history.objectId, id))
  const rows = await db.select().from(audit).where(eq(audit.objectId, id))
  return { history: steps.map(step => step.deed).sort(), audit: rows.map(row => row.deed).sort() }
}

/** A port that takes calls and never says a word. */
async function silence(): Promise<{ port: number; called: Promise<void> }> {
  const calls: Socket[] = []
  const server = createServer()
  const called = new Promise<void>(resolve => {
    server.on('connection', call => {
      calls.push(call.on('error', () => {}))
      resolve()
    })
  })
  onTestFinished(() => {
    server.close()
    for (const call of calls) call.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return { port: address && typeof address === 'object' ? address.port : 0, called }
}
