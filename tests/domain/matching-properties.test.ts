import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { judge } from '#domain/matching/constraint.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type MatchList, matchProducts, orderProducts } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { worldOf } from '#domain/matching/world.ts'
import { type CriterionId, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { evidenceGradeIds } from '#domain/vocabulary.ts'
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

const kinds = ['number', 'boolean', 'choice', 'set', 'range'] as const
/** Where samples differ most: the least, the middle, the most. */
const ends = [0, 0.5, 1]
/** Criteria whose samples run from worse to better: of the rest a later option is another one, not a better one. */
const graded = criterionIds.filter(id => id !== 'ipCode' && id !== 'medicalDeviceClass')
/** Beyond a quarter, silence costs so much that even an unmet fact would pay. */
const anyDiscount = fc.double({ min: 0, max: 0.25, noNaN: true })
const worth = { F: 0, U: 1, T: 2 }
const needed = (id: CriterionId, t: number) => (criterionOf(id).kind === 'boolean' ? true : sample(id, t))

const asking = (
  s: MatchScenario,
  id: CriterionId,
  t: number,
  necessity: 'must' | 'should',
): MatchScenario => ({
  ...s,
  requirements: [
    ...s.requirements.filter(each => each.criterion !== id),
    { criterion: id, necessity, value: needed(id, t) },
  ],
})
const silentOn = ({ specs, ...p }: MatchProduct, id: CriterionId): MatchProduct => {
  const { [id]: _, ...rest } = specs
  return { ...p, specs: rest }
}
const telling = (p: MatchProduct, id: CriterionId, t: number): MatchProduct => ({
  ...p,
  specs: { ...p.specs, [id]: { value: sample(id, t), grade: 'C' } },
})
/** Many products of the kind that disclosed the same, so that estimates are anything from hardly to nearly all. */
const worldWith = (p: MatchProduct, id: CriterionId, at: number, unknownDiscount: number) => {
  const others = Array.from({ length: 25 }, (_, nth) => telling({ ...p, id: `other-${nth}` }, id, at))
  return worldOf({ scenarios: [], products: others }, ontologyConcepts, {
    ...builtInWeights,
    unknownDiscount,
  })
}

describe('monotonicity in each criterion', () => {
  test('a better known value never lowers the score nor the verdict', () => {
    fc.assert(
      fc.property(
        ...([anyScenario, anyProduct, fc.constantFrom(...graded), position, position, position] as const),
        (s, p, id, need, x, y) => {
          const asked = asking(s, id, need, 'must')
          const [worse, better] = [Math.min(x, y), Math.max(x, y)].map(t =>
            matchPair(world, asked, telling(p, id, t)),
          )
          if (!worse || !better) throw new Error('two were asked')
          expect(better.score).toBeGreaterThanOrEqual(worse.score - 1e-12)
          expect(worth[better.verdict]).toBeGreaterThanOrEqual(worth[worse.verdict])
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each(kinds)(
    'what is disclosed and met never lowers the score, what is disclosed and unmet never raises it: %s',
    kind => {
      const ids = criterionIds.filter(id => criterionOf(id).kind === kind)
      const stateOf = (id: CriterionId, need: number, have: number) =>
        judge(id, needed(id, need), sample(id, have)).state
      const met = ids.flatMap(id => ends.flatMap(need => ends.map(have => stateOf(id, need, have))))
      expect(met, 'the samples of this kind meet and fail').toEqual(expect.arrayContaining(['T', 'F']))
      fc.assert(
        fc.property(
          ...([anyScenario, anyProduct, fc.constantFrom(...ids), position, position, position] as const),
          ...([anyDiscount, fc.constantFrom('must' as const, 'should' as const)] as const),
          (s, p, id, need, have, others, discount, necessity) => {
            const asked = asking(s, id, need, necessity)
            const [silent, told] = [silentOn(p, id), telling(p, id, have)]
            const state = stateOf(id, need, have)
            const market = worldWith(p, id, others, discount)
            const [before, after] = [matchPair(market, asked, silent), matchPair(market, asked, told)]
            if (state === 'T') expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-12)
            if (state === 'F') expect(after.score).toBeLessThanOrEqual(before.score + 1e-12)
          },
        ),
        { numRuns: 60 },
      )
    },
  )
})

describe('a must that is known to be unmet', () => {
  test('keeps the product out of the suggestions, whatever else speaks for it, and names what is missing', () => {
    const load = fc.double({ min: 0.1, max: 1000, noNaN: true })
    fc.assert(
      fc.property(load, load, fc.boolean(), (a, b, isWordy) => {
        fc.pre(Math.abs(a - b) > 1e-6)
        const [have, need] = [Math.min(a, b), Math.max(a, b)]
        const asked: MatchScenario = {
          ...scenario,
          requirements: [{ criterion: 'payloadKg', necessity: 'must', value: need }],
        }
        const weak = withSpecs(
          { payloadKg: { value: have, grade: 'A' } },
          { id: 'weak', text: isWordy ? asked.text : '' },
        )
        const list = matchProducts(world, asked, [weak, product])
        expect(list.main.map(each => each.productId)).not.toContain('weak')
        expect(orderProducts(world, asked, [weak, product])).not.toContain('weak')
        expect(list.near.find(each => each.productId === 'weak')).toMatchObject({
          gap: { criterion: 'payloadKg', need, have, difference: need - have },
        })
      }),
    )
  })

  test('is in no suggestion of any market', () => {
    fc.assert(
      fc.property(
        anyScenario,
        fc.uniqueArray(anyProduct, { selector: each => each.id, maxLength: 8 }),
        (s, ps) => {
          const musts = s.requirements.filter(each => each.necessity === 'must')
          const { main, rest } = matchProducts(world, s, ps)
          for (const { productId } of [...main, ...rest]) {
            const specs: Specs = ps.find(each => each.id === productId)?.specs ?? {}
            for (const { criterion, value } of musts)
              expect(judge(criterion, value, specs[criterion]?.value).state).not.toBe('F')
          }
        },
      ),
    )
  })
})

test('the grade of the evidence changes neither the score nor the verdict', () => {
  const grade = fc.constantFrom(...evidenceGradeIds)
  fc.assert(
    fc.property(anyScenario, anyProduct, grade, grade, (s, p, one, two) => {
      const graded = (given: typeof one): MatchProduct => ({
        ...p,
        specs: Object.fromEntries(
          Object.entries(p.specs).map(([id, spec]) => [id, { ...spec, grade: given }]),
        ),
      })
      const [a, b] = [matchPair(world, s, graded(one)), matchPair(world, s, graded(two))]
      expect([a.score, a.verdict, a.relevance]).toEqual([b.score, b.verdict, b.relevance])
    }),
  )
})

test('the order of the products changes no list, and twins stand by their ids', () => {
  const several = fc
    .uniqueArray(anyProduct, { selector: each => each.id, minLength: 1, maxLength: 5 })
    .map(list => list.flatMap(each => [each, { ...each, id: `${each.id}-twin` }]))
  const shuffled = several.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  const ids = ({ main, near, rest }: MatchList) =>
    [main, near, rest].map(list => list.map(each => each.productId))
  fc.assert(
    fc.property(anyScenario, shuffled, (s, [one, two]) => {
      expect(ids(matchProducts(world, s, two))).toEqual(ids(matchProducts(world, s, one)))
      expect(orderProducts(world, s, two)).toEqual(orderProducts(world, s, one))
    }),
    { numRuns: 60 },
  )
})
