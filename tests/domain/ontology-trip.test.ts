import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '#domain/matching/constraint.ts'
import { type CriterionId, criterionIds, criterionOf, isSet } from '#domain/ontology/criteria.ts'
import { Requirement, RequirementDraft, Specs } from '#domain/ontology/requirement.ts'
import { exact, parseQuantity, parseRange, writeQuantity } from '#domain/ontology/units.ts'
import { formatNeed, formatValue, readValue, saysUnknown } from '#domain/ontology/values.ts'
import { figures, optionWords } from '#search/figures.ts'

const locales = ['zh', 'en'] as const
const ofKind = (kind: string) => criterionIds.filter(id => criterionOf(id).kind === kind)
const subset = (id: CriterionId) =>
  fc.subarray(Object.keys(criterionOf(id).options ?? {}), { minLength: 1 }).map(list => [...list])

/** Any plausible number, and the round ones that people really type, over all sizes. */
function sized(id: CriterionId): fc.Arbitrary<number> {
  const [low, high] = criterionOf(id).plausible
  const round = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -4, max: 6 }))
    .map(([digits, power]) => digits * 10 ** power)
  return fc
    .oneof(fc.double({ min: low, max: high, noNaN: true }), round)
    .map(exact)
    .filter(value => value >= low && value <= high && (value === 0 || Math.abs(value) >= 1e-6))
}

describe('what is written reads back as what was kept', () => {
  test.each(ofKind('number'))('%s, as a number and as a span', id => {
    fc.assert(
      fc.property(sized(id), sized(id), fc.constantFrom(...locales), (one, other, locale) => {
        expect(readValue(id, formatValue(id, one, locale), 'have')).toEqual({ ok: true, value: one })
        expect(readValue(id, formatNeed(id, one, locale), 'need')).toEqual({ ok: true, value: one })
        const span = { min: Math.min(one, other), max: Math.max(one, other) }
        if (span.min < span.max)
          expect(readValue(id, formatValue(id, span, locale), 'have')).toEqual({ ok: true, value: span })
      }),
    )
  })

  test.each(ofKind('range'))('%s', id => {
    fc.assert(
      fc.property(sized(id), sized(id), fc.constantFrom(...locales), (one, other, locale) => {
        const value = { min: Math.min(one, other), max: Math.max(one, other) }
        if (value.min < value.max)
          expect(readValue(id, formatValue(id, value, locale), 'need')).toEqual({ ok: true, value })
      }),
    )
  })

  test.each([...ofKind('set'), ...ofKind('choice')])('%s, by every option in both languages', id => {
    for (const option of Object.keys(criterionOf(id).options ?? {})) {
      const value = criterionOf(id).kind === 'set' ? [option] : option
      for (const locale of locales)
        expect(readValue(id, formatValue(id, value, locale), 'have')).toEqual({ ok: true, value })
    }
  })

  test.each(ofKind('set'))('%s, any of its options together', id => {
    fc.assert(
      fc.property(subset(id), fc.constantFrom(...locales), (value, locale) => {
        expect(readValue(id, formatValue(id, value, locale), 'have')).toEqual({ ok: true, value })
        expect(readValue(id, [...value].reverse(), 'need')).toEqual({ ok: true, value })
      }),
    )
  })
})

describe('the unit that reads best', () => {
  test.each([
    ['payloadKg', 1200, '1.2 t'],
    ['payloadKg', 999, '999 kg'],
    ['payloadKg', 0.02, '20 g'],
    ['payloadKg', 1234.567, '1234.567 kg'],
    ['repeatabilityMm', 0.05, '0.05 mm'],
    ['repeatabilityMm', 0.001, '1 μm'],
    ['reachMm', 1300, '1300 mm'],
    ['reachMm', 12_500, '12.5 m'],
    ['remoteRangeM', 8_100_000, '8100 km'],
    ['maxSpeedMps', 1.2, '1.2 m/s'],
    ['maxSpeedMps', exact(4.3 / 3.6), '4.3 km/h'],
    ['runtimeHours', 8, '8 h'],
    ['runtimeHours', exact(20 / 60), '20 min'],
    ['cycleTimeSeconds', 240, '4 min'],
    ['cycleTimeSeconds', 40, '40 s'],
    ['latencyMs', 84.2, '84.2 ms'],
    ['deliveryWeeks', exact(104 / 12), '2 个月'],
    ['voltageKv', 0.38, '380 V'],
    ['humidityPct', { min: 20, max: 90 }, '20~90 %'],
  ] as const)('%s %j is %s', (id, value, text) => {
    expect(formatValue(id, value, 'zh')).toBe(text)
  })

  test('both ends of a span share one unit', () => {
    expect(writeQuantity('kg', [500, 2000], 'zh')).toEqual({ figures: ['500', '2000'], unit: 'kg' })
    expect(writeQuantity('kg', [1500, 2000], 'zh')).toEqual({ figures: ['1.5', '2'], unit: 't' })
  })

  test('what is compared shares one unit', () => {
    expect(formatValue('payloadKg', 1200, 'zh')).toBe('1.2 t')
    expect(formatValue('payloadKg', 1200, 'zh', 900)).toBe('1200 kg')
    expect(formatNeed('payloadKg', 900, 'zh', 1200)).toBe('≥ 900 kg')
    expect(formatNeed('payloadKg', 1000, 'zh', 1200)).toBe('≥ 1 t')
    expect(formatValue('payloadKg', 1200, 'zh', null)).toBe('1.2 t')
  })

  test.each([
    ['kg', '１００斤', 50],
    ['kg', '1.2吨', 1200],
    ['m/s', '36千米/小时', 10],
    ['degC', '122 °F', 50],
    ['degC', '－４℉', -20],
    ['degC', '25 ℃', 25],
    ['mm', '2英寸', 50.8],
    ['%', '85％', 85],
    ['s', '1.5 分钟', 90],
    ['ms', '0.2秒', 200],
  ] as const)('%s reads %s as %d', (unit, text, value) => {
    expect(parseQuantity(unit, text)).toBe(value)
  })

  test('a range in Fahrenheit', () => {
    expect(parseRange('degC', '14~113 ℉')).toEqual({ min: -10, max: 45 })
  })
})

