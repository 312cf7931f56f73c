import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CriterionId, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import { Requirement, RequirementDraft, Specs } from '#domain/ontology/requirement.ts'
import { robotCategories, taskIds, tasks } from '#domain/ontology/tasks.ts'
import { parseQuantity, parseRange, units } from '#domain/ontology/units.ts'
import { formatNeed, formatValue, readValue } from '#domain/ontology/values.ts'
import { domainIds } from '#domain/vocabulary.ts'

describe('criteria', () => {
  test.each(criterionIds)('%s has both labels, a help line and a direction that its kind allows', id => {
    const { kind, direction, label, plausible, options } = criterionOf(id)
    const help = criterionHelp[id]
    for (const text of [label.zh, label.en, help.zh, help.en]) expect(text).not.toBe('')
    const directions = {
      number: ['atLeast', 'atMost'],
      boolean: ['yes'],
      choice: ['atLeast', 'atMost', 'includes'],
      set: ['includes'],
      range: ['within'],
    }
    expect(directions[kind]).toContain(direction)
    expect(plausible[0]).toBeLessThanOrEqual(plausible[1])
    expect(kind === 'choice' || kind === 'set').toBe(options !== undefined)
  })

  test('labels are unique in each language', () => {
    for (const locale of ['zh', 'en'] as const) {
      const labels = criterionIds.map(id => criterionOf(id).label[locale])
      expect(new Set(labels).size).toBe(labels.length)
    }
  })
})

describe('tasks and categories', () => {
  test('every domain but 其他 has tasks of its own, and every task a robot built for it', () => {
    const served = new Set(Object.values(robotCategories).flatMap(category => category.tasks))
    expect(taskIds.filter(task => !served.has(task))).toEqual([])
    const covered = new Set(taskIds.map(task => tasks[task].domain))
    expect(domainIds.filter(domain => !covered.has(domain))).toEqual([])
  })
})

describe('units', () => {
  test.each([
    ['kg', '50', 50],
    ['kg', '５０公斤', 50],
    ['kg', '0.5t', 500],
    ['kg', '≥ 1,200 g', 1.2],
    ['mm', '1.7 m', 1700],
    ['mm', '±0.03毫米', 0.03],
    ['m/s', '3.6 km/h', 1],
    ['m/s', '1.2米/秒', 1.2],
    ['h', '90 min', 1.5],
    ['week', '2个月', 104 / 12],
    ['degC', '－20℃', -20],
    ['dBA', '55 dB(A)', 55],
    ['m2PerHour', '36㎡/min', 2160],
  ] as const)('%s reads %s as %d', (unit, text, value) => {
    expect(parseQuantity(unit, text)).toBeCloseTo(value, 9)
  })

  test.each([
    ['kg', ''],
    ['kg', 'abc'],
    ['kg', '50 mm'],
    ['kg', '1e400'],
    ['kg', '5-10'],
    ['h', '12 constructor'],
    ['mm', '--5'],
  ] as const)('%s refuses %j', (unit, text) => {
    expect(parseQuantity(unit, text)).toBeNull()
  })

  test.each([
    ['-10~45', -10, 45],
    ['-10 至 45 ℃', -10, 45],
    ['-20到-5', -20, -5],
    ['５—３５°C', 5, 35],
  ])('reads the range %s', (text, min, max) => {
    expect(parseRange('degC', text)).toEqual({ min, max })
  })

  test('a number written in any known unit comes back as a finite number of the kept unit', () => {
    for (const [unit, { written }] of Object.entries(units)) {
      for (const [suffix, factor] of Object.entries(written)) {
        const read = criterionIds.map(criterionOf).find(criterion => criterion.unit === unit)
        if (read) expect(parseQuantity(read.unit, `2 ${suffix}`)).toBeCloseTo(2 * factor, 6)
      }
    }
  })

  test('reading never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...criterionIds),
        fc.anything(),
        fc.constantFrom('need' as const, 'have' as const),
        (id, input, side) => {
          const read = readValue(id, input, side)
          if (read.ok) expect(readValue(id, read.value, side)).toEqual(read)
          else expect(read.message).toMatch(/^field\./)
        },
      ),
    )
  })
})

