import type { ReactNode } from 'react'
import { type FactKey, facts, factText } from '#domain/rewards/words.ts'
import type { Translate } from '#i18n/translate.ts'
import { listText } from '../products/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { inReadingOrder, labelOf, measureOf, type Scalar, textOf } from './content-words.ts'

type Fields = Record<string, unknown>

const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object'
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isShort = (fields: Fields) =>
  Object.values(fields).every(value => isScalar(value) || (Array.isArray(value) && value.every(isScalar)))

/** A content that was kept, as labelled fields; what was not known then is said so. */
export function Content({ content }: { content: unknown }) {
  if (!isFields(content)) return <div className="kept">{valueNamed('', content)}</div>
  return (
    <dl className="kept">
      {inReadingOrder(content).map(([key, value]) => (
        <Row key={key} name={key} value={value} />
      ))}
    </dl>
  )
}

function Row({ name, value }: { name: string; value: unknown }) {
  const t = useT()
  return (
    <div>
      <dt>{labelOf(t, name)}</dt>
      <dd>
        <Value name={name} value={value} />
      </dd>
    </div>
  )
}

const valueNamed = (name: string, value: unknown): ReactNode => <Value name={name} value={value} />

function Value({ name, value }: { name: string; value: unknown }) {
  const t = useT()
  if (isScalar(value))
    return <span className={value === null ? 'ink3' : undefined}>{textOf(t, name, value)}</span>
  if (!Array.isArray(value)) return isFields(value) ? <Group name={name} fields={value} /> : null
  if (value.length === 0) return <span className="ink3">{t('audit.nothing')}</span>
  if (value.every(isScalar))
    return (
      <>
        {listText(
          t,
          value.map(each => textOf(t, name, each)),
        )}
      </>
    )
  return (
    <ol className="kept__list">
      {value.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a kept list never changes
        <li key={index}>{isFields(each) ? <Group name={name} fields={each} /> : valueNamed(name, each)}</li>
      ))}
    </ol>
  )
}

/** A small record reads as one line, a larger one as fields of its own. */
function Group({ name, fields }: { name: string; fields: Fields }) {
  const t = useT()
  const measured = measureIn(t, name, fields)
  if (measured) return <p className="kept__line">{measured}</p>
  if (isCondition(fields)) return <p className="kept__line">{conditionOf(t, fields)}</p>
  if (isShort(fields) && name !== 'form') return <Line fields={fields} />
  return (
    <dl className="kept kept--in">
      {inReadingOrder(fields).map(([key, value]) => (
        <Row key={key} name={key} value={value} />
      ))}
    </dl>
  )
}

function Line({ fields }: { fields: Fields }) {
  const t = useT()
  const known = inReadingOrder(fields).filter(([, value]) => value !== null && String(value) !== '')
  if (known.length === 0) return <span className="ink3">{t('audit.nothing')}</span>
  return (
    <p className="kept__line">
      {known.map(([key, value]) => (
        <span key={key}>
          <small>{labelOf(t, key)}</small> {flat(t, key, value)}
        </span>
      ))}
    </p>
  )
}

const flat = (t: Translate, key: string, value: unknown): string =>
  Array.isArray(value)
    ? listText(
        t,
        value.filter(isScalar).map(each => textOf(t, key, each)),
      )
    : isScalar(value)
      ? textOf(t, key, value)
      : ''

const isCondition = (fields: Fields): fields is Fields & { id: string; value: string; quote: string } =>
  ['id', 'value', 'fact', 'quote'].every(key => typeof fields[key] === 'string')

/** 条件: what it is, how it was judged, on which fact, by which words. */
function conditionOf(
  t: Translate,
  { id, value, fact, params, quote, gloss }: Fields & { id: string; value: string; quote: string },
) {
  const known = Object.keys(facts).find(each => each === fact) as FactKey | undefined
  const named = isFields(params) ? (params as Record<string, string | number | null>) : {}
  return (
    <>
      <b>{t.maybe(`reward.settles.${id}`) ?? id}</b>
      <span>{textOf(t, 'value', value)}</span>
      {known && <span>{factText({ fact: known, params: named }, t.locale)}</span>}
      <span className="ink3">{t.locale === 'en' && typeof gloss === 'string' ? gloss : quote}</span>
    </>
  )
}

/** 要求 and 参数 in their own units: `载重 ≥ 50 kg，必须`. */
function measureIn(t: Translate, name: string, fields: Fields): ReactNode {
  const { criterion, value, ...rest } = fields
  const id = typeof criterion === 'string' ? criterion : name
  const measure = measureOf(t, id, value, criterion ? 'need' : 'have')
  if (measure === null) return null
  const beside = Object.entries(rest).flatMap(([key, each]) => (each ? [flat(t, key, each)] : []))
  return (
    <>
      {criterion ? <b>{labelOf(t, id)}</b> : null}
      <span>{measure}</span>
      {beside.map(each => (
        <span className="ink2" key={each}>
          {each}
        </span>
      ))}
    </>
  )
}

export interface Change {
  label: string
  before: string | null
  after: string | null
}

/** Each field that differs, by its place; a list that grew shows its new members. */
export function changesBetween(t: Translate, before: unknown, after: unknown): Change[] {
  const [old, now] = [leavesOf(t, before), leavesOf(t, after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(label => {
    const change = { label, before: old.get(label) ?? null, after: now.get(label) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

function leavesOf(t: Translate, content: unknown): Map<string, string> {
  const leaves = new Map<string, string>()
  const walk = (path: readonly string[], name: string, value: unknown) => {
    const at = path.join(' · ')
    if (isScalar(value)) leaves.set(at, textOf(t, name, value))
    else if (Array.isArray(value) && value.every(isScalar)) leaves.set(at, flat(t, name, value))
    else if (Array.isArray(value))
      value.forEach((each, index) => {
        walk([...path, t('audit.nth', { n: index + 1 })], name, each)
      })
    else if (isFields(value))
      for (const [key, each] of inReadingOrder(value)) walk([...path, labelOf(t, key)], key, each)
  }
  walk([], '', content)
  return leaves
}
