import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  diversify,
  fairOrder,
  isNew,
  type ListingFacts,
  type PlacedEntry,
} from '#domain/matching/diversify.ts'
import { addDays, day } from '#domain/shared/dates.ts'
import type { Tri } from '#domain/shared/tri.ts'

const today = day('2026-11-24')

interface Entry extends ListingFacts {
  productId: string
  score: number
  demand: number
  verdict: Tri
  relevance: Tri
}

const entry = (productId: string, score: number, given: Partial<Entry> = {}): Entry => ({
  ...{ productId, score, demand: score, verdict: 'T', relevance: 'T' },
  ...{ firm: `firm of ${productId}`, family: null, listedOn: null, shownLately: 0 },
  ...given,
})

const laidOut = (entries: readonly Entry[]) => diversify(entries, each => each, today)
const ids = (placed: readonly PlacedEntry<Entry>[]) => placed.map(each => each.entry.productId)
const listOf = (count: number, make: (nth: number) => Partial<Entry> = () => ({})) =>
  Array.from({ length: count }, (_, nth) =>
    entry(`p${String(nth).padStart(2, '0')}`, 0.9 - nth * 0.01, make(nth)),
  )

describe('the order shown', () => {
  it('is by score while one page holds all of them, or one firm has them all', () => {
    const ten = listOf(10, () => ({ firm: 'one', family: 'agv', listedOn: today }))
    expect(ids(laidOut(ten))).toEqual(ten.map(each => each.productId))
    const own = listOf(14, () => ({ firm: 'one' }))
    expect(ids(laidOut(own))).toEqual(own.map(each => each.productId))
    expect(laidOut(own).every(({ placed, place, byScore }) => placed === 'score' && place === byScore)).toBe(
      true,
    )
    expect(laidOut([])).toEqual([])
  })

  it('holds a firm to two of the first ten, and the others follow by score', () => {
    const list = listOf(14, nth => (nth < 5 ? { firm: 'big' } : {}))
    const placed = laidOut(list)
    expect(ids(placed)).toEqual(
      ['00', '01', '05', '06', '07', '08', '09', '10', '11', '12', '02', '03', '04', '13'].map(
        each => `p${each}`,
      ),
    )
    expect(placed.filter(each => each.placed === 'firmCap').map(each => each.entry.productId)).toEqual([
      'p02',
      'p03',
      'p04',
    ])
    expect(placed[10]).toMatchObject({ place: 11, byScore: 3 })
  })

  it('gives back the places that nobody else can fill, by score', () => {
    const list = listOf(12, nth => (nth === 3 || nth === 11 ? {} : { firm: 'big' }))
    const placed = laidOut(list)
    // Two others and eight of the big firm; the worst other stands last of the ten, not third.
    expect(ids(placed).slice(0, 10)).toEqual(
      ['00', '01', '02', '03', '04', '05', '06', '07', '08', '11'].map(each => `p${each}`),
    )
    expect(placed.slice(10).map(each => each.placed)).toEqual(['firmCap', 'firmCap'])
  })

  it('exchanges neighbours for another kind of robot, but passes nobody who is clearly better', () => {
    const kinds = (second: number) => [
      entry('a', 0.9, { family: 'agv' }),
      entry('b', 0.88, { family: 'agv' }),
      entry('c', second, { family: 'arm' }),
      ...Array.from({ length: 9 }, (_, nth) => entry(`z${nth}`, 0.4 - nth * 0.01, { family: 'agv' })),
    ]
    const close = laidOut(kinds(0.86))
    expect(ids(close).slice(0, 3)).toEqual(['a', 'c', 'b'])
    expect(close[2]).toMatchObject({ placed: 'family', place: 3, byScore: 2 })
    expect(close[1]?.placed).toBe('score')
    expect(ids(laidOut(kinds(0.84))).slice(0, 3)).toEqual(['a', 'b', 'c'])
  })

  it('gives the tenth place to the new listing that was shown least, and says so', () => {
    const fresh = { listedOn: addDays(today, -30) }
    const list = listOf(14, nth =>
      nth === 11
        ? { ...fresh, shownLately: 4 }
        : nth === 12
          ? { ...fresh, shownLately: 1 }
          : nth === 13
            ? { ...fresh, shownLately: 1 }
            : {},
    )
    const placed = laidOut(list)
    expect(placed[9]).toMatchObject({
      entry: { productId: 'p12' },
      placed: 'newListing',
      place: 10,
      byScore: 13,
    })
    expect(placed[10]).toMatchObject({ entry: { productId: 'p09' }, placed: 'score' })
  })

  it.each([
    ['a listing that is old', { listedOn: addDays(today, -91) }],
    ['a listing of tomorrow', { listedOn: addDays(today, 1) }],
    ['a reported case', { listedOn: null }],
    ['work that may not fit', { relevance: 'U' as const }],
    ['work that does not fit', { relevance: 'F' as const }],
    ['a must that is not met', { verdict: 'F' as const }],
    ['a score that is clearly lower', { score: 0.81 * fairOrder.newShare - 0.001 }],
    ['a firm that is there twice', { firm: 'firm of p00' }],
  ])('does not place %s', (_, given) => {
    const list = listOf(11, nth => (nth === 1 ? { firm: 'firm of p00' } : {}))
    const newcomer = entry('x', 0.7, { listedOn: addDays(today, -5), ...given })
    expect(laidOut([...list, newcomer]).map(each => each.placed)).not.toContain('newListing')
    const welcome = entry('x', 0.7, { listedOn: addDays(today, -90) })
    expect(laidOut([...list, welcome])[9]).toMatchObject({ entry: { productId: 'x' }, placed: 'newListing' })
  })

  it('counts ninety days from the first publication', () => {
    expect(isNew({ listedOn: addDays(today, -90) }, today)).toBe(true)
    expect(isNew({ listedOn: addDays(today, -91) }, today)).toBe(false)
  })
})

