import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreInterval } from '#domain/matching/interval.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchPair } from '#domain/matching/score.ts'
import { type JudgedPair, stating, suppose } from '#domain/matching/suppose.ts'
import { verdictChange } from '#domain/matching/verdict-change.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { criterionIds } from '#domain/ontology/criteria.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import {
  anyProduct,
  anyScenario,
  position,
  product,
  sample,
  scenario,
  withSpecs,
  world,
} from '#tests/support/matching.ts'

const pairOf = (s: MatchScenario, p: MatchProduct, weights = builtInWeights): JudgedPair => ({
  world: { ...world, weights },
  ...{ scenario: s, product: p, match: matchPair({ ...world, weights }, s, p) },
})

/** A price in the fields of the form that the scenario asks for. */
function pricedAt({ commercialForm }: MatchScenario, fen: number): Partial<MatchProduct> {
  if (commercialForm === 'rental') return { rentalFromFen: fen, rentalToFen: fen }
  if (commercialForm === 'raas') return { raasFromFen: fen, raasToFen: fen }
  return { priceFromFen: fen, priceToFen: fen }
}

test('a pair judged again from its own explanation has the very same scores and verdict', () => {
  fc.assert(
    fc.property(anyScenario, anyProduct, (s, p) => {
      const known = matchPair(world, s, p)
      const again = suppose(pairOf(s, p), {})
      expect(again.score).toBeCloseTo(known.score, 9)
      expect(again.demand).toBeCloseTo(known.demand, 9)
      expect(again.verdict).toBe(known.verdict)
    }),
  )
})

