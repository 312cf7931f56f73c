import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromProduct, fromScenario } from '#domain/matching/adapters.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { difference, estimate, metricsOf } from '#domain/matching/metrics.ts'

const scenario = {
  id: 's1',
  title_zh: '传染病医院药品与污物运输小车',
  title_en: null,
  domain: '智慧医疗',
  user_org: '某某医院',
  region: '北京朝阳',
  description: '需要能控制走廊门和电梯的小车运送药品。',
  requirements: {
    payload_kg: [30, 100],
    elevator: true,
    budget_cny: 500_000,
    units: 4,
    form: '轮式',
    slope: true,
    moods: 3,
    stairs: false,
  },
  dup_group: null,
}
const product = {
  id: 'p1',
  name: '示例',
  vendor: null,
  vendor_region: '中国北京',
  category: '医院配送机器人',
  description: '可乘电梯的院内运输机器人，非防爆，不能爬楼梯。',
  specs: {
    payload_kg: 120,
    max_speed_mps: null,
    battery_h: [6, 12],
    height_m: 1.25,
    ip: 'IP54',
    payload: 'x',
    reach_mm: -5,
  },
  domains: ['智慧医疗', '未知领域'],
}

const one = <T>(imported: { ok: true; items: T[] } | { ok: false; errors: unknown }): T => {
  if (!imported.ok || !imported.items[0]) throw new Error(JSON.stringify(imported))
  return imported.items[0]
}

describe('the sparse format', () => {
  test('reads what it knows, in the criteria’s units, and nothing else', () => {
    expect(one(importScenarios([scenario]))).toMatchObject({
      domain: 'healthcare',
      requirements: [
        { criterion: 'payloadKg', necessity: 'must', value: { min: 30, max: 100 } },
        { criterion: 'elevator', necessity: 'must', value: true },
      ],
      budgetFen: 50_000_000,
      units: 4,
      region: '北京朝阳',
      acceptsUnfinalised: null,
    })
    expect(one(importScenarios([scenario])).tasks[0]?.task).toBe('hospitalDelivery')
    expect(one(importScenarios([scenario])).text).toContain('轮式')
  })

  test('a fact that was not read stays unknown; what the text states is grade D, and a negation states nothing', () => {
    const { specs, category, domains, home, priceFromFen } = one(importProducts([product]))
    expect(specs).toEqual({
      payloadKg: { value: 120, grade: 'D' },
      runtimeHours: { value: { min: 6, max: 12 }, grade: 'D' },
      heightMm: { value: 1250, grade: 'D' },
      ipCode: { value: 'IP54', grade: 'D' },
      elevator: { value: true, grade: 'D' },
    })
    expect({ category, domains, home, priceFromFen }).toEqual({
      category: 'hospitalDelivery',
      domains: ['healthcare'],
      home: '中国北京',
      priceFromFen: null,
    })
  })

  test('who used the robot is never read', () => {
    const hidden = { ...scenario, user_org: '另一家' }
    expect(importScenarios([hidden])).toEqual(importScenarios([scenario]))
    expect(JSON.stringify(importScenarios([scenario]))).not.toContain('某某医院')
  })
})

