import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { judge } from '#domain/matching/constraint.ts'
import type { ExplainedMatch, MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchProducts, matchScenarios } from '#domain/matching/rank.ts'
import { harmonic, matchPair, scoresFrom } from '#domain/matching/score.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { worldOf } from '#domain/matching/world.ts'
import { criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import {
  anyProduct,
  anyScenario,
  position,
  product,
  sample,
  scenario,
  scoreOf,
  world,
} from '#tests/support/matching.ts'

describe('the score', () => {
  test('follows from the rows alone, by the published formula', () => {
    fc.assert(
      fc.property(anyScenario, anyProduct, (s, p) => {
        const match = matchPair(world, s, p)
        expect(scoresFrom(match, builtInWeights)).toEqual({
          score: match.score,
          demand: match.demand,
          supply: match.supply,
        })
        const sum = (rows: typeof match.demandRows, part: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + part(row), 0)
        const utility = sum(match.demandRows, row => row.contribution)
        const known = sum(match.demandRows, row => (row.known ? row.weight : 0))
        expect(match.demand).toBeCloseTo(utility * (1 - 0.25 * (1 - known)), 9)
        expect(match.supply).toBeCloseTo(
          sum(match.supplyRows, row => row.contribution),
          9,
        )
        for (const rows of [match.demandRows, match.supplyRows]) {
          if (rows.length > 0) expect(sum(rows, row => row.weight)).toBeCloseTo(1, 9)
          for (const row of rows) expect(row.known).toBe(row.state !== 'U')
        }
      }),
    )
  })

  test('is a finite number from 0 to 1 for whatever comes in', () => {
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 1e308)
    fc.assert(
      fc.property(anyScenario, anyProduct, odd, odd, (s, p, a, b) => {
        const broken: MatchScenario = {
          ...s,
          budgetFen: a,
          units: b,
          tasks: s.tasks.map(each => ({ ...each, weight: a })),
          requirements: [
            ...s.requirements,
            { criterion: 'payloadKg', necessity: 'must', value: a },
            { criterion: 'temperatureC', necessity: 'must', value: { min: a, max: b } },
          ],
        }
        const strange: MatchProduct = {
          ...p,
          priceFromFen: b,
          priceToFen: a,
          specs: {
            ...p.specs,
            payloadKg: { value: b, grade: 'C' },
            temperatureC: { value: { min: b, max: a }, grade: 'C' },
          },
        }
        const { score, demand, supply, demandRows } = matchPair(world, broken, strange)
        for (const value of [
          score,
          demand,
          supply,
          ...demandRows.flatMap(row => [row.g, row.weight, row.contribution]),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('is the same number on the scenario’s page and on the product’s', () => {
    fc.assert(
      fc.property(
        fc.array(anyScenario, { minLength: 1, maxLength: 4 }),
        fc.array(anyProduct, { minLength: 1, maxLength: 4 }),
        (ss, ps) => {
          const both = worldOf({ scenarios: ss, products: ps }, ontologyConcepts)
          const all = (list: ReturnType<typeof matchProducts>): ExplainedMatch[] => [
            ...list.main,
            ...list.near,
            ...list.rest,
          ]
          const key = (each: ExplainedMatch) => `${each.scenarioId}/${each.productId}/${each.score}`
          const fromDemand = ss.flatMap(s => all(matchProducts(both, s, ps)).map(key))
          const fromSupply = ps.flatMap(p => all(matchScenarios(both, p, ss)).map(key))
          expect(fromDemand.sort()).toEqual(fromSupply.sort())
        },
      ),
      { numRuns: 40 },
    )
    fc.assert(fc.property(position, position, (a, b) => harmonic(a, b) === harmonic(b, a)))
  })

  test('never falls when one fact of the product gets better', () => {
    const ordered = criterionIds.filter(id => id !== 'ipCode' && id !== 'medicalDeviceClass')
    fc.assert(
      fc.property(
        anyScenario,
        anyProduct,
        fc.constantFrom(...ordered),
        position,
        position,
        (s, p, id, x, y) => {
          const asked: MatchScenario = {
            ...s,
            requirements: [
              ...s.requirements,
              {
                criterion: id,
                necessity: 'should',
                value: criterionOf(id).kind === 'boolean' ? true : sample(id, 0.4),
              },
            ],
          }
          const having = (t: number): MatchProduct => ({
            ...p,
            specs: { ...p.specs, [id]: { value: sample(id, t), grade: 'C' } },
          })
          expect(scoreOf(asked, having(Math.max(x, y)))).toBeGreaterThanOrEqual(
            scoreOf(asked, having(Math.min(x, y))) - 1e-12,
          )
        },
      ),
    )
  })

  test('never falls when a firm discloses a fact that meets the need', () => {
    fc.assert(
      fc.property(anyScenario, anyProduct, fc.constantFrom(...criterionIds), position, (s, p, id, t) => {
        const value = criterionOf(id).kind === 'boolean' ? true : sample(id, 0.4)
        const asked: MatchScenario = { ...s, requirements: [{ criterion: id, necessity: 'must', value }] }
        const have = criterionOf(id).direction === 'includes' ? value : sample(id, t)
        fc.pre(judge(id, value, have).state === 'T')
        const { [id]: _, ...rest } = p.specs
        const told = { ...p, specs: { ...rest, [id]: { value: have, grade: 'C' as const } } }
        expect(scoreOf(asked, told)).toBeGreaterThanOrEqual(scoreOf(asked, { ...p, specs: rest }) - 1e-12)
      }),
    )
  })

  test('the order does not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        anyScenario,
        fc.uniqueArray(anyProduct, { selector: each => each.id, maxLength: 6 }),
        (s, ps) => {
          const ids = (list: readonly MatchProduct[]) =>
            matchProducts(world, s, list).main.map(each => each.productId)
          expect(ids([...ps].reverse())).toEqual(ids(ps))
        },
      ),
      { numRuns: 40 },
    )
    const twins = ['b', 'a', 'c'].map(id => ({ ...product, id }))
    expect(matchProducts(world, scenario, twins).main.map(each => each.productId)).toEqual(['a', 'b', 'c'])
  })
})
