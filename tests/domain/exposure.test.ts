import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExposureTally, gini, lorenz, lorenzAt, topShare } from '#domain/matching/exposure.ts'

const each = (...shown: number[]): ExposureTally[] => shown.map(n => ({ shown: n, firms: 1 }))

describe('how unequally firms are shown', () => {
  // The textbook cases: x equal is 0; all with one of n is (n − 1) / n; 1, 2, 3, 4 is 0.25.
  it.each([
    ['everybody alike', each(5, 5, 5, 5), 0],
    ['one firm alone', each(7), 0],
    ['all with one of four', each(0, 0, 0, 12), 0.75],
    ['one to four', each(1, 2, 3, 4), 0.25],
    ['in any order', each(4, 1, 3, 2), 0.25],
    [
      'grouped',
      [
        { shown: 0, firms: 99 },
        { shown: 100, firms: 1 },
      ],
      0.99,
    ],
  ])('gini: %s', (_, tallies, expected) => {
    expect(gini(tallies)).toBeCloseTo(expected, 12)
  })

  it('has no answer where there is nothing to share, and no zero in its place', () => {
    for (const nothing of [[], each(0, 0), [{ shown: 3, firms: 0 }]]) {
      expect(gini(nothing)).toBeNull()
      expect(topShare(nothing, 0.1)).toBeNull()
      expect(lorenz(nothing)).toEqual([])
    }
  })

  it.each([
    [
      'a tenth of thirteen is two',
      each(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4),
      { firms: 2, shown: 7, share: 0.7 },
    ],
    ['a tenth of three is one', each(1, 1, 2), { firms: 1, shown: 2, share: 0.5 }],
    [
      'a tenth of a hundred is ten',
      [
        { shown: 1, firms: 80 },
        { shown: 6, firms: 20 },
      ],
      { firms: 10, shown: 60, share: 0.3 },
    ],
  ])('top share: %s', (_, tallies, expected) => {
    expect(topShare(tallies, 0.1)).toEqual(expected)
  })

  it('draws the curve from corner to corner', () => {
    const curve = lorenz(each(1, 1, 2))
    expect(curve.map(({ firms, shown }) => [firms, shown])).toEqual([
      [0, 0],
      [1 / 3, 0.25],
      [2 / 3, 0.5],
      [1, 1],
    ])
    expect(lorenzAt(curve, 0.5)).toBeCloseTo(0.375, 12)
    expect(lorenzAt(curve, 0)).toBe(0)
    expect(lorenzAt(curve, 1)).toBe(1)
  })
})

const tallies = fc.array(
  fc.record({ shown: fc.integer({ min: 0, max: 50 }), firms: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 20 },
)
const singly = (grouped: readonly ExposureTally[]) =>
  grouped.flatMap(({ shown, firms }) => Array.from({ length: firms }, () => shown))

describe('whatever was shown', () => {
  it('is the mean difference of two firms over twice the mean, and twice the area under equality', () => {
    fc.assert(
      fc.property(tallies, grouped => {
        const all = singly(grouped)
        const mean = all.reduce((a, b) => a + b, 0) / all.length
        fc.pre(mean > 0)
        const difference =
          all.flatMap(a => all.map(b => Math.abs(a - b))).reduce((a, b) => a + b, 0) / all.length ** 2
        expect(gini(grouped)).toBeCloseTo(difference / (2 * mean), 9)
        const curve = lorenz(grouped)
        const area = curve.slice(1).reduce((sum, point, at) => {
          const before = curve[at] ?? point
          return sum + ((point.firms - before.firms) * (point.shown + before.shown)) / 2
        }, 0)
        expect(1 - 2 * area).toBeCloseTo(difference / (2 * mean), 9)
      }),
    )
  })

  it('stays the same when all are shown twice as often, and does not grow when the most shown gives to the least', () => {
    fc.assert(
      fc.property(tallies, grouped => {
        const all = singly(grouped).sort((a, b) => a - b)
        const before = gini(grouped)
        fc.pre(before !== null && all.length > 1)
        expect(gini(grouped.map(({ shown, firms }) => ({ shown: shown * 2, firms })))).toBeCloseTo(
          before ?? 0,
          9,
        )
        const given = all.map((n, at) => (at === 0 ? n + 1 : at === all.length - 1 ? n - 1 : n))
        const spread = (all.at(-1) ?? 0) - (all[0] ?? 0)
        if (spread > 1) expect(gini(each(...given)) ?? 0).toBeLessThan(before ?? 0)
      }),
    )
  })

  it('never falls, never lies over equality, and ends at all of it', () => {
    fc.assert(
      fc.property(tallies, grouped => {
        const curve = lorenz(grouped)
        fc.pre(curve.length > 0)
        expect(curve.at(-1)).toEqual({ firms: 1, shown: 1 })
        curve.slice(1).forEach((point, at) => {
          expect(point.shown).toBeGreaterThanOrEqual(curve[at]?.shown ?? 0)
          expect(point.shown).toBeLessThanOrEqual(point.firms + 1e-9)
        })
        const top = topShare(grouped, 0.1)
        const whole = singly(grouped).length
        expect((top?.share ?? 0) + lorenzAt(curve, 1 - (top?.firms ?? 0) / whole)).toBeCloseTo(1, 9)
      }),
    )
  })
})
