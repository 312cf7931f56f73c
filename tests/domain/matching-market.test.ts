import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { openMarket } from '#domain/matching/market.ts'
import type { ExplainedMatch, MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type MatchList, matchProducts, matchScenarios } from '#domain/matching/rank.ts'
import { type Hit, mostRest, type Scan } from '#domain/matching/scan.ts'
import { builtInWeights, type Weights } from '#domain/matching/weights.ts'
import { worldOf } from '#domain/matching/world.ts'
import { anyProduct, anyScenario, card, other, product, scenario } from '#tests/support/matching.ts'

const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e308, 12, 30)
/** Products as they come, those that say nothing and those that say nonsense among them. */
const anyOddProduct: fc.Arbitrary<MatchProduct> = fc.oneof(
  { weight: 3, arbitrary: anyProduct },
  fc.record({ base: anyProduct, a: odd, b: odd }).map(({ base, a, b }) => ({
    ...base,
    priceFromFen: a,
    specs: {
      ...base.specs,
      payloadKg: { value: b, grade: 'C' as const },
      temperatureC: { value: { min: a, max: b }, grade: 'C' as const },
      deliveryWeeks: { value: b, grade: 'C' as const },
    },
  })),
)
const anyOddScenario: fc.Arbitrary<MatchScenario> = fc.oneof(
  { weight: 3, arbitrary: anyScenario },
  fc.record({ base: anyScenario, a: odd, b: odd }).map(({ base, a, b }) => ({
    ...base,
    budgetFen: a,
    units: b,
    requirements: [
      ...base.requirements,
      { criterion: 'payloadKg' as const, necessity: 'must' as const, value: a },
      { criterion: 'temperatureC' as const, necessity: 'should' as const, value: { min: b, max: a } },
      { criterion: 'deliveryWeeks' as const, necessity: 'should' as const, value: b },
    ],
  })),
)
const weights: Weights = {
  ...builtInWeights,
  version: 7,
  demand: { ...builtInWeights.demand, text: 0.3, budget: 0, specs: 0.08 },
  supply: { ...builtInWeights.supply, responsiveness: 0.02, budget: 0.38 },
}

type Side = 'productId' | 'scenarioId'

/** The scan's lists are the judge's, and its counts are those of the judge's whole lists. */
function expectSame(scan: Scan, whole: MatchList, side: Side) {
  const same = (hits: readonly Hit[], matches: readonly ExplainedMatch[]) => {
    expect(hits.map(each => each.id)).toEqual(matches.slice(0, limit).map(each => each[side]))
    expect(hits.map(each => each.relevance)).toEqual(matches.slice(0, limit).map(each => each.relevance))
    for (const [at, hit] of hits.entries())
      for (const part of ['score', 'demand', 'supply'] as const)
        expect(hit[part]).toBeCloseTo(matches[at]?.[part] ?? -1, 11)
  }
  same(scan.main, whole.main)
  same(scan.near, whole.near)
  same(scan.rest, whole.rest)
  expect(scan.near.map(each => each.gap)).toEqual(whole.near.slice(0, limit).map(each => each.gap.relative))
  const counts = { main: whole.main.length, near: whole.near.length, rest: whole.rest.length }
  const ruledOut = whole.computed - counts.main - counts.near - counts.rest
  expect(scan.counts).toEqual({ computed: whole.computed, ...counts, ruledOut })
  const musts = whole.main.flatMap(each => each.demandRows).filter(row => row.necessity === 'must')
  expect(scan.unanswered).toBe(musts.filter(row => row.state === 'U').length)
}

const distinct = { selector: (each: { id: string }) => each.id }
const limit = 5
const wanted = { main: limit, near: limit, rest: limit }

