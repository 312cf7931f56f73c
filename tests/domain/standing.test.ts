import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { judge } from '#domain/matching/constraint.ts'
import { enoughFor } from '#domain/matching/enough.ts'
import { heatOf } from '#domain/matching/heat.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchScenarios } from '#domain/matching/rank.ts'
import { costsOf, nearGaps, restandsOf, standsOf, tallyOf } from '#domain/matching/standing.ts'
import type { Stated } from '#domain/matching/stated.ts'
import { stepsOf } from '#domain/matching/steps.ts'
import { stating } from '#domain/matching/suppose.ts'
import { type World, worldOf } from '#domain/matching/world.ts'
import { type CriterionId, criterionOf } from '#domain/ontology/criteria.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import { leastFirms, marketCells, rounded } from '#domain/standing/market-cell.ts'
import { type Suggest, Supposed, supposedProduct, whatIf } from '#domain/standing/what-if.ts'
import {
  anyProduct,
  anyScenario,
  card,
  position,
  product,
  sample,
  scenario,
  withSpecs,
  world,
} from '#tests/support/matching.ts'

const must = (criterion: CriterionId, value: Requirement['value']): Requirement => ({
  ...{ criterion, necessity: 'must', value },
})
const asking = (id: string, ...requirements: Requirement[]): MatchScenario => ({
  ...scenario,
  id,
  requirements,
})

const suggesting = (world: World, list: readonly MatchScenario[]): Suggest => {
  const open = openCalls()
  for (const each of list) open.put(each, card)
  return one => open.scan(world, one, { main: list.length }).main
}

/** Five calls for a robot that carries 60 kg, cannot ride lifts and says nothing of its width. */
const robot = withSpecs({
  payloadKg: { value: 60, grade: 'C' },
  elevator: { value: false, grade: 'C' },
})
const calls = [
  asking('s-100', must('payloadKg', 100)),
  asking('s-100-lift', must('payloadKg', 100), must('elevator', true)),
  asking('s-150', must('payloadKg', 150), must('passageWidthMm', 850)),
  asking('s-lift', must('elevator', true)),
  asking('s-width', must('payloadKg', 50), must('passageWidthMm', 800)),
  asking('s-open', must('payloadKg', 50)),
  { ...asking('s-other', must('payloadKg', 500)), tasks: [{ task: 'welding' as const, weight: 1 }] },
]

const mute = <T extends { text: string }>(each: T): T => ({ ...each, text: '' })
const market = (scenarios: readonly MatchScenario[], products: readonly MatchProduct[]) =>
  worldOf({ scenarios, products }, ontologyConcepts)
const scenariosOf = fc.uniqueArray(anyScenario.map(mute), { selector: each => each.id, maxLength: 14 })
const suggestedBy = (list: readonly MatchScenario[], one: MatchProduct) =>
  matchScenarios(market(list, [one]), one, list, list.length).main.map(each => each.scenarioId)

describe('what is enough', () => {
  test.each([
    ['payloadKg', [100, 150], null, 150],
    ['passageWidthMm', [850, 800], null, 800],
    ['elevator', [true], false, true],
    ['ipCode', ['IP54', 'IP65'], 'IP42', 'IP65'],
    ['temperatureC', [{ min: -10, max: 30 }], { min: 0, max: 45 }, { min: -10, max: 45 }],
    ['languages', [['mandarin'], ['english']], ['mandarin'], ['mandarin', 'english']],
    ['medicalDeviceClass', ['I', 'II'], null, null],
    ['payloadKg', [{ min: 9, max: 1 }], null, null],
  ] as const)('%s for %j', (criterion, needs, have, enough) => {
    expect(enoughFor(criterion, [...needs], have)).toEqual(enough)
  })

  test('is enough for every need it was named for', () => {
    fc.assert(
      fc.property(anyScenario, anyProduct, ({ requirements }, { specs }) => {
        for (const { criterion } of requirements) {
          const needs = requirements.filter(each => each.criterion === criterion).map(each => each.value)
          const value = enoughFor(criterion, needs, specs[criterion]?.value)
          if (value !== null) for (const need of needs) expect(judge(criterion, need, value).state).toBe('T')
        }
      }),
    )
  })
})

