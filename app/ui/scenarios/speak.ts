import { criterionOf, isSet } from '#domain/ontology/criteria.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { isMonthly } from '#domain/products/prices.ts'
import { termOf } from '#domain/scenarios/term.ts'
import { budgetEvidences, commercialForms, readiness } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { SaidNeed, SaidScenario, ScenarioWords } from './view.ts'
import { needParts } from './words.ts'

/** Tasks and requirements in the reader's words: said where the ontology lies, so that a browser is not sent it. */
export function speakScenario(t: Translate, content: ScenarioWords): SaidScenario {
  const { tasks: ids, requirements, unknowns = [] } = content
  const needs = requirements.flatMap((need, index): SaidNeed[] => {
    const { criterion, necessity = 'must', value, note } = need
    if (!criterion) return []
    const parts = value === undefined ? null : needParts(criterion, value, t.locale)
    return [
      {
        key: `${criterion}-${index}`,
        name: t.pick(criterionOf(criterion).label),
        must: necessity === 'must',
        value: parts?.value ?? null,
        unit: parts?.unit,
        isSet: isSet(value),
        note,
      },
    ]
  })
  const open = unknowns.map(criterion => t.pick(criterionOf(criterion).label))
  const names = ids.map(id => t.pick(tasks[id].label)).join(t.locale === 'zh' ? '、' : ', ')
  const { readiness: stage, budgetEvidence } = content
  return {
    ...{ needs, unknowns: open, tasks: names === '' ? undefined : names, form: formText(t, content) },
    readiness: stage && t.pick(readiness[stage]),
    evidence: budgetEvidence && t.pick(budgetEvidences[budgetEvidence]),
  }
}

/** 租用，12 个月; what is paid once has no term. */
function formText(t: Translate, content: ScenarioWords): string | undefined {
  const { commercialForm } = content
  if (!commercialForm) return undefined
  const form = t.pick(commercialForms[commercialForm])
  if (!isMonthly(commercialForm)) return form
  const n = termOf(content)
  return n === undefined ? t('scenario.form.termOpen', { form }) : t('scenario.form.termOf', { form, n })
}
