import { criterionOf, isCriterionId, necessities } from '#domain/ontology/criteria.ts'
import { isRange } from '#domain/ontology/criterion.ts'
import { robotCategories, tasks } from '#domain/ontology/tasks.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import { industries } from '#domain/organizations/industries.ts'
import { documents } from '#domain/rewards/documents.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { regionOf } from '#domain/shared/regions.ts'
import { deployments, residencies, softwareKinds } from '#domain/solutions/solution.ts'
import {
  budgetEvidences,
  capabilities,
  commercialForms,
  districts,
  documentKinds,
  domains,
  evidenceGrades,
  fundingAnswers,
  maturities,
  organizationTypes,
  readiness,
  sources,
  targetDirections,
} from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'

export type Scalar = string | number | boolean | null

const labelsOf = (table: Record<string, { label: Localized }>) =>
  Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]))

/** What the words of each field mean; the field's own vocabulary first. */
const vocabularies: Record<string, Record<string, Localized>> = {
  domain: domains,
  domains,
  tasks: labelsOf(tasks),
  category: labelsOf(robotCategories),
  district: districts,
  necessity: necessities,
  direction: targetDirections,
  readiness,
  budgetEvidence: budgetEvidences,
  commercialForm: commercialForms,
  commercialForms,
  grade: evidenceGrades,
  maturity: maturities,
  funding: fundingAnswers,
  answer: fundingAnswers,
  document: Object.fromEntries(Object.entries(documents).map(([id, { title }]) => [id, title])),
  capabilities,
  asked: capabilities,
  decided: capabilities,
  type: organizationTypes,
  industry: industries,
  source: sources,
  kind: softwareKinds,
  deployment: deployments,
  residency: residencies,
}

const sums = ['ceiling', 'outerLimit', 'headroom', 'cap', 'room', 'assessed', 'reserved', 'fen', 'granted']
const isSum = (key: string) => key.endsWith('Fen') || sums.includes(key)
/** Whose values are criteria themselves. */
const criterionLists = ['criterion', 'unknowns', 'unneeded']
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A kept content has its fields in the order of the alphabet; people read them in this one. */
const order =
  `number version title name uscc firm selected debrief verdict ceiling headroom asked decided status capabilities
  model category domain domains demand supply scenario product tasks summary situation pain
  processPeople processShifts processHours processVolume processUnit site siteId siteVersion sitePhotos exclusions
  parts software quantity role pinned survey integration training maintenance responseHours
  criterion necessity value measured unit direction baseline target mandatory sample waiver method requirements unknowns unneeded metrics specs
  readiness maturity trl funding budgetEvidence budgetNote budgetFromFen budgetFen priceFen priceFromFen priceToFen rentalFromFen rentalToFen raasFromFen raasToFen units serial commercialForm termMonths commercialForms
  acceptsUnfinalised pilotWeeks deliveryWeeks evaluation weight questionsUntil bidDeadline confidential regions district region type industry legalRepresentative usccNote
  offer approach deviations support receiptHash submittedAt pilot solution conditions failures form facts assessment
  approvedFen granted capYear notice paidOn voucher ledger documents kind issuer validUntil valid
  reports periodStart periodEnd scheduledHours availableHours interventions signatures reviews mean objections conflictFree bids`.split(
    /\s+/,
  )
const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
export const inReadingOrder = (fields: Record<string, unknown>): [key: string, value: unknown][] =>
  Object.entries(fields).toSorted(([a], [b]) => placeOf(a) - placeOf(b))

/** A field in the reader's language, as far as it has a name of its own. */
export function labelOf(t: Translate, key: string): string {
  if (isCriterionId(key)) return t.pick(criterionOf(key).label)
  return t.maybe(`audit.field.${key}`) ?? key
}

/** A value as it was meant: money with its unit, an instant in Beijing time, a word of a vocabulary in full. */
export function textOf(t: Translate, key: string, value: Scalar): string {
  if (value === null) return t('audit.unknown')
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (typeof value === 'number') return numberText(t, key, value)
  if (value === '') return t('audit.nothing')
  if (instant.test(value)) return t.dateTime(value)
  if (criterionLists.includes(key) && isCriterionId(value)) return t.pick(criterionOf(value).label)
  if (key === 'kind' && Object.hasOwn(documentKinds, value))
    return t.pick(documentKinds[value as keyof typeof documentKinds])
  if (key === 'regionCode') return regionText(t, value)
  const settled = key === 'settles' ? t.maybe(`reward.settles.${value}`) : null
  if (settled !== null) return settled
  const part = key === 'confidential' ? t.maybe(`wizard.confidential.part.${value}`) : null
  if (part !== null) return part
  const known = vocabularies[key]?.[value]
  return known ? t.pick(known) : (t.maybe(`audit.value.${value}`) ?? value)
}

function numberText(t: Translate, key: string, value: number): string {
  if (isSum(key)) return t.yuan(value)
  return key === 'year' || key === 'capYear' ? String(value) : t.number(value)
}

function regionText(t: Translate, code: string): string {
  const region = regionOf(code)
  return region ? t.pick(region) : code
}

/** A requirement's or a specification's own value, with the unit of its criterion; null when it is none. */
export function measureOf(
  t: Translate,
  criterion: string,
  value: unknown,
  side: 'need' | 'have',
): string | null {
  if (!isCriterionId(criterion)) return null
  const fits = ['number', 'boolean', 'string'].includes(typeof value) || isRange(value)
  if (!fits) return null
  const format = side === 'need' ? formatNeed : formatValue
  return format(criterion, value as Parameters<typeof formatNeed>[1], t.locale)
}

/** What an object of this noun is done to, in words: the noun's own first, then those of the log. */
export function deedWords(t: Translate, noun: string, deed: string): string {
  const part = { entry: 'catalog', claim: 'reward.claim' }[noun] ?? noun
  const [verb = ''] = deed.split('.')
  return (
    t.maybe(`${part}.deed.${deed}`) ??
    t.maybe(`audit.deed.${deed}`) ??
    t.maybe(`audit.deed.${verb}._`) ??
    t.maybe(`audit.deed.${verb}`) ??
    deed
  )
}

export const statusWords = (t: Translate, noun: string, status: string) =>
  t.maybe(`status.${noun}.${status}`) ?? t.maybe(`audit.value.${status}`) ?? status
