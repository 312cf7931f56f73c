import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsOf, reachOf } from '#domain/matching/reach.ts'
import { matchPair } from '#domain/matching/score.ts'
import { anyProduct, anyScenario, other, product, scenario, world } from '#tests/support/matching.ts'

describe('how far a firm reaches', () => {
  it('names the musts that keep it out, by how many calls they cost', () => {
    const needs = needsOf([
      {
        id: 'fits',
        tasks: scenario.tasks,
        requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 100 }],
      },
      {
        id: 'heavy',
        tasks: scenario.tasks,
        requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 200 }],
      },
      {
        id: 'heavier',
        tasks: scenario.tasks,
        requirements: [
          { criterion: 'payloadKg', necessity: 'must', value: 300 },
          { criterion: 'elevator', necessity: 'must', value: true },
        ],
      },
      {
        id: 'unsaid',
        tasks: scenario.tasks,
        requirements: [{ criterion: 'ipCode', necessity: 'must', value: 'IP54' }],
      },
      {
        id: 'wish',
        tasks: scenario.tasks,
        requirements: [{ criterion: 'payloadKg', necessity: 'should', value: 900 }],
      },
      { id: 'welding', tasks: other.tasks, requirements: [] },
    ])
    expect(reachOf([product], needs)).toEqual({
      scenarios: 6,
      work: 5,
      fits: ['fits', 'unsaid', 'wish'],
      obstacles: [{ criterion: 'payloadKg', scenarios: 2, alone: 2 }],
    })
    expect(reachOf([product, other], needs).fits).toContain('welding')
    expect(reachOf([], needs)).toEqual({ scenarios: 6, work: 0, fits: [], obstacles: [] })
  })

  it('agrees with the matcher on every pair', () => {
    fc.assert(
      fc.property(
        fc.array(anyScenario, { maxLength: 5 }),
        fc.array(anyProduct, { maxLength: 4 }),
        (scenarios, products) => {
          const needs = scenarios.map((each, nth) => ({ ...each, id: `s${nth}` }))
          const fits = needs
            .filter(need =>
              products.some(each => {
                const { verdict, relevance } = matchPair(world, need, each)
                return verdict !== 'F' && relevance !== 'F'
              }),
            )
            .map(({ id }) => id)
          expect([...reachOf(products, needsOf(needs)).fits].sort()).toEqual(fits)
        },
      ),
      { numRuns: 60 },
    )
  })
})
