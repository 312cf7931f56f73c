import { describe, expect, test } from 'vitest'
import { judge } from '#domain/matching/constraint.ts'
import { criterionIds } from '#domain/ontology/criteria.ts'
import { sample } from '#tests/support/matching.ts'

describe('judging one requirement', () => {
  test.each([
    ['payloadKg', 100, 100, 'T', 1],
    ['payloadKg', 100, 99.9, 'F', 0.999],
    ['payloadKg', 100, { min: 80, max: 120 }, 'U', 0.8],
    ['payloadKg', { min: 30, max: 300 }, 100, 'U', 1 / 3],
    ['payloadKg', { min: 30, max: 300 }, 20, 'F', 20 / 300],
    ['payloadKg', 0, 5, 'T', 99],
    ['passageWidthMm', 850, 720, 'T', 850 / 720],
    ['passageWidthMm', 850, 900, 'F', 850 / 900],
    ['turningRadiusMm', 0, 0, 'T', 99],
    ['payloadKg', Number.NaN, 5, 'U', null],
    ['payloadKg', 5, Number.POSITIVE_INFINITY, 'U', null],
    ['payloadKg', 5, true, 'U', null],
    ['elevator', true, true, 'T', null],
    ['elevator', true, false, 'F', null],
    ['elevator', true, 'yes', 'U', null],
    ['temperatureC', { min: -10, max: 40 }, { min: -20, max: 50 }, 'T', null],
    ['temperatureC', { min: -10, max: 40 }, { min: 0, max: 50 }, 'F', null],
    ['temperatureC', { min: 40, max: -10 }, { min: 0, max: 50 }, 'U', null],
    ['cleanroomClass', 'ISO5', 'ISO4', 'T', null],
    ['cleanroomClass', 'ISO5', 'ISO6', 'F', null],
    ['medicalDeviceClass', 'II', 'III', 'F', null],
    ['ipCode', 'IP54', 'IP67', 'T', null],
    ['ipCode', 'IP65', 'IP54', 'F', null],
    ['ipCode', 'IP65', 'IP67', 'U', null],
    ['ipCode', 'IP65', 'IP65/IP67', 'T', null],
    ['ipCode', 'IP54', 'IPX5', 'U', null],
  ] as const)('%s: needs %j, has %j → %s', (id, need, have, state, ratio) => {
    const judged = judge(id, need, have)
    expect(judged.state).toBe(state)
    if (ratio === null) expect(judged.ratio).toBeNull()
    else expect(judged.ratio).toBeCloseTo(ratio, 9)
  })

  test('the absent is unknown for every criterion', () => {
    for (const id of criterionIds) expect(judge(id, sample(id, 0.5), undefined).state).toBe('U')
  })
})