const tri = fc.constantFrom<Tri>('T', 'T', 'T', 'U', 'F')
const arbitrary = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 40 }).map(n => n / 40),
      demand: fc.constantFrom(0.2, 0.5, 0.8),
      verdict: tri,
      relevance: tri,
      firm: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      family: fc.constantFrom('agv', 'arm', null),
      listedOn: fc.constantFrom(null, addDays(today, -10), addDays(today, -200)),
      shownLately: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map(list => list.map((given, nth) => ({ ...given, productId: `p${String(nth).padStart(2, '0')}` })))

const open = ({ verdict, relevance }: Entry) => verdict !== 'F' && relevance !== 'F'
const first = (placed: readonly PlacedEntry<Entry>[]) => placed.slice(0, fairOrder.first)
const most = (list: readonly Entry[], most: number) => {
  const firms = new Map<string, number>()
  for (const { firm } of list) firms.set(firm, Math.min(most, (firms.get(firm) ?? 0) + 1))
  return firms
}

describe('whatever the list', () => {
  it('loses nobody, doubles nobody, and counts places from one', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        const placed = laidOut(list)
        expect(ids(placed).sort()).toEqual(list.map(each => each.productId))
        expect(placed.map(each => each.place)).toEqual(list.map((_, nth) => nth + 1))
        expect(placed.map(each => each.byScore).sort((a, b) => a - b)).toEqual(list.map((_, nth) => nth + 1))
        // The entries come back as they went in: no score is touched.
        for (const { entry: each } of placed) expect(list).toContain(each)
      }),
    )
  })

  it('does not depend on the order it comes in', () => {
    fc.assert(
      fc.property(
        arbitrary.chain(list =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(laidOut(shuffled)).toEqual(laidOut(list))
        },
      ),
    )
  })

  it('never breaks the cap while others can fill ten places', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        const possible = [...most(list.filter(open), fairOrder.perFirm).values()].reduce((a, b) => a + b, 0)
        fc.pre(possible >= fairOrder.first)
        const counts = most(
          first(laidOut(list)).map(each => each.entry),
          Number.POSITIVE_INFINITY,
        )
        expect(Math.max(...counts.values())).toBeLessThanOrEqual(fairOrder.perFirm)
      }),
    )
  })

  it('moves nobody up who fails a must or whose work does not fit', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        for (const { entry: each, place, byScore, placed } of laidOut(list)) {
          if (open(each)) continue
          expect(placed).not.toBe('newListing')
          // Only where all who fit stand before already.
          if (place < byScore)
            expect(
              laidOut(list)
                .slice(0, place)
                .every(other => open(other.entry)),
            ).toBe(false)
          expect(place).toBeGreaterThan(Math.min(list.filter(open).length, fairOrder.first - 1))
        }
      }),
    )
  })

  it('moves nobody up by more than those held back above, the newcomer apart, and one place', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        const placed = laidOut(list)
        for (const { place, byScore, placed: why } of placed) {
          if (why === 'newListing') {
            expect(place).toBe(fairOrder.first)
            continue
          }
          const heldBack = placed.filter(
            other => other.placed === 'firmCap' && other.byScore < byScore && other.place > place,
          )
          expect(byScore - place).toBeLessThanOrEqual(heldBack.length + 1)
        }
      }),
    )
  })

  it('puts nobody before who is better by more than the margin, but for the cap and the newcomer', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        const placed = laidOut(list).filter(each => each.placed !== 'firmCap' && each.placed !== 'newListing')
        placed.forEach((before, at) => {
          for (const after of placed.slice(at + 1)) {
            if (open(after.entry))
              expect(after.entry.score - before.entry.score).toBeLessThanOrEqual(fairOrder.margin + 1e-9)
          }
        })
      }),
    )
  })

  it('says why exactly where the place is not the score’s', () => {
    fc.assert(
      fc.property(arbitrary, list => {
        for (const { place, byScore, placed } of laidOut(list)) {
          if (placed === 'firmCap') expect(place).toBeGreaterThan(fairOrder.first)
          if (placed === 'family') expect(place).toBeLessThanOrEqual(fairOrder.first)
          if (placed === 'newListing') expect(byScore).toBeGreaterThan(fairOrder.first - 1)
        }
        expect(laidOut(list).filter(each => each.placed === 'newListing').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
