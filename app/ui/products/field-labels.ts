import { criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import type { Key, Translate } from '#i18n/translate.ts'

const labels: Record<string, Key> = {
  name: 'product.form.name',
  model: 'product.form.model',
  category: 'product.form.category',
  domains: 'product.form.domains',
  tasks: 'product.form.tasks',
  summary: 'product.form.summary',
  specs: 'product.form.specs',
  maturity: 'product.form.maturity',
  trl: 'product.form.trl',
  funding: 'product.form.funding',
  grants: 'product.form.grants',
  priceFromFen: 'product.prices.field.priceFromFen',
  priceToFen: 'product.prices.field.priceToFen',
  rentalFromFen: 'product.prices.field.rentalFromFen',
  rentalToFen: 'product.prices.field.rentalToFen',
  raasFromFen: 'product.prices.field.raasFromFen',
  raasToFen: 'product.prices.field.raasToFen',
  commercialForms: 'product.form.forms',
  regions: 'product.form.regions',
}

const proofParts = ['grade', 'source', 'sourceDay', 'body', 'pilot', 'metric'] as const
const isProof = (part: string | undefined): part is (typeof proofParts)[number] =>
  (proofParts as readonly (string | undefined)[]).includes(part)

/** A field in words, by the name its control has: `summary`, `specs.payloadKg.value`. */
export function fieldLabel(t: Translate, name: string): string {
  const [head = '', criterion, part] = name.split('.')
  if (head === 'specs' && isCriterionId(criterion)) {
    const label = t.pick(criterionOf(criterion).label)
    if (isProof(part)) return `${label}${t.locale === 'zh' ? '，' : ', '}${t(`product.form.${part}`)}`
    return label
  }
  const key = labels[head.replace(/\[.*$/, '')]
  return key ? t(key) : ''
}
