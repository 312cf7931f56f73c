import { v7 } from 'uuid'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ProductDraft } from '#domain/products/product.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type {
  AccountId,
  EntryId,
  OrganizationId,
  ProductId,
  ScenarioId,
  SolutionId,
} from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { createSession, readSession } from '#services/accounts/session.ts'
import { listCatalog } from '#services/catalog/list.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { showHome } from '#services/home/home.ts'
import { matchesForProduct } from '#services/matching/for-product.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { enrolOrganization } from '#services/organizations/enrol.ts'
import { listProducts } from '#services/products/list.ts'
import { reportProduct } from '#services/products/report.ts'
import { showProduct } from '#services/products/show.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { reportScenario } from '#services/scenarios/report.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { find } from '#services/search/find.ts'
import { showSolution } from '#services/solutions/show.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { copyEntry, publishedEntry } from '#tests/support/entries.ts'
import { publishedScenario } from '#tests/support/factories.ts'
import { searchFor } from '#tests/support/searches.ts'
import { publishedSolution } from '#tests/support/solutions.ts'
import { type Cast, castOf } from '#tests/support/trip.ts'

/** What a request asks of the database before its verb: the session, and the person with everything of theirs. */
const signedIn = 2
const listBudget = 4
const detailBudget = 6

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
let cast: Cast
let organizationId: OrganizationId
let scenarioId: ScenarioId
let productId: ProductId
let entryId: EntryId
let solutionId: SolutionId

/** How many statements `work` sends. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const before = queries.length
  await work()
  return queries.length - before
}

const system: Context = { ...ctx, actor: { kind: 'system', name: '测试' } }

/** So many reported cases more, as the seeds make them. */
async function reports(times: number): Promise<void> {
  const scenario = ScenarioDraft.parse({
    title: '楼宇巡检',
    domain: 'healthcare',
    tasks: [],
    requirements: [],
    metrics: [],
  })
  const product = ProductDraft.parse({
    name: '巡检机器人',
    domains: ['healthcare'],
    tasks: [],
    specs: {},
    commercialForms: [],
  })
  for (let nth = 0; nth < times; nth++) {
    await reportScenario(system, { organizationId, content: scenario, sourceUrl: null, sourceYear: 2025 })
    await reportProduct(system, { organizationId, content: product, sourceUrl: null })
  }
}

beforeAll(async () => {
  cast = await castOf(ctx)
  productId = cast.productId
  entryId = await publishedEntry(ctx, cast)
  solutionId = (await publishedSolution(ctx, { ...cast, products: [productId] })).id
  scenarioId = (await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })).id
  const named = { name: '报道里的单位', uscc: null, district: null, region: null, source: 'report' as const }
  organizationId = await enrolOrganization(system, { ...named, status: 'registered', capabilities: [] })
}, 120_000)

const lists: Record<string, (reader: Context) => Promise<unknown>> = {
  scenarios: reader => listScenarios(reader, {}),
  products: reader => listProducts(reader, {}),
  catalog: reader => listCatalog(reader, { page: 1, domain: null }),
}

describe('the queries of a list', () => {
  const few: Record<string, number> = {}

  it('are at most four, the reader included, with 20 rows', async () => {
    await reports(20)
    await copyEntry(db, entryId, 20)
    for (const [name, list] of Object.entries(lists)) few[name] = await asked(() => list(as(ctx, cast.firm)))
    for (const [name, count] of Object.entries(few))
      expect(count + signedIn, name).toBeLessThanOrEqual(listBudget)
  }, 120_000)

  it('are as many with 200 rows', async () => {
    await reports(180)
    await copyEntry(db, entryId, 180)
    const many: Record<string, number> = {}
    for (const [name, list] of Object.entries(lists)) many[name] = await asked(() => list(as(ctx, cast.firm)))
    expect(many).toEqual(few)
  }, 120_000)
})

describe('the queries of one object', () => {
  const details: Record<string, (reader: Context) => Promise<unknown>> = {
    scenario: reader => showScenario(reader, scenarioId),
    product: reader => showProduct(reader, { id: productId }),
    entry: reader => showEntry(reader, entryId),
    solution: reader => showSolution(reader, { id: solutionId }),
  }
  const readers = () => [cast.demand, cast.firm, cast.handler]

  it.each([
    ['scenario', () => matchesForScenario(ctx, { id: scenarioId })],
    ['product', () => matchesForProduct(ctx, { id: productId })],
  ] as const)('and of its matches five: %s', async (_, matches) => {
    // What this process holds of the market is read once.
    await matches()
    expect(await asked(matches)).toBeLessThanOrEqual(5)
  })

  for (const [name, show] of Object.entries(details)) {
    it(`are at most six, the reader included: ${name}`, async () => {
      for (const reader of readers()) {
        const count = await asked(() => show(as(ctx, reader)))
        expect(count + signedIn, reader.name).toBeLessThanOrEqual(detailBudget)
      }
    })
  }
})

describe('the queries of the home page and the search', () => {
  it('do not grow with what there is', async () => {
    await showHome(ctx)
    expect(await asked(() => showHome(ctx))).toBeLessThanOrEqual(listBudget)
    expect(await asked(() => find(ctx, searchFor('巡检', { index: 'scenarios' })))).toBeLessThanOrEqual(
      listBudget,
    )
  })
})

describe('the queries that tell who asks', () => {
  it('are two: the session, and the person with memberships, offices and unread notices', async () => {
    const { accountId } = cast.handler
    const { token } = await createSession(db, accountId)
    const count = await asked(async () => {
      const session = await readSession(db, token)
      await loadReader(db, session ?? { accountId: brand<AccountId>(v7()), provedAt: null })
    })
    expect(count).toBe(signedIn)
    const { actor, unread } = await loadReader(db, { accountId, provedAt: new Date() })
    expect(actor).toMatchObject({ kind: 'person', offices: [{ role: 'handler', district: null }] })
    expect(unread).toBeGreaterThan(0)
  })
})

afterEach(() => {
  queries.length = 0
})
