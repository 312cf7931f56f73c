import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromProduct, fromScenario } from '#domain/matching/adapters.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import { corpusOf, sharedWords } from '#domain/matching/text.ts'
import { worldOf } from '#domain/matching/world.ts'
import { tasksIn } from '#domain/ontology/recognise.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import { product, scenario, withSpecs, world } from '#tests/support/matching.ts'

const asking = (...requirements: Requirement[]): MatchScenario => ({ ...scenario, requirements })

describe('a call that contradicts itself', () => {
  test.each([
    [
      'a range whose end lies before its beginning',
      { criterion: 'temperatureC', value: { min: 40, max: -10 } },
    ],
    ['a size that is no number', { criterion: 'payloadKg', value: Number.NaN }],
    ['a size without end', { criterion: 'payloadKg', value: Number.POSITIVE_INFINITY }],
    ['a minimum above its maximum', { criterion: 'massKg', value: { min: 90, max: 10 } }],
  ] as const)('%s is held against nobody, and said', (_, need) => {
    const told = withSpecs({
      temperatureC: { value: { min: -20, max: 50 }, grade: 'B' },
      massKg: { value: 60, grade: 'B' },
    })
    const [only] = matchProducts(world, asking({ ...need, necessity: 'must' }), [told]).main
    expect(only?.verdict).toBe('U')
    expect(only?.demandRows.find(row => row.subject === need.criterion)).toMatchObject({ state: 'U' })
    expect(only?.risks[0]).toMatchObject({
      key: 'match.risk.contradiction',
      params: { criterion: need.criterion },
      needField: 'requirements.0',
    })
  })

  test('two musts that no product can both meet: none is suggested as meeting them, and both lists say why', () => {
    const both = asking(
      { criterion: 'medicalDeviceClass', necessity: 'must', value: 'II' },
      { criterion: 'medicalDeviceClass', necessity: 'must', value: 'III' },
    )
    const told = withSpecs({ medicalDeviceClass: { value: 'II', grade: 'B' } })
    const list = matchProducts(world, both, [told, { ...product, id: 'silent' }])
    expect(list.main.map(each => each.productId)).toEqual(['silent'])
    expect(list.near.map(each => each.productId)).toEqual(['p1'])
    for (const each of [...list.main, ...list.near])
      expect(each.risks.map(risk => risk.key)).toEqual([
        'match.risk.contradiction',
        'match.risk.contradiction',
      ])
  })

  test('the same need asked twice weighs no more than once; the harder of two sizes decides', () => {
    const need = { criterion: 'payloadKg', necessity: 'must', value: 100 } as const
    const noise = { criterion: 'noiseDbA', necessity: 'must', value: 60 } as const
    const [once, twice] = [asking(need, noise), asking(need, noise, need)]
    expect(matchPair(world, twice, product).score).toBeCloseTo(matchPair(world, once, product).score, 12)
    const harder = asking(need, { ...need, value: 150 })
    expect(matchPair(world, harder, product).verdict).toBe('F')
    expect(matchPair(world, harder, withSpecs({ payloadKg: { value: 200, grade: 'C' } })).verdict).toBe('T')
  })
})

describe('nothing to go by', () => {
  const silentCall: MatchScenario = { ...fromScenario('s', {}), title: '', text: '' }
  const silentProduct: MatchProduct = { ...fromProduct('p', {}), name: '', text: '' }

  test('a call with every field unknown scores all products 0, in the order of their ids, and says so', () => {
    const list = matchProducts(world, silentCall, [
      { ...product, id: 'b' },
      silentProduct,
      { ...product, id: 'a' },
    ])
    expect(list.main.map(each => [each.productId, each.score])).toEqual([
      ['a', 0],
      ['b', 0],
      ['p', 0],
    ])
    for (const each of list.main) expect(each.risks[0]?.key).toBe('match.risk.nothingAsked')
  })

  test('a product with every field unknown stays in, behind what is known to fit, and says so', () => {
    const { main } = matchProducts(world, scenario, [silentProduct, product])
    expect(main.map(each => each.productId)).toEqual(['p1', 'p'])
    expect(main[1]).toMatchObject({ verdict: 'U', reasons: [] })
    expect(main[1]?.risks[0]?.key).toBe('match.risk.nothingKnown')
  })
})

