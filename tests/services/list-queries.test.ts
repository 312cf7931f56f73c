import { beforeAll, expect, it } from 'vitest'
import type { Person } from '#domain/shared/actor.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { listMyBids } from '#services/bids/show.ts'
import { listCatalog } from '#services/catalog/list.ts'
import type { Context } from '#services/context.ts'
import { showWorkspace } from '#services/home/workspace.ts'
import { listNotices } from '#services/notifications/list.ts'
import { listOffices } from '#services/officers/list.ts'
import { showPeople } from '#services/organizations/people.ts'
import { listPilots } from '#services/pilots/show.ts'
import { listProducts } from '#services/products/list.ts'
import { myProducts } from '#services/products/mine.ts'
import { listQueue } from '#services/queue/list.ts'
import { listClaims } from '#services/rewards/list.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { listMyScenarios } from '#services/scenarios/mine.ts'
import { listSolutions } from '#services/solutions/list.ts'
import { mySolutions } from '#services/solutions/mine.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noticedEntry } from '#tests/support/entries.ts'
import { colleagueOf, membershipOf, officer, submittedScenario } from '#tests/support/factories.ts'
import { publishedProduct, submittedProduct } from '#tests/support/products.ts'
import { publishedSolution } from '#tests/support/solutions.ts'
import { acceptedPilot, biddenScenario, type Cast, castOf, submittedClaim } from '#tests/support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
let cast: Cast
let administrator: Person

interface List {
  who: () => Person
  /** Reads the list; answers how many rows it holds. */
  rows: (reader: Context) => Promise<number>
}

const own = (person: Person) => membershipOf(person).organizationId
const demand = () => cast.demand
const firm = () => cast.firm
const handler = () => cast.handler
const matters = async (reader: Context) => {
  const { late, today, later } = await listQueue(reader, {})
  return late.length + today.length + later.length
}
const things = async (reader: Context) =>
  Object.values((await showWorkspace(reader)).items).reduce((sum, items) => sum + items.length, 0)

/** Every list that somebody signed in sees, as whoever sees most in it. */
const lists: Record<string, List> = {
  scenarios: { who: handler, rows: async reader => (await listScenarios(reader, {})).total },
  products: { who: handler, rows: async reader => (await listProducts(reader, {})).total },
  'my scenarios': { who: demand, rows: async reader => (await listMyScenarios(reader)).length },
  'my products': { who: firm, rows: async reader => (await myProducts(reader)).length },
  'my bids': { who: firm, rows: async reader => (await listMyBids(reader)).length },
  'pilots of a firm': { who: firm, rows: async reader => (await listPilots(reader)).length },
  'pilots at the bureau': { who: handler, rows: async reader => (await listPilots(reader)).length },
  'claims of a firm': { who: firm, rows: async reader => (await listClaims(reader, {})).total },
  'claims at the bureau': { who: handler, rows: async reader => (await listClaims(reader, {})).total },
  catalog: {
    who: handler,
    rows: async reader => (await listCatalog(reader, { page: 1, domain: null })).total,
  },
  solutions: { who: handler, rows: async reader => (await listSolutions(reader, {})).total },
  'my solutions': { who: firm, rows: async reader => (await mySolutions(reader)).own.length },
  queue: { who: handler, rows: matters },
  'workspace of the demand side': { who: demand, rows: things },
  'workspace of a firm': { who: firm, rows: things },
  notifications: { who: firm, rows: async reader => (await listNotices(reader, {})).notices.length },
  people: { who: demand, rows: async reader => (await showPeople(reader, own(cast.demand))).members.length },
  officers: { who: () => administrator, rows: async reader => (await listOffices(reader)).officers.length },
}

/** So many more of everything, each made by its verbs. */
async function more(times: number): Promise<void> {
  for (let nth = 0; nth < times; nth++) {
    await submittedScenario(ctx, { demand: cast.demand })
    await submittedProduct(ctx, { firm: cast.firm })
    await publishedProduct(ctx, cast)
    await publishedSolution(ctx, { ...cast, products: [cast.productId] })
    await biddenScenario(ctx, cast)
    await submittedClaim(ctx, { cast, pilotId: await acceptedPilot(ctx, cast) })
    await noticedEntry(ctx, cast)
    await colleagueOf(db, cast.demand)
    await officer(db, 'auditor')
  }
}

/** Statements and rows of each list, read by a person as their next request finds them. */
async function measured(): Promise<Record<string, { statements: number; rows: number }>> {
  const found: Record<string, { statements: number; rows: number }> = {}
  for (const [name, { who, rows }] of Object.entries(lists)) {
    const { actor } = await loadReader(db, { accountId: who().accountId, provedAt: new Date() })
    const before = queries.length
    const length = await rows(as(ctx, actor))
    found[name] = { statements: queries.length - before, rows: length }
  }
  return found
}

beforeAll(async () => {
  cast = await castOf(ctx)
  administrator = await officer(db, 'administrator')
}, 120_000)

it('no list asks more of the database for many rows than for few', async () => {
  await more(1)
  const few = await measured()
  await more(4)
  const many = await measured()
  const statements = (all: typeof few) =>
    Object.entries(all).map(([name, each]) => `${name} ${each.statements}`)
  for (const name of Object.keys(lists)) expect(many[name]?.rows, name).toBeGreaterThan(few[name]?.rows ?? 0)
  expect(statements(many)).toEqual(statements(few))
}, 300_000)
