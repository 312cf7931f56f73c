import { criterionOf } from '../ontology/criteria.ts'
import type { formatValue } from '../ontology/values.ts'
import type { Locale, Localized } from '../shared/localized.ts'
import { type SiteFactId, writeFact } from './facts.ts'
import { doorKinds, liftInterfaces, type SiteListId, type SiteRow, siteListIds } from './lists.ts'
import type { SiteProfile } from './site.ts'

export const siteListLabels: Record<SiteListId, Localized> = {
  rooms: { zh: '房间与区域', en: 'Rooms and areas' },
  lifts: { zh: '电梯', en: 'Lifts' },
  doors: { zh: '门', en: 'Doors' },
  slopes: { zh: '坡道', en: 'Slopes and ramps' },
  shiftTimes: { zh: '班次', en: 'Shifts' },
}

interface Cell<K extends SiteListId> {
  key: keyof SiteRow<K> & string
  label: Localized
  write(row: SiteRow<K>, locale: Locale): string | undefined
}

const fact = (id: SiteFactId) => (value: Parameters<typeof formatValue>[1] | undefined, locale: Locale) =>
  value === undefined ? undefined : writeFact(id, value, locale)
const unit = (name: string) => (value: number | undefined) =>
  value === undefined ? undefined : `${value} ${name}`
const [mm, kg, metres] = [unit('mm'), unit('kg'), unit('m')]
const width: Localized = { zh: '净宽', en: 'Net width' }

/** The cells of a row beside its name, in the order in which they are read. */
const columns: { [K in SiteListId]: readonly Cell<K>[] } = {
  rooms: [
    { key: 'level', label: { zh: '楼层', en: 'Floor' }, write: row => row.level },
    { key: 'use', label: { zh: '用途', en: 'Use' }, write: row => row.use },
    {
      key: 'peopleDensity',
      label: { zh: '人流', en: 'People' },
      write: (row, locale) => fact('peopleDensity')(row.peopleDensity, locale),
    },
    {
      key: 'cleanroomClass',
      label: { zh: '洁净等级', en: 'Clean class' },
      write: (row, locale) => fact('cleanroomClass')(row.cleanroomClass, locale),
    },
    { key: 'floor', label: { zh: '地面', en: 'Floor covering' }, write: row => row.floor },
    {
      key: 'network',
      label: { zh: '网络', en: 'Network' },
      write: (row, locale) => fact('network')(row.network, locale),
    },
  ],
  lifts: [
    { key: 'doorMm', label: { zh: '门净宽', en: 'Door net width' }, write: row => mm(row.doorMm) },
    { key: 'depthMm', label: { zh: '轿厢深', en: 'Car depth' }, write: row => mm(row.depthMm) },
    { key: 'widthMm', label: { zh: '轿厢宽', en: 'Car width' }, write: row => mm(row.widthMm) },
    { key: 'loadKg', label: { zh: '载重', en: 'Load' }, write: row => kg(row.loadKg) },
    {
      key: 'interface',
      label: { zh: '机器人接口', en: 'Robot interface' },
      write: (row, locale) => row.interface && liftInterfaces[row.interface][locale],
    },
    // What nobody remarked is no fact to be confirmed.
    { key: 'remarks', label: { zh: '说明', en: 'Remarks' }, write: row => row.remarks ?? '' },
  ],
  doors: [
    { key: 'where', label: { zh: '位置', en: 'Where' }, write: row => row.where },
    { key: 'widthMm', label: width, write: row => mm(row.widthMm) },
    {
      key: 'kind',
      label: { zh: '开门方式', en: 'Opens' },
      write: (row, locale) => row.kind && doorKinds[row.kind][locale],
    },
    { key: 'thresholdMm', label: { zh: '门槛', en: 'Threshold' }, write: row => mm(row.thresholdMm) },
  ],
  slopes: [
    {
      key: 'slopeDeg',
      label: { zh: '坡度', en: 'Slope' },
      write: (row, locale) => fact('slopeDeg')(row.slopeDeg, locale),
    },
    { key: 'lengthM', label: { zh: '坡长', en: 'Length' }, write: row => metres(row.lengthM) },
  ],
  shiftTimes: [
    { key: 'from', label: { zh: '开始', en: 'From' }, write: row => row.from },
    { key: 'to', label: { zh: '结束', en: 'To' }, write: row => row.to },
  ],
}

export function siteColumns(list: SiteListId): readonly { key: string; label: Localized }[] {
  return columns[list].map(({ key, label }) => ({ key, label }))
}

/** What the name of a row is called: a slope is named by where it lies. */
export const siteRowName: Record<SiteListId, Localized> = {
  rooms: { zh: '名称', en: 'Name' },
  lifts: { zh: '名称', en: 'Name' },
  doors: { zh: '名称', en: 'Name' },
  slopes: { zh: '位置', en: 'Where' },
  shiftTimes: { zh: '班次', en: 'Shift' },
}

/** A list in words; a cell is null where it is 待确认 and blank where there is nothing to know. */
export interface SiteTable {
  id: SiteListId
  title: string
  head: string[]
  rows: { name: string; cells: (string | null)[] }[]
}

/** The lists of a profile as tables to read, those that it has. */
export function siteTables(site: SiteProfile, locale: Locale): SiteTable[] {
  return siteListIds.flatMap(id => {
    const rows = rowsIn(site, id, locale)
    if (rows.length === 0) return []
    const head = [siteRowName[id], ...columns[id].map(each => each.label)].map(each => each[locale])
    return [{ id, title: siteListLabels[id][locale], head, rows }]
  })
}

function rowsIn<K extends SiteListId>(site: SiteProfile, id: K, locale: Locale): SiteTable['rows'] {
  const rows = (site[id] ?? []) as SiteRow<K>[]
  return rows.map(row => ({
    name: row.name,
    cells: columns[id].map(cell => cell.write(row, locale) ?? null),
  }))
}

/** A row in one line, what is unknown among it: `一病区入口：净宽 900 mm，门槛 待确认`. */
export function rowLines(site: SiteProfile, locale: Locale): { key: string; label: string; value: string }[] {
  const unknown = { zh: '待确认', en: 'to be confirmed' }[locale]
  return siteTables(site, locale).flatMap(({ id, title, head, rows }) => {
    const seen = new Map<string, number>()
    return rows.map(({ name, cells }) => {
      const n = (seen.get(name) ?? 0) + 1
      seen.set(name, n)
      const said = cells.flatMap((cell, at) => (cell === '' ? [] : [`${head[at + 1]} ${cell ?? unknown}`]))
      return {
        key: `${id}.${name}.${n}`,
        label: `${title} · ${name}`,
        value: said.join(locale === 'zh' ? '，' : ', '),
      }
    })
  })
}

/** The unit that a cell's number is typed in, if it is a number. */
export function unitOfCell(list: SiteListId, key: string): 'mm' | 'kg' | 'm' | 'deg' | null {
  if (key.endsWith('Mm')) return 'mm'
  if (key === 'loadKg') return 'kg'
  if (list === 'slopes') return key === 'lengthM' ? 'm' : 'deg'
  return null
}

/** The words to choose a cell from, if it is a choice. */
export function optionsOfCell(key: string): Readonly<Record<string, Localized>> | null {
  if (key === 'interface') return liftInterfaces
  if (key === 'kind') return doorKinds
  if (key === 'peopleDensity' || key === 'cleanroomClass' || key === 'network')
    return criterionOf(key).options ?? {}
  return null
}
