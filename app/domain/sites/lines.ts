import type { Locale, Localized } from '../shared/localized.ts'
import { districts } from '../vocabulary.ts'
import { type DerivedId, partlyMeasured, withDerived } from './derive.ts'
import { type SiteFactId, siteFactIds, siteFactOf, writeFact } from './facts.ts'
import { liftInterfaces } from './lists.ts'
import type { SiteProfile } from './site.ts'
import { rowLines } from './tables.ts'

/** What a profile says beside its name, its place and its typed facts, in the order of the sheet. */
export const siteFieldLabels = {
  liftDoorMm: { zh: '电梯门净宽', en: 'Lift door width' },
  liftDepthMm: { zh: '轿厢深度', en: 'Lift car depth' },
  liftLoadKg: { zh: '电梯载重', en: 'Lift load' },
  liftInterface: { zh: '电梯机器人接口', en: 'Robot interface of the lift' },
  floor: { zh: '地面材质', en: 'Floor covering' },
  shifts: { zh: '运行班次', en: 'Operating shifts' },
  charging: { zh: '充电位置', en: 'Charging places' },
  systems: { zh: '信息系统', en: 'IT systems' },
  remarks: { zh: '备注', en: 'Remarks' },
  measuredBy: { zh: '测量方', en: 'Measured by' },
  measuredOn: { zh: '测量日期', en: 'Measured on' },
} as const satisfies Record<string, Localized>
type SiteField = keyof typeof siteFieldLabels

const placeLabels = {
  name: { zh: '名称', en: 'Name' },
  district: { zh: '所在区', en: 'District' },
  building: { zh: '楼宇或区域', en: 'Building or area' },
} as const satisfies Record<string, Localized>

export type SiteLineKey = keyof typeof placeLabels | `facts.${SiteFactId}` | SiteField

/** One line of a profile as it is read; `value` is null where it is 待确认. */
export interface SiteLine {
  key: SiteLineKey
  label: string
  value: string | null
}

/** `至多 900 mm（3 处已测 2 处）`: a fact with how far it has been measured, as far as a list says so. */
export function measuredText(site: SiteProfile, id: DerivedId, { text, locale }: Wording): string {
  const covered = partlyMeasured(site).get(id)
  if (!covered) return text
  const { known, of, bound } = covered
  const bounds = {
    atMost: { zh: '至多 ', en: 'at most ' },
    atLeast: { zh: '至少 ', en: 'at least ' },
  }
  const sign = bound === null ? '' : bounds[bound][locale]
  const count = { zh: `（${of} 处已测 ${known} 处）`, en: ` (${known} of ${of} measured)` }
  return `${sign}${text}${count[locale]}`
}

interface Wording {
  text: string
  locale: Locale
}

/**
 * Every line of the profile in the order in which it is read, what is unknown among them; facts that its lists decide
 * are said as the lists have them.
 */
export function siteLines(profile: SiteProfile, locale: Locale): SiteLine[] {
  const site = withDerived(profile)
  const measured = (id: DerivedId, text: string) => measuredText(profile, id, { text, locale })
  const place: SiteLine[] = [
    { key: 'name', label: placeLabels.name[locale], value: site.name },
    {
      key: 'district',
      label: placeLabels.district[locale],
      value: site.district ? districts[site.district][locale] : null,
    },
    { key: 'building', label: placeLabels.building[locale], value: site.building ?? null },
  ]
  const facts = siteFactIds.map((id): SiteLine => {
    const value = site.facts[id]
    return {
      key: `facts.${id}`,
      label: siteFactOf(id).label[locale],
      value: value === undefined ? null : measured(id, writeFact(id, value, locale)),
    }
  })
  const fields = Object.keys(siteFieldLabels) as SiteField[]
  return [
    ...place,
    ...facts,
    ...fields.map(key => {
      const value = writeField(site, key, locale)
      const isSize = key === 'liftDoorMm' || key === 'liftDepthMm' || key === 'liftLoadKg'
      return {
        key,
        label: siteFieldLabels[key][locale],
        value: value !== null && isSize ? measured(key, value) : value,
      }
    }),
  ]
}

function writeField(site: SiteProfile, key: SiteField, locale: Locale): string | null {
  const value = site[key]
  if (value === undefined) return null
  if (key === 'liftInterface') return site.liftInterface ? liftInterfaces[site.liftInterface][locale] : null
  if (typeof value === 'number') return `${value} ${key === 'liftLoadKg' ? 'kg' : 'mm'}`
  return typeof value === 'string' ? value : null
}

export interface SiteDifference {
  /** Of the line, or of the row of a list. */
  key: string
  label: string
  before: string | null
  after: string | null
}

/** What differs between two versions of a profile, line by line and row by row. */
export function siteDifferences(before: SiteProfile, after: SiteProfile, locale: Locale): SiteDifference[] {
  const old = new Map(allLines(before, locale).map(each => [each.key, each]))
  const now = new Map(allLines(after, locale).map(each => [each.key, each]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(key => {
    const [was, is] = [old.get(key), now.get(key)]
    const label = (is ?? was)?.label ?? key
    const change = { before: was?.value ?? null, after: is?.value ?? null }
    return change.before === change.after ? [] : [{ key, label, ...change }]
  })
}

function allLines(site: SiteProfile, locale: Locale): { key: string; label: string; value: string | null }[] {
  return [...siteLines(site, locale), ...rowLines(site, locale)]
}

/** What a bidder asks about first: said as 待确认 where the profile does not know it. */
const asked: readonly SiteFactId[] = [
  'passageWidthMm',
  'slopeDeg',
  'thresholdMm',
  'automaticDoor',
  'elevator',
  'network',
  'peopleDensity',
]

/** Notes of the organisation to itself. */
const internal: readonly SiteLineKey[] = ['remarks', 'measuredBy']

const unknownWords = { zh: '待确认', en: 'To be confirmed' } as const

/** 现场条件 as a text to read: what is known line by line, and by name what bidders will ask and nobody has measured. */
export function siteProse(site: SiteProfile, locale: Locale): string {
  const lines = siteLines(site, locale)
  const colon = locale === 'zh' ? '：' : ': '
  const place = lines.slice(0, 3).flatMap(({ value }) => (value === null ? [] : [value]))
  const known = lines
    .slice(3)
    .flatMap(({ key, label, value }) =>
      value === null || internal.includes(key) ? [] : [`${label}${colon}${value}`],
    )
  const { facts } = withDerived(site)
  const unknown = asked.filter(id => facts[id] === undefined).map(id => siteFactOf(id).label[locale])
  return [
    `${{ zh: '地点', en: 'Place' }[locale]}${colon}${place.join(locale === 'zh' ? '，' : ', ')}`,
    ...known,
    ...(unknown.length > 0
      ? [`${unknownWords[locale]}${colon}${unknown.join(locale === 'zh' ? '、' : ', ')}`]
      : []),
  ].join('\n')
}
