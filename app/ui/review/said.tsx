import { isCriterionId } from '#domain/ontology/criteria.ts'
import type { Translate } from '#i18n/translate.ts'
import { inReadingOrder, labelOf, measureOf, type Scalar, textOf } from '../audit/content-words.ts'

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)

/** What a field of a content says, in the reader's words; null where it says nothing. */
export function saidText(t: Translate, key: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (value instanceof Date) return t.dateTime(value)
  if (Array.isArray(value)) {
    const texts = value.flatMap(each =>
      isFields(each) ? listedRow(t, key, each) : (saidText(t, key, each) ?? []),
    )
    return texts.length > 0 ? texts.join(value.some(isFields) ? '\n' : t.locale === 'zh' ? '、' : ', ') : null
  }
  if (isFields(value)) return rowText(t, key, value)
  return textOf(t, key, value as Scalar)
}

/** A row among others says first what it is about. */
function listedRow(t: Translate, key: string, row: Fields): string {
  const { criterion, name } = row
  const about = typeof criterion === 'string' ? labelOf(t, criterion) : name
  const said = rowText(t, key, row)
  return typeof about === 'string' ? t('review.about', { about, said }) : said
}

/** A requirement, a specification, a metric or any other row: what is asked for, then each other fact with its name. */
function rowText(t: Translate, key: string, row: Fields): string {
  const goal = goalText(t, row)
  if (goal !== null) {
    const { direction, target, unit, ...rest } = row
    return joined(t, [goal, ...factTexts(t, rest)])
  }
  const { criterion, value, ...rest } = row
  const about = typeof criterion === 'string' ? criterion : key
  const measure = isCriterionId(about) ? measureOf(t, about, value, criterion ? 'need' : 'have') : null
  return joined(t, measure === null ? factTexts(t, row) : [measure, ...factTexts(t, rest)])
}

const joined = (t: Translate, texts: readonly string[]) => texts.join(t.locale === 'zh' ? '；' : '; ')

/** A metric's target as one says it: 不低于 97 %. */
function goalText(t: Translate, { direction, target, unit }: Fields): string | null {
  if (typeof direction !== 'string' || typeof target !== 'number') return null
  const goal = t('review.goal', { direction: textOf(t, 'direction', direction), target: t.number(target) })
  return typeof unit === 'string' ? `${goal} ${unit}` : goal
}

/** Whose word says by itself what it is about. */
const nameless = ['necessity', 'grade', 'weight']

function factTexts(t: Translate, row: Fields): string[] {
  return inReadingOrder(row).flatMap(([name, each]) => {
    // The row is called by its name already.
    if (name === 'name') return []
    if (name === 'mandatory') return [t(each ? 'common.necessity.mandatory' : 'common.necessity.should')]
    const said = saidText(t, name, each)
    if (said === null) return []
    return [nameless.includes(name) ? said : t('review.fact', { name: labelOf(t, name), said })]
  })
}

/** `requirements[2]`, `specs.payloadKg` or a plain field, as a person calls it. */
export function placeLabel(t: Translate, place: string, content: Fields): string {
  const [, field = place, index, key] = /^(\w+)(?:\[(\d+)\]|\.(\w+))?$/.exec(place) ?? []
  const list = content[field]
  if (index !== undefined) {
    const row: unknown = Array.isArray(list) ? list[Number(index)] : undefined
    const name = isFields(row) ? (row.criterion ?? row.name) : undefined
    const about = typeof name === 'string' ? labelOf(t, name) : t('review.row', { n: Number(index) + 1 })
    return t('review.place', { field: labelOf(t, field), row: about })
  }
  return key === undefined
    ? labelOf(t, field)
    : t('review.place', { field: labelOf(t, field), row: labelOf(t, key) })
}

/** A change's place: the field, and which row of it. */
export function changeLabel(t: Translate, { field, row }: { field: string; row: string | null }): string {
  if (row === null) return labelOf(t, field)
  const [name = row, nth] = row.split('#')
  const about = nth ? t('review.nth', { name: labelOf(t, name), n: nth }) : labelOf(t, name)
  return t('review.place', { field: labelOf(t, field), row: about })
}

/** What the platform notes for itself: with which template it was begun, which profile the site was taken from. */
const bookkeeping = ['template', 'siteId', 'siteVersion']

/** The fields of a content as people read them; the database keeps them in an order of its own. */
export const fieldsInOrder = (content: object): string[] =>
  inReadingOrder({ ...content }).flatMap(([field]) => (bookkeeping.includes(field) ? [] : [field]))
