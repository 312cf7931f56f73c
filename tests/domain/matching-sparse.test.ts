import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { type Imported, importProducts, importScenarios } from '#domain/matching/import.ts'
import { matchPair } from '#domain/matching/score.ts'
import { groupsIn, judgedBy, pairsIn } from '#domain/matching/trial.ts'
import { worldOf } from '#domain/matching/world.ts'

function only<T>(imported: Imported<T>): T {
  const [item] = imported.ok ? imported.items : []
  if (!item) throw new Error(JSON.stringify(imported))
  return item
}

const specsOf = (specs: unknown) => only(importProducts([{ id: 'p', description: '', specs }])).specs

describe('a value of a foreign file', () => {
  test.each([
    [{ payload_kg: 50 }, 'payloadKg', 50],
    [{ payload_kg: '50' }, 'payloadKg', 50],
    [{ payload_kg: '50kg' }, 'payloadKg', 50],
    [{ payload_kg: '５０ 公斤' }, 'payloadKg', 50],
    [{ payload_kg: '≥ 100' }, 'payloadKg', 100],
    [{ payload_kg: '1,200' }, 'payloadKg', 1200],
    [{ payload_kg: '0.1t' }, 'payloadKg', 100],
    [{ payload_g: '500' }, 'payloadKg', 0.5],
    [{ payload_kg: { value: 2, unit: 't' } }, 'payloadKg', 2000],
    [{ payload_kg: [30, 100] }, 'payloadKg', { min: 30, max: 100 }],
    [{ payload_kg: '30-100' }, 'payloadKg', { min: 30, max: 100 }],
    [{ payload_kg: { min: '30', max: 100 } }, 'payloadKg', { min: 30, max: 100 }],
    [{ height_m: '1.25' }, 'heightMm', 1250],
    [{ height_m: '125 cm' }, 'heightMm', 1250],
    [{ max_speed_mps: '1.2 m/s' }, 'maxSpeedMps', 1.2],
    [{ elevator: 'yes' }, 'elevator', true],
    [{ elevator: '是' }, 'elevator', true],
    [{ elevator: false }, 'elevator', false],
    [{ ip: 'ip 54' }, 'ipCode', 'IP54'],
  ])('%j is read as %s', (given, criterion, value) => {
    expect(specsOf(given)).toEqual({ [criterion]: { value, grade: 'D' } })
  })

  test.each([
    [{ payload_kg: null }],
    [{ payload_kg: '很重' }],
    [{ payload_kg: '50 bananas' }],
    [{ payload_kg: [100, 30] }],
    [{ payload_kg: [null, 30] }],
    [{ payload_kg: [1, 2, 3] }],
    [{ payload_kg: { value: 3, unit: 'parsec' } }],
    [{ payload_kg: { value: null, unit: 'kg' } }],
    [{ payload_kg: -5 }],
    [{ payload_kg: 1e300 }],
    [{ payload_kg: true }],
    [{ elevator: 1 }],
    [{ elevator: 'maybe' }],
    [{ ip: 'IP99' }],
    [{ constructor: 5, __proto__: { payload_kg: 3 } }],
    [[1, 2]],
    ['payload_kg: 50'],
    [null],
  ])('%j stays unknown', given => {
    expect(specsOf(given)).toEqual({})
  })

  test('texts, labels and amounts in other shapes say the same', () => {
    const plain = {
      id: '7',
      title_zh: '病区送药',
      domain: '智慧医疗',
      requirements: { budget_cny: 500_000, units: 2 },
    }
    const other = {
      id: 7,
      title_zh: ['病区送药'],
      domain: '医疗健康',
      requirements: { budget_cny: '50万元', units: '2' },
      surprise: { deep: [null] },
      region: null,
    }
    expect(only(importScenarios([other]))).toEqual(only(importScenarios([plain])))
    const robot = { id: 'p', name: 'x', category: '医院配送机器人', domains: ['智慧医疗'], description: 'y' }
    expect(only(importProducts([{ ...robot, domains: '智慧医疗、不知道' }]))).toEqual(
      only(importProducts([robot])),
    )
    expect(only(importProducts([{ ...robot, domains: null, specs: undefined, vendor: 3 }])).domains).toEqual(
      [],
    )
  })

  test('a title alone, in whatever key, is enough; an id is not optional', () => {
    expect(only(importScenarios([{ id: 's', title: '病区送药', description: null }])).tasks[0]?.task).toBe(
      'hospitalDelivery',
    )
    expect(importScenarios([{ title_zh: '病区送药' }])).toMatchObject({
      ok: false,
      errors: [{ path: 'scenarios[0].id' }],
    })
  })
})

describe('the real files, damaged', () => {
  const read = (name: string): Record<string, unknown>[] =>
    JSON.parse(readFileSync(new URL(`../../db/seed/data/${name}.json`, import.meta.url), 'utf8'))
  const [scenarios, products] = [read('scenarios'), read('products')]
  const damage = fc.oneof(
    fc.constantFrom(null, undefined, '', 0, -1, true, 'unknown', '未披露', [], {}, [null], '50kg', {
      zh: '送药',
      en: 'x',
    }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const change = fc.record({ at: fc.nat(), key: fc.nat(), inner: fc.boolean(), value: damage })

  /** One field of one record, or one fact in it, replaced; ids stay. */
  function damaged(
    records: Record<string, unknown>[],
    changes: { at: number; key: number; inner: boolean; value: unknown }[],
  ) {
    const copies = records.map(each => structuredClone(each))
    for (const { at, key, inner, value } of changes) {
      const record = copies[at % copies.length] ?? {}
      const facts = record.requirements ?? record.specs
      const target =
        inner && typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : record
      const keys = Object.keys(target).filter(each => each !== 'id')
      const name = keys[key % keys.length]
      if (name !== undefined) target[name] = value
    }
    return copies
  }

  test('are read without an error, and every pair of what was damaged has a score', () => {
    const some = fc.array(change, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, some, (one, two) => {
        const calls = importScenarios(damaged(scenarios.slice(0, 6), one))
        const robots = importProducts(damaged(products.slice(0, 6), two))
        if (!calls.ok || !robots.ok) throw new Error(JSON.stringify([calls, robots]).slice(0, 500))
        const world = worldOf({ scenarios: calls.items, products: robots.items }, ontologyConcepts)
        for (const call of calls.items)
          for (const robot of robots.items) {
            const { score } = matchPair(world, call, robot)
            expect(score >= 0 && score <= 1).toBe(true)
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('pairs of a foreign file', () => {
  test('may stand in an object, count by number and say yes as a truth', () => {
    const scenario = only(importScenarios([{ id: 1, title_zh: '病区送药' }]))
    const product = only(importProducts([{ id: 2, name: '送药车' }]))
    const pair = { scenario_id: 1, product_id: 2, product_text_independent: true, more: [] }
    const pairs = pairsIn({ about: 'x', deployments: [pair, { scenario_id: 'gone', product_id: null }] })
    if (!pairs.success) throw pairs.error
    const trial = {
      scenarios: [scenario],
      products: [product],
      pairs: pairs.data,
      groups: groupsIn([{ id: 1, dup_group: 9 }]),
    }
    const judged = judgedBy(() => [['2']], trial)
    expect(judged.yes).toEqual([{ group: '9', ranking: ['2'], used: new Set(['2']) }])
    expect([judged.all.length, judged.no.length]).toEqual([1, 0])
  })

  test.each([[{}], [null], [[{ product_id: 'p' }]], [[3]]])('%j is refused', json => {
    expect(pairsIn(json).success).toBe(false)
  })
})
