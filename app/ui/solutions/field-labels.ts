import type { Key, Translate } from '#i18n/translate.ts'

const labels: Record<string, Key> = {
  name: 'solution.form.name',
  summary: 'solution.form.summary',
  domains: 'solution.form.domains',
  tasks: 'solution.form.tasks',
  parts: 'solution.form.parts',
  software: 'solution.form.softwareRows',
  survey: 'solution.form.survey',
  integration: 'solution.form.integration',
  training: 'solution.form.training',
  maintenance: 'solution.form.maintenance',
  responseHours: 'solution.form.responseHours',
  priceFromFen: 'solution.form.priceFrom',
  priceToFen: 'solution.form.priceTo',
  deliveryWeeks: 'solution.form.deliveryWeeks',
  regions: 'solution.form.regions',
}

const inRow: Record<string, Key> = {
  number: 'solution.form.number',
  quantity: 'solution.form.quantity',
  role: 'solution.form.role',
  kind: 'solution.form.kind',
  name: 'solution.form.softwareName',
  provider: 'solution.form.provider',
  interfaces: 'solution.form.interfaces',
  deployment: 'solution.form.deployment',
  residency: 'solution.form.residency',
}

/** The field alone, where the row is said beside it. */
export function controlLabel(t: Translate, name: string): string {
  const [, list = '', part = ''] = /^(\w+)(?:\[\d+\](?:\.(\w+))?)?$/.exec(name) ?? []
  const key = inRow[part] ?? labels[list]
  return key ? t(key) : ''
}

/** A field in words, by the name its control has: `summary`, `parts[0].number`. */
export function fieldLabel(t: Translate, name: string): string {
  const [, list = '', index, part = ''] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(name) ?? []
  const head = labels[list]
  const field = inRow[part]
  if (!head) return ''
  if (index === undefined || !field) return t(head)
  return t('solution.form.rowField', { list: t(head), n: Number(index) + 1, field: t(field) })
}
