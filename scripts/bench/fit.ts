import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { v7 } from 'uuid'
import { criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import type { RequirementDraft } from '#domain/ontology/requirement.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { type AccountId, brand, type OrganizationId } from '#domain/shared/ids.ts'
import { openFileStore } from '#http/files.ts'
import { createLog } from '#http/log.ts'
import { startServer } from '#http/server.ts'
import { postgresEngine } from '#search/postgres.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { createSession } from '#services/accounts/session.ts'
import type { Context } from '#services/context.ts'
import { countFits } from '#services/matching/count-fits.ts'
import { shelfOf } from '#services/matching/shelf.ts'
import { draftScenario, editScenario } from '#services/scenarios/draft.ts'
import { openVault } from '#services/vault.ts'
import { type Connection, connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { findScenario } from '../../db/queries/scenarios.ts'
import { account, membership, organization } from '../../db/schema/index.ts'
import { publishMany } from './catalogue.ts'
import { type Bench, median } from './house.ts'

const few = 1_000
const many = 100_000
const budgetMs = 50
const ratioBudget = 1.3
const rounds = 60

/**
 * How many products would fit, at 100,000 published ones, and a step of writing a scenario (saving it and drawing its
 * page again) at 100,000 against 1,000.
 */
export const fitBench: Bench = async print => {
  const dataDir = join(tmpdir(), `robot-plus-bench-fit-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(embedded.url)
    const first = connect(embedded.url)
    const author = await newAuthor(first)
    await publishMany(first.db, { organizationId: author.organizationId, count: few })
    const small = await timedSteps(first, author)
    await first.close()
    // A connection of its own is a process of its own, as far as the shelf is concerned.
    const second = connect(embedded.url)
    await publishMany(second.db, { organizationId: author.organizationId, from: few, count: many - few })
    await second.sql`analyze`
    const isQuick = await timedCounts(second, author, print)
    const large = await timedSteps(second, author)
    await second.close()
    const ratio = (part: keyof Steps) => large[part] / small[part]
    for (const [part, what] of [
      ['save', 'saving a step'],
      ['page', 'its page again'],
    ] as const)
      print(
        what,
        `${small[part].toFixed(1)} ms at ${few}, ${large[part].toFixed(1)} ms at ${many} products: ${ratio(part).toFixed(2)}× (≤ ${ratioBudget})`,
      )
    // The page waits for the count, which may grow by its own budget; what is around it may not grow.
    const bare = (large.page - large.count) / (small.page - small.count)
    print('its page without the count', `${bare.toFixed(2)}× (≤ ${ratioBudget})`)
    return isQuick && ratio('save') <= ratioBudget && bare <= ratioBudget
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Author {
  organizationId: OrganizationId
  accountId: AccountId
}

async function newAuthor({ db }: Connection): Promise<Author> {
  const organizationId = brand<OrganizationId>(v7())
  const accountId = brand<AccountId>(v7())
  const uscc = '91110108000000999F'
  await db.insert(organization).values({
    ...{ id: organizationId, name: '北京示例医院', status: 'verified', source: 'platform', uscc },
    capabilities: ['publishScenarios'],
  })
  await db
    .insert(account)
    .values({ id: accountId, name: '编制人', email: 'bench@example.cn', passwordHash: 'no password fits' })
  await db.insert(membership).values({ accountId, organizationId, role: 'owner' })
  return { organizationId, accountId }
}

async function contextFor({ db }: Connection, { accountId }: Author): Promise<Context> {
  const actor: Actor = (await loadReader(db, { accountId, provedAt: new Date() })).actor
  const files = openFileStore({ DATA_DIR: tmpdir() })
  const rooms = { db, search: postgresEngine(db), vault: openVault('bench'), clock: databaseNow, files }
  return { actor, now: new Date(), ...rooms, requestId: 'bench' }
}

/** A must of each criterion in turn, somewhere in the lower part of its plausible range. */
function mustsOf(count: number): RequirementDraft[] {
  return criterionIds.slice(0, count).map(criterion => {
    const { kind, plausible, options = {} } = criterionOf(criterion)
    const [low, high] = plausible
    const size = low + (high - low) / 8
    const [option = ''] = Object.keys(options)
    const value = {
      number: size,
      boolean: true,
      choice: option,
      set: [option],
      range: { min: low, max: size },
    }
    return { criterion, necessity: 'must', value: value[kind] }
  })
}

const drafts: Record<string, { tasks: 'hospitalDelivery'[]; requirements: RequirementDraft[] }> = {
  'no task, no must': { tasks: [], requirements: [] },
  'a task, 3 musts': { tasks: ['hospitalDelivery'], requirements: mustsOf(3) },
  'a task, 10 musts': { tasks: ['hospitalDelivery'], requirements: mustsOf(10) },
  'no task, 30 musts': { tasks: [], requirements: mustsOf(30) },
}

const draftOf = (name: string) => ({
  ...{ title: '示例场景：住院药房到病区的配送', metrics: [], acceptsUnfinalised: false },
  ...(drafts[name] ?? { tasks: [], requirements: [] }),
})

type Print = Parameters<Bench>[0]

async function timedCounts(connection: Connection, author: Author, print: Print): Promise<boolean> {
  const ctx = await contextFor(connection, author)
  const before = heapNow()
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const began = performance.now()
  await shelfOf(connection.db).count({ tasks: [], requirements: [] }, 600_000)
  const built = performance.now() - began
  loop.disable()
  print(
    `reading ${many} products once`,
    `${(built / 1000).toFixed(1)} s in the background, at most ${(loop.max / 1e6).toFixed(0)} ms at a time (p99 ${(loop.percentile(99) / 1e6).toFixed(0)})`,
  )
  print('memory of the columns', `${((heapNow() - before) / 2 ** 20).toFixed(0)} MB`)
  let isQuick = true
  for (const name of Object.keys(drafts)) {
    const { id } = await draftScenario(ctx, { ...draftOf(name), formKey: v7() })
    const began = performance.now()
    await countFits(ctx, id)
    const first = performance.now() - began
    const times = await timed(rounds, () => countFits(ctx, id))
    const p95 = quantile(times, 0.95)
    isQuick &&= p95 <= budgetMs
    print(
      `fits: ${name}`,
      `p50 ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)} ms (≤ ${budgetMs}); asked for the first time ${first.toFixed(1)}`,
    )
  }
  return isQuick
}

interface Steps {
  save: number
  page: number
  count: number
}

/** Medians in milliseconds of saving a draft, of drawing its form's page, and of the count in it. */
async function timedSteps(connection: Connection, author: Author): Promise<Steps> {
  const ctx = await contextFor(connection, author)
  const { db, sql } = connection
  const name = 'a task, 10 musts'
  const { id } = await draftScenario(ctx, { ...draftOf(name), formKey: v7() })
  await shelfOf(db).count({ tasks: [], requirements: [] }, 600_000)
  const save = await timed(rounds, async () => {
    const found = await findScenario(db, id)
    const rev = found?.scenario.rev ?? 0
    await editScenario(ctx, { ...draftOf(name), title: `示例场景 ${rev}`, id, rev, formKey: v7() })
  })
  const count = await timed(rounds, () => countFits(ctx, id))
  const { token } = await createSession(db, author.accountId)
  const server = await startServer({
    env: { PORT: 0, HOST: '127.0.0.1', PUBLIC_ORIGIN: 'http://localhost', SECRET_KEY: 'k'.repeat(32) },
    ...{ db, sql, search: ctx.search, log: createLog({ level: 'silent' }), buildDir: 'build' },
  })
  try {
    const page = await timed(rounds, async () => {
      const answer = await fetch(`${server.url}/scenarios/${id}/edit`, {
        headers: { cookie: `sid=${token}` },
      })
      const html = await answer.text()
      if (answer.status !== 200 || !html.includes('fit__part'))
        throw new Error(`the page answered ${answer.status}`)
    })
    return { save: median(save), page: median(page), count: median(count) }
  } finally {
    await server.close()
  }
}

/** Milliseconds of each of `times` runs, after a few that only warm up. */
async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < 30; round++) await work()
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
    await sleep(1)
  }
  return taken
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What is in use once the garbage is gone, buffers included. */
function heapNow(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
