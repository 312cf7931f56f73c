import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { judge } from '#domain/matching/constraint.ts'
import type { FitCount } from '#domain/matching/fits.ts'
import { type Imported, importProducts, importScenarios } from '#domain/matching/import.ts'
import { openMarket } from '#domain/matching/market.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { worldOf } from '#domain/matching/world.ts'
import { robotCategoryIds } from '#domain/ontology/tasks.ts'
import { anyProduct, anyScenario, card, product, scenario, withSpecs } from '#tests/support/matching.ts'

/** The same numbers the slow way: the matcher's own list, and its own judge for each must of each product in it. */
function countedByMatcher(
  need: MatchScenario,
  products: readonly MatchProduct[],
  world = worldOf({ scenarios: [need], products }, ontologyConcepts),
): FitCount {
  const list = matchProducts(world, need, products, products.length)
  const free = matchProducts(world, { ...need, requirements: [] }, products, products.length)
  const working = new Set(free.main.map(each => each.productId))
  const near = new Set(list.near.map(each => each.productId))
  const musts = need.requirements.filter(each => each.necessity === 'must')
  const counted = musts.map(({ criterion, value }) => {
    const states = products
      .filter(each => working.has(each.id))
      .map(({ id, specs }) => ({ id, state: judge(criterion, value, specs[criterion]?.value).state }))
    const unmet = states.filter(each => each.state === 'F')
    const undisclosed = states.filter(each => each.state === 'U').length
    const alone = unmet.filter(each => near.has(each.id)).length
    return { criterion, need: value, unmet: unmet.length, alone, undisclosed }
  })
  const fits = list.main.filter(each => each.verdict === 'T').length
  const shown = { fits, open: list.main.length - fits, near: near.size }
  const ruledOut = working.size - list.main.length - near.size
  return { published: products.length, work: working.size, ...shown, ruledOut, musts: counted }
}

function items<T>(imported: Imported<T>): T[] {
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors[0]))
  return imported.items
}

function tableOf(products: readonly MatchProduct[]) {
  const table = openMarket()
  for (const each of products) table.put(each, card)
  return table
}

describe('how many would fit', () => {
  const weak = withSpecs({ payloadKg: { value: 50, grade: 'C' } }, { id: 'weak' })
  const silent = { ...product, id: 'silent', specs: {} }

  test('a must unmet is near, one undisclosed is open and neither met nor unmet', () => {
    expect(tableOf([product, weak, silent]).count(scenario)).toEqual({
      ...{ published: 3, work: 3, fits: 1, open: 1, near: 1, ruledOut: 0 },
      musts: [
        { criterion: 'payloadKg', need: 100, unmet: 1, alone: 1, undisclosed: 1 },
        { criterion: 'elevator', need: true, unmet: 0, alone: 0, undisclosed: 1 },
      ],
    })
  })

  test('a newer version takes the place of the older, and what is removed is gone', () => {
    const table = tableOf([weak, silent])
    table.put({ ...weak, specs: product.specs }, card)
    table.remove('silent')
    table.remove('never there')
    expect(table.count(scenario)).toMatchObject({ published: 1, work: 1, fits: 1, open: 0, near: 0 })
    table.put({ ...silent, id: 'next' }, card)
    expect(table.count(scenario)).toMatchObject({ published: 2, fits: 1, open: 1 })
  })

  test('nothing asked for rules nothing out', () => {
    const count = tableOf([product, weak]).count({ tasks: [], requirements: [] })
    expect(count).toEqual({ published: 2, work: 2, fits: 2, open: 0, near: 0, ruledOut: 0, musts: [] })
  })

  test('seventy thousand distinct values', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => i)
    const table = openMarket()
    for (const i of many)
      table.put({ ...product, id: `${i}`, specs: { payloadKg: { value: i / 100, grade: 'C' } } }, card)
    const requirements = [{ criterion: 'payloadKg', necessity: 'must', value: 600 }] as const
    expect(table.count({ tasks: [], requirements })).toMatchObject({ fits: 10_000, near: 60_000 })
  })
})

describe('the counts are the matcher’s', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../db/seed/data/${name}.json`, import.meta.url), 'utf8'))

  test('on the real scenarios and products, their shoulds taken as musts too', () => {
    // Likeness of texts takes most of the matcher's time and decides no verdict.
    const mute = <T extends { text: string }>(list: T[]) => list.map(each => ({ ...each, text: '' }))
    const products = mute(items(importProducts(read('products'))))
    const scenarios = mute(items(importScenarios(read('scenarios'))))
    const world = worldOf({ scenarios, products }, ontologyConcepts)
    const table = tableOf(products)
    let decided = 0
    let bare = 0
    for (const each of scenarios) {
      // Without requirements nothing but the work is decided: a few of them will do.
      if (each.requirements.length === 0 && bare++ % 20 > 0) continue
      const hard = each.requirements.map(one => ({ ...one, necessity: 'must' as const }))
      for (const need of [each, { ...each, requirements: hard }]) {
        const count = table.count(need)
        expect(count, each.id).toEqual(countedByMatcher(need, products, world))
        decided += count.near + count.ruledOut
      }
    }
    expect(decided).toBeGreaterThan(20)
  })

  test('on any products, in any order of coming, changing and going', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyProduct, { selector: each => each.id, maxLength: 30 }),
        fc.uniqueArray(anyProduct, { selector: each => each.id, maxLength: 10 }),
        anyScenario,
        fc.array(fc.nat(29), { maxLength: 10 }),
        (products, later, need, gone) => {
          const table = tableOf(products)
          const counter = table.counter()
          counter(need)
          const there = new Map(products.map(each => [each.id, each]))
          for (const at of gone) {
            const id = products[at]?.id ?? 'nobody'
            table.remove(id)
            there.delete(id)
          }
          for (const [at, each] of later.entries()) {
            const id = products[at]?.id ?? each.id
            table.put({ ...each, id }, card)
            there.set(id, { ...each, id })
          }
          expect(counter(need)).toEqual(countedByMatcher(need, [...there.values()]))
          expect(table.count(need)).toEqual(counter(need))
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('what the products of a kind state is what stands in them, whatever has come and gone', () => {
  const [kind] = robotCategoryIds
  fc.assert(
    fc.property(
      fc.uniqueArray(anyProduct, { selector: each => each.id, maxLength: 12 }),
      fc.array(fc.nat(11), { maxLength: 4 }),
      (products, gone) => {
        const table = openMarket()
        const there = new Map(products.map(each => [each.id, { ...each, category: kind }]))
        for (const each of there.values()) table.put(each, { ...card, organization: each.id })
        table.put({ ...product, id: 'of another kind', category: null }, card)
        for (const at of gone) {
          const id = products[at]?.id ?? ''
          table.remove(id)
          there.delete(id)
        }
        const stated = new Map<string, Set<unknown>>()
        for (const [criterion, list] of table.stated(kind))
          stated.set(criterion, new Set(list.map(({ firm, value }) => JSON.stringify([firm, value]))))
        const expected = new Map<string, Set<unknown>>()
        for (const { id, specs } of there.values())
          for (const [criterion, { value }] of Object.entries(specs))
            expected.set(criterion, (expected.get(criterion) ?? new Set()).add(JSON.stringify([id, value])))
        expect(stated).toEqual(expected)
      },
    ),
    { numRuns: 100 },
  )
})
