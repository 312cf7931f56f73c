import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import { criterionIds } from '#domain/ontology/criteria.ts'
import { adoptTemplate, evaluationIn } from '#domain/scenarios/adopt.ts'
import { publicContent, seesConfidential, visibleContent } from '#domain/scenarios/confidential.ts'
import { confidentialPartIds } from '#domain/scenarios/confidential-parts.ts'
import { contradictionsIn, weightsOf } from '#domain/scenarios/contradictions.ts'
import { missingIn } from '#domain/scenarios/missing.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { Metric, Scenario } from '#domain/scenarios/scenario.ts'
import { mergeStep, stepShapes } from '#domain/scenarios/step-shapes.ts'
import {
  firstUnfinished,
  ownsCriterion,
  partsOf,
  placeOf,
  stepFields,
  writtenStepIds,
} from '#domain/scenarios/steps.ts'
import { templateIds } from '#domain/scenarios/template-ids.ts'
import { templates } from '#domain/scenarios/templates.ts'
import { brand, type ScenarioId } from '#domain/shared/ids.ts'
import { domainIds } from '#domain/vocabulary.ts'
import { scenarioContent } from '#tests/support/factories.ts'
import { demandId, matrixActors } from '#tests/support/matrix/actors.ts'

const whole = scenarioContent()
const blank: ScenarioDraft = { tasks: [], requirements: [], metrics: [] }

describe('templates', () => {
  test('there is one for every domain', () => {
    const served = new Set(templateIds.map(id => templates[id].domain))
    expect(domainIds.filter(id => !served.has(id))).toEqual([])
  })

  test.each(templateIds)(
    '%s: a name, a method, a unit and a direction for each metric, and no number',
    id => {
      const { metrics, prompts, tasks, asks } = templates[id]
      expect(metrics.length).toBeGreaterThanOrEqual(3)
      for (const locale of ['zh', 'en'] as const)
        for (const { name, method, unit, hint, ...rest } of metrics) {
          const row = { name: name[locale], method: method[locale], unit: unit[locale], ...rest }
          expect(Metric.omit({ target: true }).safeParse(row).error).toBeUndefined()
          expect(Metric.safeParse(row).success).toBe(false)
          expect(Metric.safeParse({ ...row, target: 1 }).success).toBe(true)
          expect(hint[locale]).not.toBe('')
        }
      expect(prompts.length).toBeGreaterThanOrEqual(3)
      expect(tasks.length).toBeGreaterThan(0)
      expect(asks.length).toBeGreaterThan(0)
    },
  )

  test('no English text of a template has Chinese in it', () => {
    const english = JSON.stringify(templates, (key, value) => (key === 'zh' ? undefined : value))
    expect(english).not.toMatch(/\p{Script=Han}/u)
  })

  test.each(templateIds)('%s fills what is blank and touches nothing that was written', id => {
    const filled = adoptTemplate(blank, id, 'zh')
    expect(filled.title).toBe(templates[id].title.zh)
    expect(filled.metrics.every(row => row.target === undefined && row.baseline === undefined)).toBe(true)
    expect(weightsOf(filled.evaluation ?? [])).toBe(100)
    const kept = adoptTemplate(whole, id, 'en')
    expect({ ...kept, template: undefined }).toEqual({ ...whole, template: undefined })
  })
})

describe('one rule for what is missing', () => {
  const wrong: [name: string, content: object, field: string][] = [
    [
      'a metric without a unit',
      { metrics: whole.metrics.map(({ unit: _, ...row }) => row) },
      'metrics[0].unit',
    ],
    [
      'a metric without a method',
      { metrics: whole.metrics.map(row => ({ ...row, method: '' })) },
      'metrics[0].method',
    ],
    ['two metrics', { metrics: whole.metrics.slice(1) }, 'metrics'],
    ['one evaluation criterion', { evaluation: [{ name: '报价', weight: 100 }] }, 'evaluation'],
    [
      'weights that make 99',
      {
        evaluation: [
          { name: '报价', weight: 40 },
          { name: '方案', weight: 59 },
        ],
      },
      'evaluation',
    ],
    [
      'half a weight',
      {
        evaluation: [
          { name: '报价', weight: 49.5 },
          { name: '方案', weight: 50.5 },
        ],
      },
      'evaluation[0].weight',
    ],
    ['questions at the deadline', { questionsUntil: whole.bidDeadline }, 'questionsUntil'],
    ['no end of questions', { questionsUntil: undefined }, 'questionsUntil'],
    ['funded without evidence', { budgetEvidence: undefined }, 'budgetEvidence'],
    ['a band upside down', { budgetFromFen: whole.budgetFen + 1 }, 'budgetFromFen'],
  ]
  test.each(wrong)('%s', (_, change, field) => {
    const content = { ...whole, ...change }
    expect(Scenario.safeParse(content).success).toBe(false)
    expect(missingIn(content as ScenarioDraft).map(each => each.field)).toContain(field)
  })

  test('nothing is missing from a whole one, stored and read again too', () => {
    expect(missingIn(whole)).toEqual([])
    expect(missingIn(JSON.parse(JSON.stringify(whole)))).toEqual([])
    expect(missingIn({ ...whole, readiness: 'idea', budgetEvidence: undefined })).toEqual([])
    expect(firstUnfinished(whole)).toBe('check')
    expect(firstUnfinished(blank)).toBe('task')
  })

  test('what several fields say is told although others are still empty', () => {
    const fields = missingIn({ ...blank, readiness: 'funded', evaluation: [{ weight: 30 }] }).map(
      ({ field }) => field,
    )
    expect(fields).toEqual(expect.arrayContaining(['title', 'budgetEvidence', 'evaluation']))
  })

  test('weights are right exactly when whole numbers make 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 6 }), weights => {
        const evaluation = weights.map((weight, index) => ({ name: `标准 ${index}`, weight }))
        const sum = weights.reduce((all, each) => all + each, 0)
        expect(Scenario.safeParse({ ...whole, evaluation }).success).toBe(sum === 100)
        expect(contradictionsIn({ evaluation }).length).toBe(sum === 100 ? 0 : 1)
      }),
    )
  })

  test('every missing field has a step of its own', () => {
    for (const { field } of missingIn(blank)) expect(placeOf(field, blank).step).not.toBe('check')
  })
})

