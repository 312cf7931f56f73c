import type { Translate } from '#i18n/translate.ts'

/** The form's fields in words, by the names their controls have; `[]` stands for any row. */
export function fieldLabels(t: Translate): Record<string, string> {
  const need = (name: 'criterion' | 'necessity' | 'value' | 'note') =>
    `${t('scenario.form.requirements')} · ${t(`scenario.form.${name}`)}`
  const metric = (name: 'metricName' | 'method' | 'unit' | 'direction' | 'baseline' | 'target') =>
    `${t('scenario.form.metrics')} · ${t(`scenario.form.${name}`)}`
  return {
    title: t('scenario.form.title'),
    domain: t('scenario.form.domain'),
    tasks: t('scenario.form.tasks'),
    district: t('scenario.form.district'),
    situation: t('scenario.form.situation'),
    pain: t('scenario.form.pain'),
    site: t('scenario.form.siteField'),
    exclusions: t('scenario.form.exclusions'),
    requirements: t('scenario.form.requirements'),
    'requirements[].criterion': need('criterion'),
    'requirements[].necessity': need('necessity'),
    'requirements[].value': need('value'),
    'requirements[].note': need('note'),
    metrics: t('scenario.form.metrics'),
    'metrics[].name': metric('metricName'),
    'metrics[].method': metric('method'),
    'metrics[].unit': metric('unit'),
    'metrics[].direction': metric('direction'),
    'metrics[].baseline': metric('baseline'),
    'metrics[].target': metric('target'),
    readiness: t('scenario.form.readiness'),
    budgetEvidence: t('scenario.form.budgetEvidence'),
    budgetNote: t('scenario.form.budgetNote'),
    budgetFromFen: t('scenario.form.budgetFrom'),
    evaluation: t('scenario.form.evaluation'),
    'evaluation[].name': `${t('scenario.form.evaluation')} · ${t('scenario.form.evaluationName')}`,
    'evaluation[].weight': `${t('scenario.form.evaluation')} · ${t('scenario.form.weight')}`,
    questionsUntil: t('scenario.form.questionsUntil'),
    processVolume: t('scenario.form.process'),
    budgetFen: t('scenario.form.budget'),
    units: t('scenario.form.units'),
    commercialForm: t('scenario.form.commercialForm'),
    termMonths: t('scenario.form.term'),
    pilotWeeks: t('scenario.form.weeks'),
    bidDeadline: t('scenario.form.deadline'),
  }
}