describe('where a product stands', () => {
  const stands = standsOf(robot, calls)

  test('each call in its place', () => {
    expect(stands.map(({ scenario: { id }, place }) => [id, place])).toEqual([
      ['s-100', 'near'],
      ['s-100-lift', 'ruledOut'],
      ['s-150', 'near'],
      ['s-lift', 'near'],
      ['s-width', 'pending'],
      ['s-open', 'met'],
      ['s-other', 'otherWorkRuledOut'],
    ])
  })

  test('the smallest gap first, with what would be enough', () => {
    expect(nearGaps(robot, stands)).toMatchObject([
      { scenarioId: 's-100', need: 100, have: 60, difference: 40, relative: 0.4, enough: 100, stillOpen: 0 },
      { scenarioId: 's-150', need: 150, have: 60, difference: 90, relative: 0.6, enough: 150, stillOpen: 1 },
      { scenarioId: 's-lift', criterion: 'elevator', difference: null, relative: 1, enough: true },
    ])
  })

  test('the specifications that cost most', () => {
    expect(costsOf(stands)).toEqual([
      { criterion: 'payloadKg', alone: 2, together: 1, pending: 0, pendingAlone: 0 },
      { criterion: 'elevator', alone: 1, together: 1, pending: 0, pendingAlone: 0 },
      { criterion: 'passageWidthMm', alone: 0, together: 0, pending: 1, pendingAlone: 1 },
    ])
  })

  test('which value opens how many', () => {
    const steps = (criterion: CriterionId) => stepsOf(robot, { stands, criterion })
    expect(steps('payloadKg')).toEqual([
      { value: 100, enters: ['s-100'], settles: [], loses: [] },
      { value: 150, enters: ['s-100', 's-150'], settles: [], loses: [] },
    ])
    expect(steps('elevator')).toEqual([{ value: true, enters: ['s-lift'], settles: [], loses: [] }])
    expect(steps('passageWidthMm')).toEqual([{ value: 800, enters: [], settles: ['s-width'], loses: [] }])
  })

  test('the counts are the matcher’s', () => {
    fc.assert(
      fc.property(scenariosOf, anyProduct.map(mute), (list, one) => {
        const found = matchScenarios(market(list, [one]), one, list, list.length)
        const tally = tallyOf(standsOf(one, list))
        expect(tally.met + tally.pending).toBe(found.main.length)
        expect(tally.met).toBe(found.main.filter(each => each.verdict === 'T').length)
        expect(tally.near).toBe(found.near.length)
        expect(tally.otherWork).toBe(found.rest.length)
        const stated = nearGaps(one, standsOf(one, list))
        expect(new Set(stated.map(each => each.scenarioId))).toEqual(
          new Set(found.near.map(each => each.scenarioId)),
        )
        const costs = costsOf(standsOf(one, list))
        expect(costs.reduce((sum, each) => sum + each.alone, 0)).toBe(tally.near)
      }),
      { numRuns: 50 },
    )
  })

  test('what a step promises, the matcher keeps', () => {
    fc.assert(
      fc.property(scenariosOf, anyProduct.map(mute), (list, bare) => {
        // The same work everywhere, so that the musts decide.
        const one = { ...bare, tasks: product.tasks, category: product.category }
        const same = list.map(each => ({ ...each, tasks: scenario.tasks }))
        const stands = standsOf(one, same)
        const before = suggestedBy(same, one)
        for (const { criterion } of costsOf(stands)) {
          let most = 0
          for (const { value, enters, settles, loses } of stepsOf(one, { stands, criterion })) {
            const after = suggestedBy(same, { ...one, specs: stating(one, criterion, value) })
            expect(new Set(enters)).toEqual(new Set(after.filter(id => !before.includes(id))))
            expect(new Set(loses)).toEqual(new Set(before.filter(id => !after.includes(id))))
            expect(enters.length + settles.length).toBeGreaterThan(most)
            most = enters.length + settles.length
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a number that goes further never opens less', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), needs => {
        const list = needs.map((need, index) => asking(`s${index}`, must('payloadKg', need)))
        const steps = stepsOf(robot, { stands: standsOf(robot, list), criterion: 'payloadKg' })
        expect(steps.length).toBeLessThanOrEqual(4)
        expect(steps.at(-1)?.enters.length ?? 0).toBe(needs.filter(need => need > 60).length)
        for (const [index, step] of steps.entries()) {
          const next = steps[index + 1]
          if (next) expect(next.enters).toEqual(expect.arrayContaining([...step.enters]))
        }
      }),
    )
  })
})

describe('what if', () => {
  const stands = standsOf(robot, calls)
  const read = (typed: Record<string, unknown>) => Supposed.safeParse(typed)

  test('reads what was typed, each mistake at its own field', () => {
    expect(
      read({ payloadKg: '１００ 公斤', elevator: 'true', price: '18', maturity: 'series' }),
    ).toMatchObject({
      success: true,
      data: { specs: { payloadKg: 100, elevator: true }, price: 18_000_000, maturity: 'series' },
    })
    const wrong = read({ payloadKg: 'heavy', elevator: 'maybe', price: '-3', maturity: 'soon' })
    expect(wrong.error?.issues.map(issue => issue.path[0]).sort()).toEqual([
      ...['elevator', 'maturity', 'payloadKg', 'price'],
    ])
    const facts = ['payloadKg', 'reachMm', 'massKg', 'noiseDbA', 'runtimeHours'].map(id => [id, '10'])
    expect(read(Object.fromEntries(facts)).success).toBe(true)
    const many = read({ ...Object.fromEntries(facts), price: '1' })
    expect(many.error?.issues).toMatchObject([{ path: [], message: 'standing.ask.tooMany|max=5' }])
  })

  test('brings in, settles and loses what the matcher says', () => {
    const supposed: Supposed = { specs: { payloadKg: 150, passageWidthMm: 820 } }
    const answer = whatIf({ product: robot, supposed, stands }, suggesting(world, calls))
    expect(answer).toMatchObject({ enters: ['s-100', 's-150'], settles: [], loses: ['s-width'] })
    expect(answer.before).toMatchObject({ met: 1, pending: 1, near: 3 })
    expect(answer.after).toMatchObject({ met: 3, pending: 0 })
    expect(answer.moved.map(each => each.after?.rank ?? null)).toEqual([1, 2, 3, null])
  })

  test('judges again whom the change concerns, and comes out as if all had been', () => {
    fc.assert(
      fc.property(scenariosOf, anyProduct, position, (list, one, t) => {
        const asked = list.flatMap(each => each.requirements)[0]?.criterion ?? 'payloadKg'
        const after = { ...one, specs: stating(one, asked, sample(asked, t)) }
        const again = restandsOf(standsOf(one, list), after, new Set([asked]))
        expect(again).toEqual(standsOf(after, list))
      }),
      { numRuns: 100 },
    )
  })

  test('nothing changed changes nothing; and the scores are the very matcher’s', () => {
    fc.assert(
      fc.property(scenariosOf, anyProduct, position, (list, one, t) => {
        const all = market(list, [one])
        const [asked] = list.flatMap(each => each.requirements)
        const specs = asked ? { [asked.criterion]: sample(asked.criterion, t) } : {}
        const input = { product: one, stands: standsOf(one, list) }
        const same = whatIf({ ...input, supposed: { specs: {} } }, suggesting(all, list))
        expect(same).toMatchObject({ enters: [], settles: [], loses: [], before: same.after })
        const { moved } = whatIf({ ...input, supposed: { specs } }, suggesting(all, list))
        const after = matchScenarios(all, supposedProduct(one, { specs }), list, list.length)
        expect(moved.flatMap(each => (each.after ? [[each.scenarioId, each.after.score]] : []))).toEqual(
          after.main.map(each => [each.scenarioId, expect.closeTo(each.score, 9)]),
        )
      }),
      { numRuns: 25 },
    )
  })
})

describe('the market cell', () => {
  const firm = (name: string, value: number, times = 1): Stated[] =>
    Array.from({ length: times }, () => ({ firm: name, value }))
  const five = ['a', 'b', 'c', 'd', 'e'].flatMap((name, index) => firm(name, 100 + 40 * index))
  const cell = (products: readonly Stated[], readers: readonly string[] = []) =>
    marketCells(new Map([['payloadKg', products]]), { own: 'own', readers }).get('payloadKg')

  test('speaks from five other firms on, not from five products', () => {
    expect(cell([...five.slice(1), ...firm('e', 300, 20)])).toBeUndefined()
    expect(cell([...five.slice(1), ...firm('own', 300)])).toBeUndefined()
    expect(cell(five)).toEqual({ criterion: 'payloadKg', firms: leastFirms, quartiles: [150, 200, 200] })
  })

  test('a reader’s other firms do not help to reach five', () => {
    expect(cell(five, ['e'])).toBeUndefined()
    expect(cell([...five, ...firm('f', 120)], ['e'])).toBeDefined()
  })

  test('what the firm itself publishes changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 6 }), values => {
        const own = values.flatMap(value => firm('own', value))
        expect(cell([...own, ...five])).toEqual(cell(five))
      }),
    )
  })

  test('no value of a firm can be read off: one of them moves, and the cell says the same unless it moves far', () => {
    for (const value of [178, 180, 184]) {
      const moved = five.map(each => (each.firm === 'c' ? (firm('c', value)[0] ?? each) : each))
      expect(cell(moved)).toEqual(cell(five))
    }
    expect(cell([...five, ...firm('f', 180)])?.firms).toBe(cell(five)?.firms)
  })

  test.each([
    [0, 0],
    [178, 200],
    [0.128, 0.12],
    [4321, 4000],
    [96, 100],
    [13, 12],
  ])('%d is said as %d', (value, said) => {
    expect(rounded(value)).toBe(said)
  })
})

describe('demand heat', () => {
  test('how many ask, how many must, and how much', () => {
    const heat = heatOf(calls.slice(0, 6))
    expect(heat[0]).toEqual({
      ...{ criterion: 'payloadKg', asked: 5, must: 5, common: [] },
      spread: { min: 50, median: 100, max: 150 },
    })
    expect(heat.find(each => each.criterion === 'elevator')).toMatchObject({
      ...{ asked: 2, spread: null, common: [{ value: true, asked: 2 }] },
    })
    expect(criterionOf('elevator').kind).toBe('boolean')
  })
})
