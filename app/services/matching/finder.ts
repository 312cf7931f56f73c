import {
  type MatchedProduct,
  type MatchedScenario,
  matchedProducts,
  matchedScenarios,
} from '#db/queries/match-rows.ts'
import { type Pairing, walkPairs } from '#domain/matching/all-pairs.ts'
import type { ExplainedMatch, Match, MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type MatchList, matchProducts, matchScenarios } from '#domain/matching/rank.ts'
import type { Card, Hit, Scan, Wanted } from '#domain/matching/scan.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { World } from '#domain/matching/world.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { withMeanings } from '../meaning/attach.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'
import { keptScan } from './kept-scans.ts'
import { type Stock, shelfOf } from './shelf.ts'
import { inTurns } from './turns.ts'

/** What was found, by which weights and by which basis. */
export interface Found extends MatchList {
  weights: Weights
  basisVersion: number
  /** How many there are of each list; the lists themselves are cut. */
  counts: Scan['counts']
  /** Musts among the main ones that no source answers. */
  unanswered: number
}

/** How many of each list are wanted: only `main` and `near` by default. */
export type Limits = Omit<Wanted, 'among'>

/** The best partners among what is published, with the scores that everybody sees. */
export interface Finder {
  productsFor(scenario: MatchScenario, limit?: number): Promise<Found>
  /** Of open calls and reported cases; a call whose deadline has passed helps no firm. */
  scenariosFor(product: MatchProduct, limit?: number): Promise<Found>
  /**
   * For every open call its best products, and then for every product its best open calls: scores only, under one
   * basis and one version of the weights, one process and minutes at most. Others have their turn in between.
   */
  allPairs(onProgress?: (done: number, of: number) => void): AsyncGenerator<Pairing>
}

// public: it holds what anybody may read
export function finderOf(ctx: Context): Finder {
  return {
    productsFor: (scenario, limit = 10) => findProducts(ctx, scenario, { main: limit, near: limit }),
    scenariosFor: (product, limit = 10) => findScenarios(ctx, product, { main: limit, near: limit }),
    async *allPairs(onProgress = () => {}) {
      const { market, calls, world } = await stockOf(ctx)
      const among = (card: Card) => !card.reported && isOpen(ctx)(card)
      yield* inTurns(walkPairs({ market, calls, world, among, onProgress }))
    },
  }
}

/** Everything public as it stands now, and the world by which the pages score it. */
// public: it holds what anybody may read
export async function stockOf({ db }: Pick<Context, 'db'>): Promise<Stock> {
  return shelfOf(db).stock()
}

/** The products found with their rows, for pages that show more of them than the match. */
export interface FoundProducts extends Found {
  records: ReadonlyMap<string, MatchedProduct>
  /** The scenario and the products as they were judged, and in which world. */
  world: World
  asked: MatchScenario
  seen: ReadonlyMap<string, MatchProduct>
}

/**
 * The scan says which products to look at; they are then read and judged as they stand, so that nothing is shown that is no
 * longer public, or by a version that is no longer the published one.
 */
// public: it holds what anybody may read
export async function findProducts(
  ctx: Context,
  scenario: MatchScenario,
  { order, stock: coming, ...wanted }: Wanted & { order?: Order; stock?: Promise<Stock> },
): Promise<FoundProducts> {
  const stock = await (coming ?? stockOf(ctx))
  const { market, calls, world } = stock
  const asked = {
    ...scenario,
    responsiveness: scenario.responsiveness ?? answering(calls.cardOf(scenario.id)),
  }
  const wide = further(ctx, order ? { ...wanted, main: Math.max(wanted.main ?? 0, orderedAmong) } : wanted)
  const { among, ...limits } = wide
  const work = () => ({ scan: market.scan(world, asked, wide) })
  const scan = among
    ? work().scan
    : keptScan(stock, market, { asked: { asked, limits }, now: ctx.now.getTime(), work })
  const { early, rows } = await readInOrder(ctx, scan, { order, wanted })
  const known = await withMeanings(ctx, { scenarios: [asked], products: rows.map(toMatchProduct) })
  const [own = asked] = known.scenarios
  const judged = matchProducts(world, own, known.products, rows.length)
  return {
    ...cut(
      { ...judged, main: placedBy(judged.main, early ?? (await order?.(judged.main))) },
      { scan, wanted },
    ),
    ...{ weights: world.weights, basisVersion: world.basisVersion },
    records: new Map(rows.map(row => [row.product.id, row])),
    ...{ world, asked: own, seen: new Map(known.products.map(each => [each.id, each])) },
  }

  function answering(card: Card | null): number | null {
    return card ? (world.responsiveness[card.organization] ?? null) : null
  }
}

/**
 * The rows that are shown, and, once the scan is enough to say it, in which order. Only what is shown is read; where
 * meanings are still to come they have a say in the order, and all are.
 */
