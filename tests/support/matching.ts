import fc from 'fast-check'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import type { Card } from '#domain/matching/scan.ts'
import { matchPair } from '#domain/matching/score.ts'
import { worldOf } from '#domain/matching/world.ts'
import {
  type CriterionId,
  type CriterionValue,
  criterionIds,
  criterionOf,
} from '#domain/ontology/criteria.ts'
import type { Requirement, Specs } from '#domain/ontology/requirement.ts'
import { robotCategoryIds, taskIds } from '#domain/ontology/tasks.ts'
import { commercialFormIds, domainIds, maturityIds } from '#domain/vocabulary.ts'

/** One hospital's need and one robot that answers it, and arbitrary ones for property tests. */
export const scenario: MatchScenario = {
  id: 's1',
  title: '住院药房到病区的药品配送',
  domain: 'healthcare',
  tasks: [{ task: 'hospitalDelivery', weight: 1 }],
  text: '住院药房到十四个病区的药品与标本配送，夜间人手不足，需乘电梯。',
  requirements: [
    { criterion: 'payloadKg', necessity: 'must', value: 100 },
    { criterion: 'elevator', necessity: 'must', value: true },
    { criterion: 'noiseDbA', necessity: 'should', value: 55 },
  ],
  budgetFen: 60_000_000,
  units: 2,
  acceptsUnfinalised: true,
  region: '北京西城区',
  responsiveness: null,
}

export const product: MatchProduct = {
  id: 'p1',
  name: '示例配送机器人',
  category: 'hospitalDelivery',
  tasks: [{ task: 'hospitalDelivery', weight: 1 }],
  domains: ['healthcare'],
  text: '病区药品与标本配送机器人，可乘电梯。',
  specs: {
    payloadKg: { value: 120, grade: 'B' },
    elevator: { value: true, grade: 'A' },
    noiseDbA: { value: 50, grade: 'C' },
  },
  maturity: 'unfinalised',
  priceFromFen: 20_000_000,
  priceToFen: 24_000_000,
  regions: '京津冀',
  home: '上海',
}

export const other: MatchProduct = {
  ...product,
  id: 'p2',
  name: '示例焊接机器人',
  category: 'weldingRobot',
  tasks: [{ task: 'welding', weight: 1 }],
  domains: ['manufacturing'],
  text: '厚板弧焊机器人。',
  specs: {},
}

/** What a store keeps beside a product or a scenario. */
export const card: Card = { version: '1', organization: 'o1', reported: false, listed: 0, until: null }

export const world = worldOf({ scenarios: [scenario], products: [product, other] }, ontologyConcepts)
export const withSpecs = (specs: Specs, rest: Partial<MatchProduct> = {}): MatchProduct => ({
  ...product,
  ...rest,
  specs: { ...product.specs, ...specs },
})
export const scoreOf = (s: MatchScenario, p: MatchProduct) => matchPair(world, s, p).score

/** A legal value of the criterion; `t` from 0 (least demanding to have) to 1 (best to have). */
export function sample(id: CriterionId, t: number): CriterionValue {
  const { kind, plausible, direction, options = {} } = criterionOf(id)
  const [low, high] = plausible
  if (kind === 'boolean') return t >= 0.5
  if (kind === 'choice') return Object.keys(options)[Math.round(t * (Object.keys(options).length - 1))] ?? ''
  if (kind === 'set')
    return Object.keys(options).slice(0, 1 + Math.round(t * (Object.keys(options).length - 1)))
  if (kind === 'range') return { min: low * t, max: high * t }
  return direction === 'atMost' ? high - t * (high - low) : low + t * (high - low)
}

export const position = fc.double({ min: 0, max: 1, noNaN: true })
const requirement = fc
  .record({
    criterion: fc.constantFrom(...criterionIds),
    necessity: fc.constantFrom('must' as const, 'should' as const),
    t: position,
  })
  .map(
    ({ criterion, necessity, t }): Requirement => ({
      criterion,
      necessity,
      value: criterionOf(criterion).kind === 'boolean' ? true : sample(criterion, t),
    }),
  )
const specs = fc
  .uniqueArray(fc.record({ criterion: fc.constantFrom(...criterionIds), t: position }), {
    selector: each => each.criterion,
    maxLength: 12,
  })
  .map(
    list =>
      Object.fromEntries(
        list.map(({ criterion, t }) => [criterion, { value: sample(criterion, t), grade: 'C' as const }]),
      ) as Specs,
  )
const someTasks = fc
  .uniqueArray(fc.constantFrom(...taskIds), { maxLength: 4 })
  .map(list => list.map(task => ({ task, weight: 1 })))
const money = fc.option(fc.integer({ min: 1, max: 1e12 }))
const place = fc.option(fc.constantFrom('北京海淀', '京津冀', '全国', '上海', '美国', ''))
const words = fc
  .array(fc.constantFrom('药品', '病区', '配送', '焊接', '厚板', '机器人', 'AGV', '电梯', '巡检', ''), {
    maxLength: 8,
  })
  .map(list => list.join(''))
export const anyScenario: fc.Arbitrary<MatchScenario> = fc.record({
  id: fc.uuid(),
  title: words,
  domain: fc.option(fc.constantFrom(...domainIds)),
  tasks: someTasks,
  text: words,
  requirements: fc.array(requirement, { maxLength: 8 }),
  budgetFen: money,
  units: fc.option(fc.integer({ min: 1, max: 500 })),
  commercialForm: fc.option(fc.constantFrom(...commercialFormIds)),
  termMonths: fc.option(fc.integer({ min: 1, max: 120 })),
  acceptsUnfinalised: fc.option(fc.boolean()),
  region: place,
  responsiveness: fc.option(position),
})
export const anyProduct: fc.Arbitrary<MatchProduct> = fc.record({
  id: fc.uuid(),
  name: words,
  category: fc.option(fc.constantFrom(...robotCategoryIds)),
  tasks: someTasks,
  domains: fc.uniqueArray(fc.constantFrom(...domainIds), { maxLength: 3 }),
  text: words,
  specs,
  maturity: fc.option(fc.constantFrom(...maturityIds)),
  priceFromFen: money,
  priceToFen: money,
  rentalFromFen: money,
  rentalToFen: money,
  raasFromFen: money,
  raasToFen: money,
  regions: place,
  home: place,
})
