import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShownOutcome } from '#domain/matching/exposure.ts'
import { scoresUnder } from '#domain/matching/features.ts'
import { fitChange, mostMove } from '#domain/matching/fit-weights.ts'
import { gainOn, ndcgOf } from '#domain/matching/later-gain.ts'
import { evidenceOf, learnWeights, missingOf, needed } from '#domain/matching/learning.ts'
import { type Preference, preferencesOf } from '#domain/matching/preference.ts'
import { slopeOf, vectorOf, weightCount } from '#domain/matching/slope.ts'
import {
  demandParts,
  supplyParts,
  type Weights,
  builtInWeights as weights,
} from '#domain/matching/weights.ts'
import { day } from '#domain/shared/dates.ts'
import { perMille } from '#domain/weights/content.ts'
import { anyFeatures, anyWeights, shownLists } from '#tests/support/weights.ts'

const own = vectorOf(weights)
const sums = (vector: readonly number[]) =>
  [vector.slice(0, demandParts.length), vector.slice(demandParts.length)].map(side =>
    side.reduce((sum, each) => sum + each, 0),
  )
/** People choose what is near in text, whatever the task: text is worth more than it weighs. */
const byText = shownLists({ scenarios: 120, worth: ({ demand }) => demand.text?.g ?? 0 })
const ofText = learnWeights(byText, weights)

describe('the slope of the score', () => {
  it('is what a small change of a weight changes', () => {
    fc.assert(
      fc.property(anyFeatures, anyWeights, fc.nat(weightCount - 1), (features, at, nth) => {
        const step = 1e-6
        const changed = (by: number): Weights => {
          const moved = vectorOf(at).map((w, index) => (index === nth ? w + by : w))
          const named = (parts: readonly string[], from: number) =>
            Object.fromEntries(parts.map((part, index) => [part, moved[from + index]]))
          return {
            ...at,
            demand: named(demandParts, 0) as Weights['demand'],
            supply: named(supplyParts, demandParts.length) as Weights['supply'],
          }
        }
        // Next to zero on both sides the score turns a corner.
        fc.pre(scoresUnder(features, at).score > 0.01 && (vectorOf(at)[nth] ?? 0) > 0.005)
        const [up, down] = [scoresUnder(features, changed(step)), scoresUnder(features, changed(-step))]
        expect(slopeOf(features, at)[nth]).toBeCloseTo((up.score - down.score) / (2 * step), 3)
      }),
    )
  })

  it('is zero along the weights of a side: longer weights are the same weights', () => {
    fc.assert(
      fc.property(anyFeatures, anyWeights, (features, at) => {
        const along = vectorOf(at).map((w, nth) => w * (slopeOf(features, at)[nth] ?? 0))
        for (const sum of sums(along)) expect(sum).toBeCloseTo(0, 9)
      }),
    )
  })

  it('is a number at the least score there is', () => {
    const least = { demand: {}, supply: { responsiveness: { g: 1e-200, known: 0 } } }
    expect(scoresUnder(least, weights).supply).toBeGreaterThan(0)
    for (const slope of slopeOf(least, weights)) expect(slope).toBeCloseTo(0, 9)
  })
})

