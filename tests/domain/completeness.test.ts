import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionIds } from '#domain/ontology/criteria.ts'
import { taskIds } from '#domain/ontology/task-table.ts'
import { askedByBidders, completenessOf } from '#domain/scenarios/completeness.ts'
import { completenessWeights } from '#domain/scenarios/completeness-weights.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { districtCodes, domainIds } from '#domain/vocabulary.ts'
import { sample } from '#tests/support/matching.ts'

const metric = {
  name: '准时率',
  method: '按时签收除以全部',
  unit: '%',
  direction: 'atLeast',
  target: 95,
} as const
const need = (criterion: (typeof criterionIds)[number]) => ({ criterion, value: sample(criterion, 1) })

const whole: ScenarioDraft = {
  domain: 'healthcare',
  tasks: ['hospitalDelivery'],
  district: '110106',
  situation: '药房到病区送药',
  pain: '电梯等候久',
  processVolume: 180,
  site: '净宽 850 mm',
  requirements: (
    [
      'payloadKg',
      'passageWidthMm',
      'elevator',
      'automaticDoor',
      'lockedCompartments',
      'integrationHis',
    ] as const
  ).map(need),
  metrics: [metric, metric, metric],
  readiness: 'funded',
  budgetEvidence: 'annualBudget',
  evaluation: [
    { name: '满足程度', weight: 60 },
    { name: '报价', weight: 40 },
  ],
  questionsUntil: new Date('2026-12-01T09:00:00Z'),
  budgetFen: 54_000_000 as ScenarioDraft['budgetFen'],
  units: 2,
  commercialForm: 'trialThenBuy',
  pilotWeeks: 8,
  bidDeadline: new Date('2026-12-08T09:00:00Z'),
}
const empty: ScenarioDraft = { tasks: [], requirements: [], metrics: [] }

describe('what a bidder would still have to ask', () => {
  test('nothing, when all is said', () => {
    expect(askedByBidders(whole)).toEqual([])
    expect(completenessOf(whole).score).toBe(100)
  })

  test('everything of a blank sheet', () => {
    const asked = askedByBidders(empty)
    expect(asked.filter(({ kind }) => kind === 'field')).toHaveLength(16)
    expect(asked).toContainEqual({ kind: 'metrics', missing: 3 })
    expect(completenessOf(empty).score).toBe(0)
  })

  test('the criteria that decide, the parts of a metric, budget and deadline', () => {
    const { budgetFen: _, bidDeadline: __, ...rest } = whole
    const { method: ___, ...blunt } = metric
    const asked = askedByBidders({
      ...rest,
      requirements: [need('payloadKg'), { criterion: 'elevator' }],
      metrics: [metric, blunt],
    })
    expect(asked).toEqual([
      { kind: 'criterion', criterion: 'passageWidthMm' },
      { kind: 'criterion', criterion: 'elevator' },
      { kind: 'criterion', criterion: 'automaticDoor' },
      { kind: 'criterion', criterion: 'lockedCompartments' },
      { kind: 'criterion', criterion: 'integrationHis' },
      { kind: 'metric', row: 1, part: 'method' },
      { kind: 'metrics', missing: 1 },
      { kind: 'field', field: 'budgetFen' },
      { kind: 'field', field: 'bidDeadline' },
    ])
  })
})

describe('completeness', () => {
  test('the weights sum to 100', () => {
    expect(Object.values(completenessWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const metricDraft = fc.record(
    Object.fromEntries(Object.entries(metric).map(([part, value]) => [part, maybe(fc.constant(value))])),
  ) as unknown as fc.Arbitrary<NonNullable<ScenarioDraft['metrics']>[number]>
  const anyDraft = fc.record({
    domain: maybe(fc.constantFrom(...domainIds)),
    district: maybe(fc.constantFrom(...districtCodes)),
    tasks: fc.uniqueArray(fc.constantFrom(...taskIds), { maxLength: 5 }),
    situation: maybe(fc.constant('situation')),
    pain: maybe(fc.constant('pain')),
    site: maybe(fc.constant('site')),
    requirements: fc.array(
      fc.record({ criterion: maybe(fc.constantFrom(...criterionIds)), value: maybe(fc.constant(true)) }),
      { maxLength: 30 },
    ),
    metrics: fc.array(metricDraft, { maxLength: 5 }),
    budgetFen: maybe(fc.constant(whole.budgetFen)),
    readiness: maybe(fc.constantFrom('funded' as const, 'idea' as const)),
    budgetEvidence: maybe(fc.constant('annualBudget' as const)),
    evaluation: maybe(fc.constant(whole.evaluation)),
    processVolume: maybe(fc.constant(180)),
    questionsUntil: maybe(fc.constant(whole.questionsUntil)),
    unneeded: maybe(fc.uniqueArray(fc.constantFrom(...criterionIds), { maxLength: 5 })),
    units: maybe(fc.constant(2)),
    pilotWeeks: maybe(fc.constant(8)),
  }) as fc.Arbitrary<ScenarioDraft>

  test('is 0 to 100, its parts are shares, and 100 where nothing is left to ask', () => {
    fc.assert(
      fc.property(anyDraft, draft => {
        const { score, parts } = completenessOf(draft)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        for (const share of Object.values(parts)) expect(share >= 0 && share <= 1).toBe(true)
        if (askedByBidders(draft).length === 0) expect(score).toBe(100)
      }),
    )
  })

  test('another answer never lowers it, whichever part it is for', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (said, added) => {
        const more = { ...added, ...stated(said) }
        more.tasks = [...new Set([...(said.tasks ?? []), ...(added.tasks ?? [])])]
        more.requirements = [...(said.requirements ?? []), ...(added.requirements ?? [])]
        more.metrics = [
          ...(said.metrics ?? []).map((each, row) => ({ ...added.metrics?.[row], ...stated(each) })),
          ...(added.metrics ?? []),
        ]
        const [before, after] = [completenessOf(said), completenessOf(more)]
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        for (const [part, share] of Object.entries(before.parts))
          expect(Reflect.get(after.parts, part)).toBeGreaterThanOrEqual(share)
      }),
      { numRuns: 300 },
    )
  })

  function stated<T extends object>(record: T): T {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
  }
})