test('ten thousand identical products: the first by id, soon', () => {
  const many = Array.from({ length: 10_000 }, (_, nth) => ({
    ...product,
    id: String(9_999 - nth).padStart(5, '0'),
  }))
  const weak = many.slice(-2_000).map(each => ({
    ...each,
    specs: { ...each.specs, payloadKg: { value: 50, grade: 'C' as const } },
  }))
  const crowd = worldOf({ scenarios: [scenario], products: many }, ontologyConcepts)
  const { main, computed } = matchProducts(crowd, scenario, many)
  expect(computed).toBe(10_000)
  expect(main.map(each => each.productId)).toEqual(
    Array.from({ length: 10 }, (_, nth) => String(nth).padStart(5, '0')),
  )
  expect(new Set(main.map(each => each.score)).size).toBe(1)
  const { near } = matchProducts(crowd, scenario, weak)
  expect(near.map(each => each.productId)).toEqual(main.map(each => each.productId))
})

describe('odd values anywhere', () => {
  const odd = fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    0,
    -1,
    1e308,
    5e-324,
  )
  const oddText = fc.constantFrom(
    '\ud800',
    '\udfff药品',
    '\u0000',
    '𠮷𠮷',
    '　',
    'ﷺ',
    'a'.repeat(5_000),
    '药品'.repeat(5_000),
  )

  test('a score is a number from 0 to 1, and its shares are too', () => {
    fc.assert(
      fc.property(odd, odd, odd, oddText, oddText, (a, b, c, text, name) => {
        const strange: MatchScenario = {
          ...scenario,
          text,
          tasks: [
            { task: 'hospitalDelivery', weight: a },
            { task: 'welding', weight: b },
          ],
          requirements: [
            { criterion: 'payloadKg', necessity: 'must', value: c },
            { criterion: 'temperatureC', necessity: 'should', value: { min: a, max: b } },
            { criterion: 'deliveryWeeks', necessity: 'must', value: b },
          ],
          budgetFen: a,
          units: b,
          responsiveness: c,
          region: text,
        }
        const odder: MatchProduct = {
          ...product,
          name,
          text: name,
          tasks: [{ task: 'welding', weight: c }],
          specs: {
            payloadKg: { value: a, grade: 'C' },
            temperatureC: { value: { min: c, max: a }, grade: 'C' },
            deliveryWeeks: { value: c, grade: 'C' },
          },
          priceFromFen: b,
          priceToFen: c,
          regions: name,
        }
        const { main, near, rest } = matchProducts(world, strange, [odder])
        for (const each of [...main, ...near, ...rest]) {
          const shares = [...each.demandRows, ...each.supplyRows].flatMap(row => [
            row.g,
            row.weight,
            row.contribution,
          ])
          for (const value of [each.score, each.demand, each.supply, ...shares]) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
          }
        }
      }),
    )
  })

  test('a task whose weight is no positive number says nothing: neither asked for nor offered', () => {
    for (const weight of [Number.NaN, Number.POSITIVE_INFINITY, -0, 0, -1]) {
      const unsaid = { ...scenario, tasks: [{ task: 'welding' as const, weight }] }
      expect(matchPair(world, unsaid, product).demandRows.map(row => row.subject)).not.toContain('task')
      expect(matchPair(world, unsaid, product).relevance).toBe('U')
    }
  })

  test('a text of a million characters costs no more than one of fifty thousand', () => {
    const endless = '可乘电梯的药品配送 delivery '.repeat(50_000)
    const corpus = corpusOf([endless, scenario.text], ontologyConcepts)
    expect(corpus.likeness(endless, scenario.text)).toBeGreaterThan(0)
    expect(sharedWords(endless, endless).length).toBeGreaterThan(0)
    expect(tasksIn({ headline: '\ud800', body: '\udc00药品配送' })[0]?.task).toBe('hospitalDelivery')
  })
})
