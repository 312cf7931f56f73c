import type { Locale, Localized } from '../shared/localized.ts'
import { districts } from '../vocabulary.ts'
import { type SiteFactId, siteFactIds, siteFactOf, writeFact } from './facts.ts'
import { liftInterfaces, type SiteProfile } from './site.ts'

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

/** Every line of the profile in the order in which it is read, what is unknown among them. */
export function siteLines(site: SiteProfile, locale: Locale): SiteLine[] {
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
      value: value === undefined ? null : writeFact(id, value, locale),
    }
  })
  const fields = Object.keys(siteFieldLabels) as SiteField[]
  return [
    ...place,
    ...facts,
    ...fields.map(key => ({
      key,
      label: siteFieldLabels[key][locale],
      value: writeField(site, key, locale),
    })),
  ]
}

function writeField(site: SiteProfile, key: SiteField, locale: Locale): string | null {
  const value = site[key]
  if (value === undefined) return null
  if (key === 'liftInterface') return site.liftInterface ? liftInterfaces[site.liftInterface][locale] : null
  if (typeof value === 'number') return `${value} ${key === 'liftLoadKg' ? 'kg' : 'mm'}`
  return value
}

export interface SiteDifference {
  key: SiteLineKey
  label: string
  before: string | null
  after: string | null
}

/** What differs between two versions of a profile, line by line. */
export function siteDifferences(before: SiteProfile, after: SiteProfile, locale: Locale): SiteDifference[] {
  const old = siteLines(before, locale)
  return siteLines(after, locale).flatMap(({ key, label, value }, index) => {
    const was = old[index]?.value ?? null
    return was === value ? [] : [{ key, label, before: was, after: value }]
  })
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
  const unknown = asked.filter(id => site.facts[id] === undefined).map(id => siteFactOf(id).label[locale])
  return [
    `${{ zh: '地点', en: 'Place' }[locale]}${colon}${place.join(locale === 'zh' ? '，' : ', ')}`,
    ...known,
    ...(unknown.length > 0
      ? [`${unknownWords[locale]}${colon}${unknown.join(locale === 'zh' ? '、' : ', ')}`]
      : []),
  ].join('\n')
}