async function readInOrder(
  ctx: Context,
  scan: Scan,
  { order, wanted }: { order: Order | undefined; wanted: Wanted },
): Promise<{ early: string[] | null; rows: MatchedProduct[] }> {
  const isEarly = order && !ctx.embedder
  const likely = isEarly ? scan.main.slice(0, wanted.main) : scan.main
  const [early, some] = await Promise.all([
    isEarly ? order(scan.main.map(scoredHit)).then(ids => ids.slice(0, wanted.main)) : null,
    matchedProducts(ctx.db, idsIn<ProductId>({ ...scan, main: likely })),
  ])
  // The order mostly shows the best; those that it brings up from below are read once it has said so.
  const best = new Set(likely.map(each => each.id))
  const up = (early ?? []).filter(each => !best.has(each)).map(each => brand<ProductId>(each))
  return { early, rows: [...some, ...(await matchedProducts(ctx.db, up))] }
}

/** Lays a list out, best first, in the order that is shown: by ids. */
export type Order = (
  list: readonly Pick<Match, 'productId' | 'score' | 'demand' | 'verdict' | 'relevance'>[],
) => Promise<readonly string[]>

/** So many of the best a rule of order has to choose from. */
const orderedAmong = 50

/** Of the main list no must is unmet; which of them are open an order does not ask. */
function scoredHit({ id, score, demand, relevance }: Hit) {
  return { productId: id, score, demand, relevance, verdict: 'U' as const }
}

/** In the order of these ids; what has come since stands behind them, by its score. */
function placedBy(main: ExplainedMatch[], ids: readonly string[] | undefined): ExplainedMatch[] {
  if (!ids) return main
  const place = new Map(ids.map((each, at) => [each, at]))
  const placeOf = ({ productId }: ExplainedMatch) => place.get(productId) ?? ids.length
  return [...main].sort((a, b) => placeOf(a) - placeOf(b))
}

/** The scenarios found with their rows. */
export interface FoundScenarios extends Found {
  records: ReadonlyMap<string, MatchedScenario>
  /** The product and the scenarios as they were judged, and in which world. */
  world: World
  asked: MatchProduct
  seen: ReadonlyMap<string, MatchScenario>
}

// public: it holds what anybody may read
export async function findScenarios(
  ctx: Context,
  product: MatchProduct,
  { stock: coming, ...wanted }: Limits & { stock?: Promise<Stock> },
): Promise<FoundScenarios> {
  const stock = await (coming ?? stockOf(ctx))
  const { calls, world } = stock
  const limits = further(ctx, wanted)
  const asked = { product, limits }
  const work = () => {
    let until = Number.POSITIVE_INFINITY
    const among = (card: Card) => {
      const open = isOpen(ctx)(card)
      if (open && card.until !== null) until = Math.min(until, card.until)
      return open
    }
    return { scan: calls.scan(world, product, { ...limits, among }), until }
  }
  const scan = keptScan(stock, calls, { asked, now: ctx.now.getTime(), work })
  const rows = await matchedScenarios(ctx.db, idsIn<ScenarioId>(scan))
  const known = await withMeanings(ctx, {
    scenarios: rows.map(row => ({
      ...toMatchScenario(row),
      responsiveness: world.responsiveness[row.organization.id] ?? null,
    })),
    products: [product],
  })
  const seen = known.scenarios
  const [own = product] = known.products
  return {
    ...cut(matchScenarios(world, own, seen, seen.length), { scan, wanted }),
    ...{ weights: world.weights, basisVersion: world.basisVersion },
    records: new Map(rows.map(row => [row.scenario.id, row])),
    ...{ world, asked: own, seen: new Map(seen.map(each => [each.id, each])) },
  }
}

/**
 * Where texts have meanings, so many of the best by their words are judged again with them. Reading the meanings of
 * everything would take a hundred times the memory of the store.
 */
const judgedAgain = 200

function further({ embedder }: Context, wanted: Wanted): Wanted {
  return embedder ? { ...wanted, main: Math.max(wanted.main ?? 0, judgedAgain) } : wanted
}

/** Reported cases are there to learn from; an open call takes bids until its deadline. */
export function isOpen({ now }: Pick<Context, 'now'>): (card: Card) => boolean {
  return card => card.until === null || card.until > now.getTime()
}

function idsIn<Id extends string>({ main, near, rest }: Scan): Id[] {
  return [...main, ...near, ...rest].map(each => each.id as Id)
}

/** The lists as they were judged last, no longer than wanted; the counts are the scan's. */
function cut(
  { main, near, rest }: MatchList,
  { scan, wanted }: { scan: Scan; wanted: Limits },
): MatchList & Pick<Found, 'counts' | 'unanswered'> {
  const { counts, unanswered } = scan
  return {
    ...{
      main: main.slice(0, wanted.main),
      near: near.slice(0, wanted.near),
      rest: rest.slice(0, wanted.rest ?? 0),
    },
    ...{ computed: counts.computed, counts, unanswered },
  }
}