describe('the public format', () => {
  test('reads values with units and recognises what is left out', () => {
    const read = one(
      importScenarios({
        scenarios: [
          {
            id: 's',
            title: '病区药品配送',
            requirements: [{ criterion: 'payloadKg', value: '0.1t' }],
            budgetYuan: 12.5,
          },
        ],
      }),
    )
    expect(read).toMatchObject({
      requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 100 }],
      budgetFen: 1250,
      domain: null,
    })
    expect(read.tasks[0]?.task).toBe('hospitalDelivery')
    const robot = one(
      importProducts([{ id: 'p', name: '示例送餐机器人', specs: { payloadKg: { value: 40 } } }]),
    )
    expect(robot).toMatchObject({ category: 'mealDelivery', specs: { payloadKg: { value: 40, grade: 'C' } } })
  })

  test.each([
    [{}, 'scenarios', 'must be a JSON list'],
    [
      [{ id: 's', title: 'x', requirements: [{ criterion: 'payloadKg', value: '很重' }] }],
      'scenarios[0].requirements.0.value',
      'field.number',
    ],
    [
      [{ id: 's', title: 'x', requirements: [{ criterion: 'wings' }] }],
      'scenarios[0].requirements.0.criterion',
      'Invalid option',
    ],
    [
      [
        { id: 's', title: 'x' },
        { id: 's', title: 'y' },
      ],
      'scenarios[1].id',
      '"s" stands twice',
    ],
    [[{ title: 'x' }], 'scenarios[0].id', 'Invalid input'],
    [[null], 'scenarios[0]', 'Invalid input'],
  ])('%j is refused at its place', (json, path, message) => {
    const read = importScenarios(json)
    expect(read).toMatchObject({ ok: false, errors: [{ path }] })
    if (!read.ok) expect(read.errors[0]?.message).toContain(message)
  })

  test('no JSON makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        for (const read of [
          importScenarios(json),
          importProducts(json),
          importScenarios([json]),
          importProducts([json]),
        ]) {
          expect(typeof read.ok).toBe('boolean')
        }
      }),
    )
  })
})

describe('adapters', () => {
  test('an empty draft is unknown throughout, not empty or zero', () => {
    expect(fromScenario('s', {})).toMatchObject({
      domain: null,
      tasks: [],
      requirements: [],
      budgetFen: null,
      acceptsUnfinalised: null,
      region: null,
    })
    expect(fromProduct('p', {})).toMatchObject({
      category: null,
      specs: {},
      maturity: null,
      priceFromFen: null,
      regions: null,
      home: null,
    })
  })

  test('a site is a place in Beijing, and its tasks speak in its text', () => {
    const read = fromScenario('s', {
      title: '配送',
      district: '110108',
      tasks: ['hospitalDelivery'],
      situation: '送药',
    })
    expect(read).toMatchObject({
      region: '北京海淀区',
      tasks: [{ task: 'hospitalDelivery', weight: 1 }],
      text: '配送。院内配送。送药',
    })
  })
})

describe('metrics', () => {
  const judged = (group: string, ranking: string[], ...used: string[]) => ({
    group,
    ranking,
    used: new Set(used),
  })

  test('a group counts once, a missing product counts as not found', () => {
    const metrics = metricsOf([
      judged('a', ['x', 'y'], 'x'),
      judged('a', ['y', 'x'], 'x'),
      judged('b', ['y'], 'z'),
    ])
    expect(metrics).toEqual({ n: 2, 'hit@1': 0.25, 'hit@5': 0.5, mrr: 0.375, 'ndcg@10': 0.4077 })
  })

  test('an interval holds its mean, narrows with more values and is the same every time', () => {
    const values = Array.from({ length: 40 }, (_, nth) => nth % 2)
    const few = estimate(values.slice(0, 10))
    const many = estimate(values)
    expect(estimate(values)).toEqual(many)
    expect(many.mean).toBe(0.5)
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
    expect(many.low).toBeLessThan(0.5)
    expect(many.high).toBeGreaterThan(0.5)
    expect(many.low).toBeGreaterThan(0.3)
    expect(estimate([1, 1, 1])).toEqual({ mean: 1, low: 1, high: 1 })
    expect(estimate([]).mean).toBeNaN()
  })

  test('a difference is taken group by group, so that what is hard for both cancels out', () => {
    const ours = new Map(Array.from({ length: 30 }, (_, nth) => [`g${nth}`, (nth % 10) / 10 + 0.1]))
    const theirs = new Map(Array.from({ length: 30 }, (_, nth) => [`g${nth}`, (nth % 10) / 10]))
    const { mean, low, high } = difference(ours, theirs)
    expect(mean).toBeCloseTo(0.1, 9)
    expect(high - low).toBeLessThan(1e-9)
  })

  test('nothing to judge is zero of zero', () => {
    expect(metricsOf([])).toEqual({ n: 0, 'hit@1': 0, 'hit@5': 0, mrr: 0, 'ndcg@10': 0 })
  })
})
