import type { Db } from '#db/client.ts'
import {
  type MarketProduct,
  type MarketScenario,
  marketIdsOf,
  marketSince,
  productsOnMarket,
  scenariosOnMarket,
} from '#db/queries/shelf.ts'
import { noBasis } from '#domain/matching/basis.ts'
import { type Calls, openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { FitCount, FitNeed } from '#domain/matching/fits.ts'
import { type Market, openMarket } from '#domain/matching/market.ts'
import type { Card } from '#domain/matching/scan.ts'
import { type World, worldFrom } from '#domain/matching/world.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { inTime } from '../in-time.ts'
import { currentBasis, publicRows } from './basis.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'
import { openWarming } from './warming.ts'
import { currentWeights } from './weights.ts'

/** What is public in one database as this process holds it for matching: a shadow of rows, made at will. */
export interface Shelf {
  /** Everything as of this moment: what was committed before the call is in it. */
  stock(): Promise<Stock>
  /** The count as of this moment; null when the rows were not all read within `patienceMs`. Reading goes on. */
  count(need: FitNeed, patienceMs?: number): Promise<FitCount | null>
  /** Reads everything in the background, so that nobody has to wait for it later. */
  warm(onProblem: (error: unknown) => void): void
  /** Products read so far. */
  readonly size: number
}

export interface Stock {
  market: Market
  calls: Calls
  /** Under the weights in force and the newest basis. */
  world: World
  /** Counts the changes of what is on the market: the same number, the same market. */
  turn: number
}

/** Rows read at a time: small enough that other requests are answered in between. */
const chunk = 100
/** What a page waits for the first reading after the start. */
const patience = 400

/**
 * One for the process, not for the module: the site's build has a copy of this file of its own, beside the one of the
 * command that serves it and warms the shelf.
 */
const shelves: WeakMap<Db, Shelf> = shared('robot-plus.shelves', () => new WeakMap())

function shared<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(name)
  const known: T | undefined = Reflect.get(globalThis, key)
  if (known) return known
  const made = make()
  Reflect.set(globalThis, key, made)
  return made
}

/** The one shelf of this database in this process. */
// public: it holds what anybody may read, and says how many of it
export function shelfOf(db: Db): Shelf {
  const shelf = shelves.get(db) ?? openShelf(db)
  shelves.set(db, shelf)
  return shelf
}

function openShelf(db: Db): Shelf {
  let market = openMarket()
  let calls = openCalls()
  let seq: number | null = null
  let turn = 0
  /** The world of the newest basis and weights known; the same one as long as neither changes, for what was judged is remembered by it. */
  let world = worldFrom(noBasis, ontologyConcepts)
  const warming = openWarming()

  const put = ({
    products = [],
    scenarios = [],
  }: {
    products?: MarketProduct[]
    scenarios?: MarketScenario[]
  }) => {
    turn++
    for (const row of products) market.put(toMatchProduct(row), productCard(row))
    for (const row of scenarios) calls.put(answering(row, world), scenarioCard(row))
  }

  /** All of it, in chunks; what changes meanwhile is caught up afterwards, for the head is read first. */
  const readAll = async () => {
    const head = await marketSince(db, Number.MAX_SAFE_INTEGER)
    // A reading that failed half-way may hold what has gone since.
    market = openMarket()
    calls = openCalls()
    for await (const rows of publicRows(db)) put(rows)
    seq = head.seq
  }

  const follow = async (ids: { products: ProductId[]; scenarios: ScenarioId[] }) => {
    for (const some of slices(ids.products)) {
      const products = await productsOnMarket(db, some)
      const there = new Set(products.map(row => row.product.id))
      for (const id of some) if (!there.has(id)) market.remove(id)
      put({ products })
    }
    for (const some of slices(ids.scenarios)) {
      const scenarios = await scenariosOnMarket(db, some)
      const there = new Set(scenarios.map(row => row.scenario.id))
      for (const id of some) if (!there.has(id)) calls.remove(id)
      put({ scenarios })
    }
  }

  /** A version that was published since; the first one is made by whoever needs it. */
  const followBasis = async (newest: number) => {
    const isThere = newest > 0 || market.size + calls.size > 0
    if (!isThere || (newest > 0 && newest === world.basisVersion)) return
    world = worldFrom(await currentBasis(db), ontologyConcepts, world.weights)
    for (const { scenario, card } of [...calls.all()])
      calls.put({ ...scenario, responsiveness: world.responsiveness[card.organization] ?? null }, card)
    warming.begin(world, [market, calls])
  }

  const catchUp = async () => {
    if (seq === null) await readAll()
    const news = await marketSince(db, seq ?? 0)
    const moved = news.organizations.length > 0 ? await marketIdsOf(db, news.organizations) : null
    await follow({
      products: [...new Set([...news.products, ...(moved?.products ?? [])])],
      scenarios: [...new Set([...news.scenarios, ...(moved?.scenarios ?? [])])],
    })
    await followBasis(news.basis)
    if (news.weights > world.weights.version) world = { ...world, weights: await currentWeights(db) }
    seq = news.seq
  }

  const refresh = oneAtATime(catchUp)
  return {
    get size() {
      return market.size
    },
    warm(onProblem) {
      refresh().catch(onProblem)
    },
    async stock() {
      await refresh()
      return { market, calls, world, turn }
    },
    async count(need, patienceMs = patience) {
      const fresh = refresh().then(() => true)
      const isFresh = await (seq === null ? inTime(fresh, patienceMs) : fresh)
      return isFresh ? market.count(need) : null
    },
  }
}

/** Who comes while one is under way waits for the following one, whose statement is younger than the call. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = () => {
    running = work().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}

function* slices<T>(all: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < all.length; from += chunk) yield all.slice(from, from + chunk)
}

function answering(row: MarketScenario, { responsiveness }: World) {
  return { ...toMatchScenario(row), responsiveness: responsiveness[row.organization.id] ?? null }
}

function productCard({ product, version, organization }: MarketProduct): Card {
  return {
    ...{ version: version.id, organization: organization.id, reported: product.source === 'report' },
    ...{ listed: product.publishedAt?.getTime() ?? 0, until: null },
  }
}

/** A call without a deadline takes no bids. */
function scenarioCard({ scenario, organization }: MarketScenario): Card {
  const reported = scenario.source === 'report'
  return {
    ...{ version: String(scenario.rev), organization: organization.id, reported },
    ...{ listed: scenario.publishedAt?.getTime() ?? 0 },
    until: reported ? null : (scenario.bidDeadline?.getTime() ?? 0),
  }
}