describe('writing values', () => {
  test.each([
    ['payloadKg', 50, '50 kg', '≥ 50 kg'],
    ['passageWidthMm', 850, '850 mm', '≤ 850 mm'],
    ['elevator', true, '能', '是'],
    ['ipCode', 'IP54', 'IP54', '≥ IP54'],
    ['temperatureC', { min: -10, max: 45 }, '-10~45 ℃', '-10~45 ℃'],
    ['slopeDeg', 5, '5°', '≥ 5°'],
    ['deliveryWeeks', 8, '8 周', '≤ 8 周'],
    ['medicalDeviceClass', 'II', '第二类', '第二类'],
  ] as const)('%s %j', (id, value, have, need) => {
    expect(formatValue(id, value, 'zh')).toBe(have)
    expect(formatNeed(id, value, 'zh')).toBe(need)
  })

  test('a runtime that depends on the load stays a span', () => {
    expect(formatValue('runtimeHours', { min: 6, max: 12 }, 'en')).toBe('6–12 h')
  })
})

describe('Requirement', () => {
  const need = (criterion: CriterionId, value: unknown) =>
    Requirement.safeParse({ criterion, necessity: 'must', value })

  test('reads what a form sends', () => {
    expect(need('payloadKg', '５０ 公斤').data).toEqual({
      criterion: 'payloadKg',
      necessity: 'must',
      value: 50,
    })
    expect(need('temperatureC', { min: '-5', max: '40' }).data?.value).toEqual({ min: -5, max: 40 })
    expect(need('elevator', undefined).data?.value).toBe(true)
    expect(need('ipCode', 'ip54').data?.value).toBe('IP54')
  })

  test('a value that is not sent at all is one that is not stated', () => {
    const listed = (criterion: CriterionId) => Requirement.safeParse({ criterion, necessity: 'must' })
    expect(listed('elevator').data?.value).toBe(true)
    expect(listed('payloadKg').error?.issues).toMatchObject([{ path: ['value'], message: 'field.required' }])
  })

  test.each([
    ['payloadKg', '', 'field.required'],
    ['payloadKg', '很重', 'field.number'],
    ['payloadKg', -3, 'field.tooSmall|min=0.01'],
    ['payloadKg', 1e9, 'field.tooBig|max=100000'],
    ['payloadKg', Number.NaN, 'field.number'],
    ['payloadKg', Number.POSITIVE_INFINITY, 'field.number'],
    ['payloadKg', { min: 1, max: 2 }, 'field.number'],
    ['temperatureC', { min: 40, max: -5 }, 'field.rangeOrder'],
    ['temperatureC', '20', 'field.range'],
    ['elevator', false, 'field.affirm'],
    ['ipCode', 'IP99', 'field.choice'],
    ['medicalDeviceClass', 'IV', 'field.choice'],
  ] as const)('%s refuses %j at the value', (id, value, message) => {
    const read = need(id, value)
    expect(read.success).toBe(false)
    expect(read.error?.issues).toMatchObject([{ path: ['value'], message }])
  })

  test('a draft may miss anything, but keeps no nonsense', () => {
    expect(RequirementDraft.parse({})).toEqual({})
    expect(RequirementDraft.parse({ criterion: 'payloadKg', value: '' })).toEqual({ criterion: 'payloadKg' })
    expect(RequirementDraft.safeParse({ criterion: 'payloadKg', value: 'x' }).success).toBe(false)
  })
})

describe('Specs', () => {
  test('blank rows say nothing, and an absent record is an empty one', () => {
    expect(Specs.parse(undefined)).toEqual({})
    expect(
      Specs.parse({ payloadKg: { value: '', grade: 'C' }, temperatureC: { value: { min: '', max: '' } } }),
    ).toEqual({})
  })

  test('a number may be stated as a span', () => {
    expect(
      Specs.parse({ runtimeHours: { value: '6–12 h', grade: 'D', source: 'https://example.org' } }),
    ).toEqual({
      runtimeHours: { value: { min: 6, max: 12 }, grade: 'D', source: 'https://example.org' },
    })
  })

  test('"cannot" is a fact, and the grade defaults to declared', () => {
    expect(Specs.parse({ elevator: { value: false } })).toEqual({ elevator: { value: false, grade: 'C' } })
  })

  test('an error names the criterion', () => {
    const read = Specs.safeParse({ payloadKg: { value: 'x', grade: 'C' }, wings: { value: 2 } })
    expect(read.error?.issues).toMatchObject([
      { path: ['payloadKg', 'value'], message: 'field.number' },
      { path: ['wings'], message: 'field.choice' },
    ])
  })
})
