import type { Translate } from '#i18n/translate.ts'

/** The form's fields in words, by the names their controls have; `[]` stands for any row. */
export function fieldLabels(t: Translate): Record<string, string> {
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
    'requirements[].criterion': t('scenario.form.criterion'),
    'requirements[].necessity': t('scenario.form.necessity'),
    'requirements[].value': t('scenario.form.value'),
    'requirements[].note': t('scenario.form.note'),
    metrics: t('scenario.form.metrics'),
    'metrics[].name': t('scenario.form.metricName'),
    'metrics[].method': t('scenario.form.method'),
    'metrics[].unit': t('scenario.form.unit'),
    'metrics[].direction': t('scenario.form.direction'),
    'metrics[].baseline': t('scenario.form.baseline'),
    'metrics[].target': t('scenario.form.target'),
    readiness: t('scenario.form.readiness'),
    budgetFen: t('scenario.form.budget'),
    units: t('scenario.form.units'),
    commercialForm: t('scenario.form.commercialForm'),
    pilotWeeks: t('scenario.form.weeks'),
    bidDeadline: t('scenario.form.deadline'),
  }
}