describe('what is learned', () => {
  it('goes towards what people chose, and is better on what came later', () => {
    const learned = ofText
    if (learned.kind !== 'weights') throw new Error(learned.kind)
    expect(learned.weights.demand.text).toBeGreaterThan(weights.demand.text)
    for (const part of demandParts)
      if (part !== 'text') expect(learned.weights.demand[part]).toBeLessThanOrEqual(weights.demand[part])
    expect(learned.lesson.gain.difference).toBeGreaterThan(0)
    expect(learned.lesson.advised).toBe(true)
    expect(learned.lesson.gain.low).toBeGreaterThan(0)
  })

  it('keeps each side at 1 and every weight within the bound, in tenths of a per cent', () => {
    for (const part of ['task', 'budget', 'region'] as const) {
      const learned = learnWeights(
        shownLists({ scenarios: 120, worth: ({ demand }) => demand[part]?.g ?? 0, seed: 7 }),
        weights,
      )
      if (learned.kind !== 'weights') throw new Error(learned.kind)
      const vector = vectorOf(learned.weights)
      for (const sum of sums(vector.map(perMille))) expect(sum).toBe(1000)
      vector.forEach((w, nth) => {
        expect(w).toBe(perMille(w) / 1000)
        expect(Math.abs(w / (own[nth] ?? 0) - 1)).toBeLessThanOrEqual(mostMove + 1e-9)
      })
    }
  })

  it('is the same however the lists are ordered, and however often one was shown', () => {
    expect(learnWeights([...byText].reverse(), weights)).toEqual(ofText)
    const again = byText.flatMap(list => [list, { ...list, day: day(`${list.day.slice(0, 4)}-12-31`) }])
    expect(preferencesOf(again, weights)).toEqual(preferencesOf(byText, weights))
    expect(evidenceOf(again, weights)).toMatchObject({ lists: 240, scenarios: 120, pairs: 1080 })
  })

  it('counts a further outcome for more, and one far down the list for more, up to three times', () => {
    const [list] = byText
    if (!list) throw new Error('no list')
    const [a, b, c] = list.shown
    if (!a || !b || !c) throw new Error('no suggestions')
    const weighed = (...shown: ShownOutcome['shown']) =>
      preferencesOf([{ ...list, shown }], weights).pairs.map(each => each.weight)
    expect(weighed({ ...a, outcome: 'asked' }, { ...b, outcome: 'none' })).toEqual([0.25])
    expect(weighed({ ...a, outcome: 'accepted' }, { ...b, outcome: 'none' })).toEqual([1])
    expect(weighed({ ...a, outcome: 'accepted' }, { ...b, outcome: 'selected' })).toEqual([0.25])
    // Two comparisons with `c`: the mean correction is 1, the ratio that of the roots of the places.
    const ratio = (first: number, second: number) => {
      const [one = 0, other = 0] = weighed(
        { ...a, outcome: 'bid', position: first },
        { ...b, outcome: 'bid', position: second },
        { ...c, outcome: 'none', position: 5 },
      )
      expect(one + other).toBeCloseTo(1, 12)
      return other / one
    }
    expect(ratio(1, 4)).toBeCloseTo(2, 12)
    expect(ratio(1, 9)).toBeCloseTo(3, 12)
    expect(ratio(1, 900)).toBeCloseTo(3, 12)
  })

  it('says what is missing instead of guessing', () => {
    expect(learnWeights([], weights)).toEqual({
      kind: 'tooLittle',
      missing: { pairs: needed.pairs, later: needed.later },
    })
    expect(evidenceOf([], weights)).toMatchObject({ lists: 0, from: null, to: null, pairs: 0 })
    const few = byText.slice(0, 20)
    const learned = learnWeights(few, weights)
    expect(learned.kind).toBe('tooLittle')
    expect(missingOf(few, weights).later).toBeGreaterThan(0)
    // Nothing was ever chosen: nothing can be told apart.
    const silent = byText.map(list => ({
      ...list,
      shown: list.shown.map(each => ({ ...each, outcome: 'none' as const })),
    }))
    expect(missingOf(silent, weights)).toEqual({ pairs: needed.pairs, later: needed.later })
  })

  it('claims nothing where outcomes are chance', () => {
    const claims = [1, 2, 3, 4].map(seed => {
      const learned = learnWeights(shownLists({ scenarios: 110, seed }), weights)
      if (learned.kind === 'tooLittle') throw new Error('there is enough')
      return learned.lesson
    })
    for (const { advised, gain } of claims) {
      expect(gain.low).toBeLessThanOrEqual(0)
      expect(advised).toBe(false)
    }
  })

  it('reads over numbers that are none', () => {
    const broken = byText.map((list, nth): ShownOutcome => {
      if (nth % 2 === 1) return list
      const shown = list.shown.map((each, place) =>
        place === 3
          ? { ...each, features: { ...each.features, demand: { text: { g: Number.NaN, known: 1 } } } }
          : place === 4
            ? { ...each, features: { ...each.features, supply: { focus: { g: 1, known: Infinity } } } }
            : each,
      )
      return { ...list, shown }
    })
    const learned = learnWeights(broken, weights)
    if (learned.kind !== 'weights') throw new Error(learned.kind)
    for (const w of vectorOf(learned.weights)) expect(Number.isFinite(w)).toBe(true)
    expect(evidenceOf(broken, weights).unreadable).toBe(120)
  })

  it('measures on scenarios that nothing was learned from', () => {
    const learned = ofText
    if (learned.kind !== 'weights') throw new Error(learned.kind)
    const { split, scenarios, pairs } = learned.lesson
    const earlier = byText.filter(list => list.day < split)
    expect(scenarios).toBe(earlier.length)
    expect(pairs).toBe(earlier.length * 9)
    expect(learned.lesson.gain.scenarios).toBe(byText.length - earlier.length)
    // What is changed after the split changes the measure, never the weights.
    const turned = byText.map(list =>
      list.day < split
        ? list
        : { ...list, shown: list.shown.map(each => ({ ...each, outcome: 'none' as const })) },
    )
    expect(
      preferencesOf(
        turned.filter(list => list.day < split),
        weights,
      ),
    ).toEqual(preferencesOf(earlier, weights))
  })
})

