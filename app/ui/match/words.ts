import type { MatchRow, Remark } from '#domain/matching/match.ts'
import { type CriterionValue, criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import { robotCategories, tasks } from '#domain/ontology/tasks.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { domains, maturities } from '#domain/vocabulary.ts'
import type { Key, Translate } from '#i18n/translate.ts'
import { shownFen } from '../products/words.ts'

/** 载重, 任务, 领域 …: what a row is about. */
export function subjectText(t: Translate, subject: MatchRow['subject']): string {
  return isCriterionId(subject) ? t.pick(criterionOf(subject).label) : t(`match.aspect.${subject}`)
}

/** A reason or a risk in words. */
export function remarkText(t: Translate, { key, params }: Remark): string {
  const words: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params)) words[name] = paramText(t, name, value)
  // A plural is chosen by `n`.
  if (typeof params.count === 'number') words.n = params.count
  return t(key, words)
}

function paramText(t: Translate, name: string, value: Remark['params'][string]): string | number {
  if (name === 'ratio') return t.number(tenth(Number(value)))
  if (name.endsWith('Fen')) return t.yuan(shownFen(Number(value)))
  if (typeof value === 'number') return value
  const ids = typeof value === 'string' ? [value] : value
  return ids.map(id => labelOf(t, name, id)).join(t.locale === 'zh' ? '、' : ', ')
}

const tenth = (value: number) => Math.round(value * 10) / 10

const tables: Record<string, Readonly<Record<string, Localized>>> = {
  domain: domains,
  maturity: maturities,
  category: labelled(robotCategories),
  tasks: labelled(tasks),
}

function labelOf(t: Translate, name: string, id: string): string {
  if ((name === 'criterion' || name === 'criteria') && isCriterionId(id)) return t.pick(criterionOf(id).label)
  const label = tables[name]?.[id]
  return label ? t.pick(label) : id
}

function labelled(table: Record<string, { label: Localized }>): Record<string, Localized> {
  return Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]))
}

/** 产品·载重 ↔ 场景·要求 1: the two fields that a remark rests on. */
export function fieldsText(t: Translate, { key, params, needField, haveField }: Remark): string {
  if (key === 'match.risk.mustUnknown')
    return t('match.fields', {
      have: String(paramText(t, 'criteria', params.criteria ?? [])),
      need: t('match.field.musts'),
    })
  return fieldPair(t, { needField, haveField })
}

export function fieldPair(
  t: Translate,
  { needField, haveField }: Pick<MatchRow, 'needField' | 'haveField'>,
): string {
  return t('match.fields', { have: haveText(t, haveField), need: needText(t, needField) })
}

const needNames: Record<string, Key> = {
  tasks: 'match.field.tasks',
  domain: 'match.field.domain',
  text: 'match.field.text',
  budgetFen: 'match.field.budget',
  termMonths: 'match.field.term',
  acceptsUnfinalised: 'match.field.acceptsUnfinalised',
  region: 'match.field.region',
}

function needText(t: Translate, field: string): string {
  const [, index] = /^requirements\.(\d+)$/.exec(field) ?? []
  if (index !== undefined) return t('match.field.requirement', { n: Number(index) + 1 })
  return t(needNames[field] ?? 'match.field.whole')
}

const haveNames: Record<string, Key> = {
  tasks: 'match.field.use',
  category: 'match.field.category',
  domains: 'match.field.domain',
  text: 'match.field.text',
  price: 'match.field.price',
  rental: 'match.field.rental',
  raas: 'match.field.raas',
  maturity: 'match.field.maturity',
  regions: 'match.field.regions',
  home: 'match.field.home',
}

function haveText(t: Translate, field: string): string {
  const criterion = field.startsWith('specs.') ? field.slice('specs.'.length) : ''
  if (isCriterionId(criterion)) return t.pick(criterionOf(criterion).label)
  return t(haveNames[field] ?? 'match.field.use')
}

type Sides = Pick<MatchRow, 'subject' | 'need' | 'have'>

/** `≥ 50 kg` of a typed requirement, in the unit of both sides; empty for what is no value of a criterion. */
export function needOf(t: Translate, { subject, need, have }: Sides): string {
  return isCriterionId(subject) && isValue(need)
    ? formatNeed(subject, need, t.locale, isValue(have) ? have : null)
    : ''
}

/** `60 kg` of a stated fact; 待确认 where nothing is stated. */
export function haveOf(t: Translate, { subject, need, have }: Sides): string {
  return isCriterionId(subject) && isValue(have)
    ? formatValue(subject, have, t.locale, isValue(need) ? need : null)
    : t('common.unknown')
}

/** A typed requirement's need and have are values, never the ids that other rows compare. */
function isValue(shown: MatchRow['need']): shown is CriterionValue {
  return shown !== null
}