describe('the column store is the judge', () => {
  test('all products against one scenario: the same lists in the same order with the same numbers', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyOddProduct, { ...distinct, maxLength: 25 }),
        anyOddScenario,
        fc.constantFrom(builtInWeights, weights),
        (products, need, by) => {
          const world = worldOf({ scenarios: [need], products }, ontologyConcepts, by)
          const scan = marketOf(products).scan(world, need, wanted)
          expectSame(scan, matchProducts(world, need, products, products.length), 'productId')
        },
      ),
      { numRuns: 100 },
    )
  })

  test('all scenarios against one product', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyOddScenario, { ...distinct, maxLength: 25 }),
        anyOddProduct,
        fc.constantFrom(builtInWeights, weights),
        (scenarios, offer, by) => {
          const world = worldOf({ scenarios, products: [offer] }, ontologyConcepts, by)
          const scan = callsOf(scenarios).scan(world, offer, wanted)
          expectSame(scan, matchScenarios(world, offer, scenarios, scenarios.length), 'scenarioId')
        },
      ),
      { numRuns: 100 },
    )
  })

  test('through coming, changing and going, and another basis', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyProduct, { ...distinct, minLength: 5, maxLength: 25 }),
        fc.array(fc.record({ at: fc.nat(24), next: fc.option(anyProduct) }), { maxLength: 15 }),
        anyScenario,
        (products, changes, need) => {
          const market = marketOf(products)
          const first = worldOf({ scenarios: [need], products }, ontologyConcepts)
          market.scan(first, need, wanted)
          const there = new Map(products.map(each => [each.id, each]))
          for (const { at, next } of changes) {
            const id = products[at]?.id
            if (id === undefined) continue
            if (next) {
              market.put({ ...next, id }, card)
              there.set(id, { ...next, id })
            } else {
              market.remove(id)
              there.delete(id)
            }
          }
          const left = [...there.values()]
          const second = worldOf({ scenarios: [need], products: left }, ontologyConcepts, weights)
          for (const world of [first, second])
            expectSame(
              market.scan(world, need, wanted),
              matchProducts(world, need, left, left.length),
              'productId',
            )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('ten thousand identical products: an order, and the same one every time', () => {
    const twins = Array.from({ length: 10_000 }, (_, at) => ({
      ...product,
      id: `p${String(at).padStart(5, '0')}`,
    }))
    const market = marketOf([...twins].reverse())
    const world = worldOf({ scenarios: [scenario], products: twins.slice(0, 20) }, ontologyConcepts)
    const scan = market.scan(world, scenario, { main: 50, near: 50 })
    expect(scan.main.map(each => each.id)).toEqual(twins.slice(0, 50).map(each => each.id))
    const heavy = {
      ...scenario,
      requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 130 } as const],
    }
    const misses = market.scan(world, heavy, { main: 50, near: 50 })
    expect(misses.counts).toEqual({ computed: 10_000, main: 0, near: 10_000, rest: 0, ruledOut: 0 })
    expect(misses.near.map(each => each.id)).toEqual(twins.slice(0, 50).map(each => each.id))
  })

  test('of very many that do not seem to fit there is a number and no names', () => {
    const market = marketOf(Array.from({ length: mostRest + 1 }, (_, at) => ({ ...other, id: `w${at}` })))
    const free = { ...scenario, requirements: [] }
    const world = worldOf({ scenarios: [free], products: [other] }, ontologyConcepts)
    expect(market.scan(world, free, wanted)).toMatchObject({ rest: [], counts: { rest: mostRest + 1 } })
    market.remove('w0')
    expect(market.scan(world, free, wanted).rest).toHaveLength(limit)
  })

  test('only those asked for are in the lists and in the counts', () => {
    const market = marketOf([product])
    market.put({ ...product, id: 'case' }, { ...card, reported: true })
    const world = worldOf({ scenarios: [scenario], products: [product] }, ontologyConcepts)
    const scan = market.scan(world, scenario, { main: 5, among: each => each.reported })
    expect(scan.main.map(each => each.id)).toEqual(['case'])
    expect(scan.counts.computed).toBe(1)
  })
})

function marketOf(products: readonly MatchProduct[]) {
  const market = openMarket()
  for (const each of products) market.put(each, card)
  return market
}

function callsOf(scenarios: readonly MatchScenario[]) {
  const calls = openCalls()
  for (const each of scenarios) calls.put(each, card)
  return calls
}