describe('the fit', () => {
  const pair = fc
    .array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), {
      minLength: weightCount,
      maxLength: weightCount,
    })
    .map((slope): Preference => ({ scenarioId: 's', margin: 0, slope, weight: 1 }))

  it('comes to rest within its bound, with each side in balance', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), pairs => {
        const { change, converged } = fitChange(pairs, own)
        expect(converged).toBe(true)
        for (const z of change) expect(Math.abs(z)).toBeLessThanOrEqual(mostMove)
        for (const sum of sums(change.map((z, nth) => z * (own[nth] ?? 0)))) expect(sum).toBeCloseTo(0, 8)
      }),
      { numRuns: 40 },
    )
  })

  it('moves no weight by more than a fifth on 200 pairs that all agree, even without the bound', () => {
    // As telling as two products can be: one part is all there on one side and missing on the other.
    for (let nth = 0; nth < weightCount; nth++) {
      const [from, to] =
        nth < demandParts.length ? [0, demandParts.length] : [demandParts.length, weightCount]
      const slope = own.map((w, index) => {
        if (index < from || index >= to) return 0
        return index === nth ? w * (1 - w) : -w * (own[nth] ?? 0)
      })
      const pairs = Array.from({ length: 200 }, () => ({ scenarioId: 's', margin: 0, slope, weight: 1 }))
      const { change } = fitChange(pairs, own, { bound: 10 })
      expect(Math.max(...change.map(Math.abs))).toBeLessThanOrEqual(0.2)
      expect(change[nth]).toBeGreaterThan(0)
    }
  })

  it('moves further the more pairs say the same', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 60 }), (one, n) => {
        const along = (pairs: Preference[]) => {
          const { change } = fitChange(pairs, own)
          return one.slope.reduce((sum, each, nth) => sum + each * (change[nth] ?? 0), 0)
        }
        const few = along(Array.from({ length: n }, () => one))
        const more = along(Array.from({ length: n * 2 }, () => one))
        expect(few).toBeGreaterThanOrEqual(-1e-9)
        expect(more).toBeGreaterThanOrEqual(few - 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves alone what no pair speaks of, and what weighs nothing', () => {
    const slope = own.map((_, nth) => (nth < 3 ? ([0.05, -0.03, -0.02][nth] ?? 0) : 0))
    const { change } = fitChange([{ scenarioId: 's', margin: 0, slope, weight: 1 }], own)
    expect(change.slice(3).every(z => z === 0)).toBe(true)
    expect(fitChange([], own).change.every(z => z === 0)).toBe(true)
    const without = own.map((w, nth) => (nth === 0 ? 0 : w))
    expect(fitChange([{ scenarioId: 's', margin: 0, slope, weight: 1 }], without).change[0]).toBe(0)
  })
})

describe('the measure', () => {
  it('is 1 for the best order, less for every other, and null where all went equally far', () => {
    const [list] = shownLists({ scenarios: 1, worth: ({ demand }) => demand.text?.g ?? 0 })
    if (!list) throw new Error('no list')
    const onlyText: Weights = {
      ...weights,
      demand: { ...weights.demand, text: 1 },
      unknownDiscount: 0,
    }
    for (const part of demandParts) if (part !== 'text') onlyText.demand = { ...onlyText.demand, [part]: 0 }
    const level = {
      ...list,
      shown: list.shown.map(each => ({ ...each, features: { ...each.features, supply: {} } })),
    }
    const some = { supply: { focus: { g: 1, known: 1 } } }
    const fair = {
      ...list,
      shown: level.shown.map(each => ({ ...each, features: { ...each.features, ...some } })),
    }
    expect(ndcgOf(fair, onlyText)).toBe(1)
    expect(ndcgOf(fair, weights)).toBeLessThanOrEqual(1)
    expect(ndcgOf({ shown: list.shown.map(each => ({ ...each, outcome: 'bid' })) }, weights)).toBeNull()
  })

  it('gives the same interval each time, around the difference', () => {
    const other = { ...weights, demand: { ...weights.demand, text: 0.2, task: 0.16 } }
    const gain = gainOn(byText, weights, other)
    expect(gainOn([...byText].reverse(), weights, other)).toEqual(gain)
    expect(gain?.low).toBeLessThan(gain?.difference ?? 0)
    expect(gain?.high).toBeGreaterThan(gain?.difference ?? 0)
    expect(gainOn(byText, weights, weights)).toMatchObject({ difference: 0, low: 0, high: 0 })
    expect(gainOn([], weights, other)).toBeNull()
  })
})