describe('steps', () => {
  test('share out every field once', () => {
    const own = writtenStepIds.flatMap(step => [...stepFields[step]] as string[])
    expect(new Set(own).size).toBe(own.length)
    // Which profile the site was taken from is set by applying one.
    const shared = ['requirements', 'unknowns', 'unneeded', 'confidential', 'siteId', 'siteVersion']
    expect([...own, ...shared].sort()).toEqual(Object.keys(Scenario.shape).sort())
    const parts = writtenStepIds.flatMap(step => [...partsOf[step]])
    expect(parts.sort()).toEqual([...confidentialPartIds].sort())
    for (const id of criterionIds) expect(ownsCriterion('site', id)).toBe(!ownsCriterion('requirements', id))
  })

  test('a step that is saved blank leaves every other step as it was', () => {
    const full: ScenarioDraft = {
      ...adoptTemplate(whole, 'hospitalDelivery', 'zh'),
      unknowns: ['automaticDoor', 'integrationHis'],
      unneeded: ['stairs', 'armCount'],
      confidential: [...confidentialPartIds],
    }
    for (const step of writtenStepIds) {
      const words = z.object(stepShapes[step]).parse({})
      const merged = mergeStep(full, step, words)
      for (const other of writtenStepIds.filter(each => each !== step)) {
        for (const name of stepFields[other]) expect(merged[name]).toEqual(full[name])
        for (const part of partsOf[other]) expect(merged.confidential).toContain(part)
      }
      const isOther = (id: CriterionId | undefined) => id !== undefined && !ownsCriterion(step, id)
      expect(merged.requirements).toEqual(full.requirements.filter(each => isOther(each.criterion)))
      expect(merged.unknowns).toEqual(full.unknowns?.filter(isOther))
      expect(merged.unneeded).toEqual(full.unneeded?.filter(isOther))
    }
  })

  test('还不知道 and 没有要求 are answers, and an untouched question says nothing', () => {
    const shape = z.object(stepShapes.site)
    const words = shape.parse({
      requirements: [
        { criterion: 'elevator', necessity: 'must' },
        { criterion: 'passageWidthMm', necessity: 'unknown', value: '850' },
        { criterion: 'stairs', necessity: 'none' },
        { criterion: 'slopeDeg', necessity: '', value: '' },
        { criterion: 'noiseDbA', necessity: 'should', value: '５５' },
        { criterion: 'gapMm', necessity: 'must', value: '' },
        { criterion: '', necessity: '', value: '' },
      ],
    })
    const merged = mergeStep(blank, 'site', words)
    expect(merged.requirements).toEqual([
      { criterion: 'elevator', necessity: 'must', value: true },
      { criterion: 'noiseDbA', necessity: 'should', value: 55 },
      { criterion: 'gapMm', necessity: 'must' },
    ])
    expect(merged.unknowns).toEqual(['passageWidthMm'])
    expect(merged.unneeded).toEqual(['stairs'])
    const wrong = shape.safeParse({
      requirements: [{}, { criterion: 'noiseDbA', necessity: 'must', value: '吵' }],
    })
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['requirements.1.value'])
  })

  test('rows that nobody wrote in are no rows', () => {
    const typed = z
      .object(stepShapes.metrics)
      .parse({ metrics: [{ direction: 'atLeast', mandatory: 'on' }, { name: '准时率' }] })
    expect(typed.metrics).toHaveLength(1)
    expect(evaluationIn('zh')).toHaveLength(5)
  })
})

describe('仅向已核验企业公开', () => {
  const facts = {
    id: brand<ScenarioId>('01900000-0000-7000-8000-00000000000b'),
    status: 'published' as const,
    organizationId: demandId,
    source: 'platform' as const,
    district: '110106',
  }
  const content = {
    ...whole,
    processVolume: 180,
    confidential: [...confidentialPartIds],
    requirements: [{ criterion: 'payloadKg' as const, necessity: 'must' as const, value: 50, note: '秘密' }],
  }

  test('nothing of what is kept back is in what anybody may read, and everything else is', () => {
    const open = publicContent(content)
    for (const name of [
      'situation',
      'pain',
      'site',
      'processVolume',
      'budgetFen',
      'budgetEvidence',
      'exclusions',
    ] as const)
      expect(open).not.toHaveProperty(name)
    expect(JSON.stringify(open)).not.toContain('秘密')
    expect(open.requirements).toEqual([{ criterion: 'payloadKg', necessity: 'must', value: 50 }])
    expect(open.title).toBe(whole.title)
    expect(visibleContent({ kind: 'visitor' }, facts, content).hidden).toEqual([...confidentialPartIds])
    expect(publicContent({ ...content, confidential: [] })).toEqual({ ...content, confidential: [] })
  })

  const sees = [
    'demand owner',
    'demand editor',
    'demand viewer',
    'firm owner',
    'firm editor',
    'firm viewer',
    'foreign',
  ]
  const office = ['handler', 'handler who handled', 'approver', 'auditor', 'district', 'insider', 'recused']
  test.each(Object.entries(matrixActors))('%s', (name, actor) => {
    expect(seesConfidential(actor, facts)).toBe([...sees, ...office].includes(name))
  })
})