describe('what would change the verdict', () => {
  test('待确认: which facts decide, and what they would decide', () => {
    const silent = { ...product, specs: { noiseDbA: { value: 60, grade: 'C' as const } } }
    const change = verdictChange(pairOf(scenario, silent))
    expect(change.deciding).toMatchObject([
      { criterion: 'payloadKg', value: 100, verdict: 'U', needField: 'requirements.0' },
      { criterion: 'elevator', value: true, verdict: 'U', haveField: 'specs.elevator' },
    ])
    expect(change.decided).toBe('T')
    expect(change.remedy).toBeNull()
    expect(change.moves[0]?.score).toBeGreaterThan(matchPair(world, scenario, silent).score)
  })

  test('差一点: which change brings it in', () => {
    const weak = withSpecs({ payloadKg: { value: 50, grade: 'C' } })
    expect(verdictChange(pairOf(scenario, weak))).toMatchObject({
      ...{ deciding: [], decided: null, moves: [] },
      remedy: { criterion: 'payloadKg', value: 100, verdict: 'T' },
    })
    const weakAndSilent = { ...weak, specs: { payloadKg: { value: 50, grade: 'C' as const } } }
    expect(verdictChange(pairOf(scenario, weakAndSilent)).remedy?.verdict).toBe('U')
  })

  test('contradictory musts have no remedy, and nothing is promised', () => {
    const impossible: MatchScenario = {
      ...scenario,
      requirements: [
        { criterion: 'medicalDeviceClass', necessity: 'must', value: 'I' },
        { criterion: 'medicalDeviceClass', necessity: 'must', value: 'II' },
      ],
    }
    const second = withSpecs({ medicalDeviceClass: { value: 'II', grade: 'C' } })
    expect(verdictChange(pairOf(impossible, second)).remedy).toBeNull()
    expect(verdictChange(pairOf(impossible, product)).deciding).toEqual([])
  })

  test('whatever is promised comes true before the real judge', () => {
    fc.assert(
      fc.property(anyScenario, anyProduct, (s, p) => {
        const { deciding, decided, remedy, moves } = verdictChange(pairOf(s, p))
        const stated = (each: { criterion: (typeof deciding)[number]['criterion']; value: unknown }) =>
          matchPair(world, s, { ...p, specs: stating(p, each.criterion, each.value as number) })
        for (const each of remedy ? [...deciding, remedy] : deciding)
          expect(stated(each).verdict).toBe(each.verdict)
        if (remedy) expect(remedy.verdict).not.toBe('F')
        let all = p
        for (const { criterion, value } of deciding) all = { ...all, specs: stating(all, criterion, value) }
        if (decided) expect(matchPair(world, s, all).verdict).toBe(decided)
        for (const { subject, value, score } of moves) {
          const change: Partial<MatchProduct> =
            subject === 'budget'
              ? pricedAt(s, Number(value))
              : subject === 'region'
                ? { regions: String(value) }
                : subject === 'maturity'
                  ? { maturity: 'series' }
                  : { specs: stating(p, subject, value) }
          expect(matchPair(world, s, { ...p, ...change }).score).toBeCloseTo(score, 9)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('between what the score stays', () => {
  const some = fc.array(
    fc.record({ criterion: fc.constantFrom(...criterionIds), t: position, grade: fc.constant('C' as const) }),
    { maxLength: 10 },
  )
  const terms = fc.record({
    price: fc.option(fc.integer({ min: 1, max: 1e12 })),
    regions: fc.option(fc.constantFrom('北京', '上海', '全国', '火星')),
    maturity: fc.option(fc.constantFrom('series' as const, 'unfinalised' as const)),
  })

  test('whatever a firm states of what it has not stated, the score stays within', () => {
    fc.assert(
      fc.property(
        anyScenario,
        anyProduct,
        some,
        terms,
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        (s, p, facts, { price, regions, maturity }, unknownDiscount) => {
          const weights = { ...builtInWeights, unknownDiscount }
          const { low, high } = scoreInterval(pairOf(s, p, weights))
          const specs: Specs = { ...p.specs }
          // What is asked for is what matters, so it is stated as often as anything else.
          for (const { criterion, t, grade } of facts)
            specs[criterion] ??= { value: sample(criterion, t), grade }
          for (const [at, { criterion }] of s.requirements.entries())
            if (at < facts.length)
              specs[criterion] ??= { value: sample(criterion, facts[at]?.t ?? 0), grade: 'C' }
          const silent = (from: number | null | undefined, to: number | null | undefined) =>
            (from ?? null) === null && (to ?? null) === null
          const stated: MatchProduct = {
            ...p,
            specs,
            priceFromFen: silent(p.priceFromFen, p.priceToFen) ? price : p.priceFromFen,
            rentalToFen: silent(p.rentalFromFen, p.rentalToFen) ? price : (p.rentalToFen ?? null),
            raasFromFen: silent(p.raasFromFen, p.raasToFen) ? price : (p.raasFromFen ?? null),
            regions: p.regions ?? regions,
            maturity: p.maturity ?? maturity,
          }
          const { score } = matchPair({ ...world, weights }, s, stated)
          expect(score).toBeGreaterThanOrEqual(low - 1e-9)
          expect(score).toBeLessThanOrEqual(high + 1e-9)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('nothing open, nothing moves; and an end is reached by the judge itself', () => {
    const whole = scoreInterval(pairOf(scenario, product))
    expect(whole).toMatchObject({ open: 0 })
    expect(whole.low).toBeCloseTo(whole.high, 12)
    const silent = {
      ...product,
      specs: {
        payloadKg: { value: 120, grade: 'B' as const },
        elevator: { value: true, grade: 'A' as const },
      },
    }
    const { high, low, open } = scoreInterval(pairOf(scenario, silent))
    const best = matchPair(world, scenario, { ...silent, specs: stating(silent, 'noiseDbA', 10) })
    const worst = matchPair(world, scenario, { ...silent, specs: stating(silent, 'noiseDbA', 90) })
    expect(open).toBe(1)
    expect(best.score).toBeCloseTo(high, 9)
    expect(worst.score).toBeCloseTo(low, 9)
  })
})
