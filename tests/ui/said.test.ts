import { describe, expect, it } from 'vitest'
import { criterionIds } from '#domain/ontology/criteria.ts'
import { Product } from '#domain/products/product.ts'
import { confidentialPartIds } from '#domain/scenarios/confidential-parts.ts'
import { EvaluationCriterion, Metric, Scenario } from '#domain/scenarios/scenario.ts'
import { Solution } from '#domain/solutions/solution.ts'
import { budgetEvidenceIds } from '#domain/vocabulary.ts'
import { labelOf } from '#ui/audit/content-words.ts'
import { saidText } from '#ui/review/said.tsx'
import { translate } from '../support/render.tsx'

const locales = ['zh', 'en'] as const
const shapes = { Scenario, Metric, EvaluationCriterion, Product, Solution }

describe('a content as its officer and its author read it', () => {
  it.each(Object.entries(shapes))('names every field of a %s', (_, { shape }) => {
    const bare = locales.flatMap(locale =>
      Object.keys(shape).filter(field => labelOf(translate(locale), field) === field),
    )
    expect(bare).toEqual([])
  })

  it.each([
    ['budgetEvidence', budgetEvidenceIds],
    ['confidential', confidentialPartIds],
    ['unknowns', criterionIds],
  ])('says the choices of %s in words', (field, ids) => {
    for (const locale of locales)
      for (const id of ids) expect(saidText(translate(locale), field, id)).not.toBe(id)
  })

  it('says a metric and an evaluation criterion as a sentence', () => {
    const metric = {
      name: '覆盖率',
      unit: '%',
      direction: 'atLeast',
      target: 97,
      baseline: 70,
      mandatory: true,
    }
    expect(saidText(translate('zh'), 'metrics', { ...metric, method: '按夜记录' })).toBe(
      '不低于 97 %；现状：70；必达；测法与数据来源：按夜记录',
    )
    expect(saidText(translate('zh'), 'evaluation', [{ name: '报价', weight: 15 }])).toBe('报价：15')
    // A draft may lack its target; what there is is said all the same.
    expect(saidText(translate('zh'), 'metrics', { unit: '件', baseline: 3, mandatory: false })).toContain(
      '现状：3',
    )
  })
})
