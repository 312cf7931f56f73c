import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutExclusions, withoutPhrases } from '#domain/searching/syntax.ts'
import { leastCost } from '#tests/support/cpu-time.ts'

describe('a query with less in it', () => {
  it.each([
    ['巡检 -变电站', '巡检'],
    ['巡检 －“变电 站” 狗', '巡检 狗'],
    ['-无人机', ''],
    ['XR-6279S 巡检', 'XR-6279S 巡检'],
    ['巡检  狗', '巡检  狗'],
    ['温度 -20 度', '温度 -20 度'],
    ['', ''],
  ])('leaves nothing out: %s', (q, expected) => {
    expect(withoutExclusions(q)).toBe(expected)
  })

  it.each([
    ['“小化妆”', '小化妆'],
    ['"夜间 送药" 医院', '夜间 送药 医院'],
    ['"夜间 送药" -"手术 室"', '夜间 送药 -"手术 室"'],
    ['没有引号', '没有引号'],
  ])('has no phrases: %s', (q, expected) => {
    expect(withoutPhrases(q)).toBe(expected)
  })

  it('never makes it longer, and reads anything at once', () => {
    const pieces = fc.constantFrom('-', '－', '"', '“', '”', ' ', '机器人', 'a')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), parts => {
        const q = parts.join('')
        const open = withoutExclusions(q)
        expect(open.length).toBeLessThanOrEqual(q.length)
      }),
    )
    const cost = leastCost(() => {
      for (const bomb of ['-"'.repeat(200), ' -'.repeat(200), '"'.repeat(400), '- “'.repeat(130)]) {
        withoutExclusions(bomb)
        withoutPhrases(bomb)
      }
    })
    expect(cost).toBeLessThan(50)
  })
})
