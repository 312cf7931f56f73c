import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf, scoresUnder } from '#domain/matching/features.ts'
import { matchPair } from '#domain/matching/score.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { anyProduct, anyScenario, world } from '#tests/support/matching.ts'

test('what is kept of a pair gives its scores again, under the same weights and under others', () => {
  fc.assert(
    fc.property(anyScenario, anyProduct, fc.double({ min: 0, max: 1, noNaN: true }), (s, p, text) => {
      const features = featuresOf(matchPair(world, s, p))
      const other = {
        ...builtInWeights,
        demand: { ...builtInWeights.demand, text },
        unknownDiscount: 0.4,
      }
      for (const weights of [builtInWeights, other]) {
        const match = matchPair({ ...world, weights }, s, p)
        const scores = scoresUnder(features, weights)
        expect(scores.score).toBeCloseTo(match.score, 9)
        expect(scores.demand).toBeCloseTo(match.demand, 9)
        expect(scores.supply).toBeCloseTo(match.supply, 9)
      }
    }),
  )
})