describe('not known', () => {
  test.each(['未知', '不详', ' 待定 ', 'unknown', 'N/A', 'TBD', '？', '未披露'])(
    '%j states nothing',
    text => {
      expect(saysUnknown(text)).toBe(true)
      for (const id of criterionIds) {
        expect(readValue(id, text, 'have')).toEqual({ ok: false, message: 'field.required' })
        expect(Specs.parse({ [id]: { value: text } })).toEqual({})
        expect(RequirementDraft.parse({ criterion: id, value: text })).toEqual({ criterion: id })
        expect(Requirement.safeParse({ criterion: id, necessity: 'must', value: text }).success).toBe(false)
      }
    },
  )

  test.each(['无', '0', '否', 'no', ''])('%j is no word for not knowing', text => {
    expect(saysUnknown(text)).toBe(false)
  })
})

describe('sets', () => {
  test.each([
    ['激光，视觉', ['lidar', 'visual']],
    ['visual;lidar、激光', ['lidar', 'visual']],
    ['Lidar, UWB', ['lidar', 'uwb']],
    [
      ['gnss', '', 'lidar'],
      ['lidar', 'gnss'],
    ],
  ])('reads %j', (input, value) => {
    expect(readValue('localisation', input, 'have')).toEqual({ ok: true, value })
  })

  test.each([
    ['激光，占卜', 'field.choice'],
    [['lidar', 3], 'field.choice'],
    [{ lidar: true }, 'field.choice'],
    ['、', 'field.required'],
    [[], 'field.required'],
  ])('refuses %j', (input, message) => {
    expect(readValue('localisation', input, 'need')).toEqual({ ok: false, message })
  })

  test.each([
    [['lidar'], ['lidar', 'visual'], 'T'],
    [['lidar', 'uwb'], ['lidar', 'visual'], 'F'],
    [['lidar'], [], 'U'],
    [['lidar'], undefined, 'U'],
    [['lidar'], 'lidar', 'U'],
    [['lidar'], true, 'U'],
  ] as const)('needs %j, has %j: %s', (need, have, state) => {
    expect(judge('localisation', need, have).state).toBe(state)
  })

  test('no label holds what separates options, and no two are alike', () => {
    for (const id of ofKind('set')) {
      const options = Object.entries(criterionOf(id).options ?? {})
      for (const locale of locales) {
        const labels = options.map(([, label]) => label[locale].normalize('NFKC').toLowerCase())
        expect(labels.filter(label => /[,、;\n]/.test(label))).toEqual([])
        expect(new Set(labels).size).toBe(labels.length)
      }
    }
  })

  test('are found by their words and have no figure', () => {
    const stated = [['languages', ['zh', 'yue']] as const, ['payloadKg', 5] as const]
    expect(optionWords(stated)).toEqual(['普通话', 'Mandarin', '粤语', 'Cantonese'])
    expect(figures(stated)).toEqual({ payloadKg: 5 })
  })

  test('more options never answer fewer needs', () => {
    const rank = { F: 0, U: 1, T: 2 }
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ofKind('set'))
          .chain(id => fc.tuple(fc.constant(id), subset(id), subset(id), subset(id))),
        ([id, need, have, more]) => {
          const before = judge(id, need, have).state
          const after = judge(id, need, [...new Set([...have, ...more])]).state
          expect(rank[after]).toBeGreaterThanOrEqual(rank[before])
          expect(isSet(have)).toBe(true)
        },
      ),
    )
  })
})

describe('degrees in words', () => {
  test.each([
    ['humanContact', 'separation', '至少 速度与间距监控'],
    ['humanContact', 'contact', '功率与力受限'],
    ['robotClass', 'I', 'I 类'],
    ['cleanroomClass', 'ISO5', 'ISO 5 级'],
    ['ipCode', 'IP65', '≥ IP65'],
  ] as const)('%s %s is needed as %s', (id, value, text) => {
    expect(formatNeed(id, value, 'zh')).toBe(text)
  })

  test.each([
    ['peopleDensity', 'shared', 'crowded', 'T'],
    ['peopleDensity', 'crowded', 'staff', 'F'],
    ['robotClass', 'I', 'II', 'F'],
    ['ipCode', 'IP65', 'IP6X', 'U'],
    ['ipCode', 'IP5X', 'IP54', 'T'],
    ['ipCode', 'IP65', 'IP5X', 'F'],
  ] as const)('%s: needs %s, has %s: %s', (id, need, have, state) => {
    expect(judge(id, need, have).state).toBe(state)
  })
})
