import type { Localized } from '../shared/localized.ts'
import type { Range, Unit } from './criterion.ts'

interface UnitData {
  label: Localized
  /** What people write → how many of the kept unit one of it is; keys are compared after `tidy`. */
  written: Readonly<Record<string, number>>
}

const none = { zh: '', en: '' }
const same = (text: string): Localized => ({ zh: text, en: text })

/** Every unit a criterion may be kept in, and every way of writing that converts into it. */
export const units: Readonly<Record<Unit, UnitData>> = {
  '': { label: none, written: { 个: 1, 条: 1, 轴: 1, dof: 1 } },
  kg: {
    label: same('kg'),
    written: {
      kg: 1,
      公斤: 1,
      千克: 1,
      g: 0.001,
      克: 0.001,
      t: 1000,
      吨: 1000,
      斤: 0.5,
      lb: 0.453592,
      磅: 0.453592,
    },
  },
  mm: {
    label: same('mm'),
    written: {
      mm: 1,
      毫米: 1,
      cm: 10,
      厘米: 10,
      m: 1000,
      米: 1000,
      um: 0.001,
      μm: 0.001,
      微米: 0.001,
      ft: 304.8,
      in: 25.4,
    },
  },
  m: { label: same('m'), written: { m: 1, 米: 1, km: 1000, 公里: 1000, 千米: 1000, cm: 0.01, 厘米: 0.01 } },
  km: { label: same('km'), written: { km: 1, 公里: 1, 千米: 1, m: 0.001, 米: 0.001 } },
  'm/s': {
    label: same('m/s'),
    written: {
      'm/s': 1,
      米每秒: 1,
      '米/秒': 1,
      'km/h': 1 / 3.6,
      'km/小时': 1 / 3.6,
      '公里/小时': 1 / 3.6,
      'm/min': 1 / 60,
      '米/分钟': 1 / 60,
      'mm/s': 0.001,
    },
  },
  deg: { label: same('°'), written: { '°': 1, 度: 1, deg: 1 } },
  degC: { label: same('℃'), written: { '°c': 1, c: 1, 度: 1, '°': 1, 摄氏度: 1 } },
  h: {
    label: same('h'),
    written: {
      h: 1,
      小时: 1,
      时: 1,
      min: 1 / 60,
      分钟: 1 / 60,
      分: 1 / 60,
      s: 1 / 3600,
      秒: 1 / 3600,
      d: 24,
      天: 24,
    },
  },
  week: {
    label: { zh: '周', en: 'weeks' },
    written: {
      周: 1,
      星期: 1,
      w: 1,
      week: 1,
      weeks: 1,
      d: 1 / 7,
      天: 1 / 7,
      日: 1 / 7,
      个月: 52 / 12,
      月: 52 / 12,
    },
  },
  month: {
    label: { zh: '个月', en: 'months' },
    written: { 个月: 1, 月: 1, month: 1, months: 1, 年: 12, 周: 12 / 52 },
  },
  kV: { label: same('kV'), written: { kv: 1, 千伏: 1, v: 0.001, 伏: 0.001 } },
  dBA: { label: same('dB(A)'), written: { 'db(a)': 1, dba: 1, db: 1, 分贝: 1 } },
  perHour: {
    label: { zh: '件/h', en: 'per h' },
    written: {
      '件/h': 1,
      '件/小时': 1,
      '次/h': 1,
      '次/小时': 1,
      '箱/小时': 1,
      '箱/h': 1,
      '/h': 1,
      'per h': 1,
      '件/分钟': 60,
      '件/min': 60,
      '/min': 60,
    },
  },
  m2PerHour: {
    label: same('m²/h'),
    written: { 'm2/h': 1, 'm2/小时': 1, '平方米/小时': 1, '平米/小时': 1, 'm2/min': 60, '平方米/分钟': 60 },
  },
}

/** NFKC turns ５０ｋｇ, ㎡ and ℃ into plain text; what is left is spacing, case and signs. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .trim()
    .toLowerCase()
}

const bounds = `(?:≥|≤|>=|<=|>|<|±|不低于|不小于|不少于|不超过|不大于|至少|约|最高|最大)?`
const number = String.raw`([+-]?\d+(?:\.\d+)?)`
const single = new RegExp(`^${bounds}\\s*${number}\\s*(.*)$`)
const pair = new RegExp(`^${number}\\s*([^\\d~至到–—-]*?)\\s*(?:~|至|到|–|—|-)\\s*${number}\\s*(.*)$`)

/** A number in `unit` from what a person wrote, `50`, `５０公斤` or `0.05 t`; null when it is not one. */
export function parseQuantity(unit: Unit, text: string): number | null {
  const [, digits, suffix] = single.exec(tidy(text)) ?? []
  if (digits === undefined || suffix === undefined) return null
  return convert(unit, digits, suffix)
}

/** A range in `unit`: `-10~45`, `-10 至 45 ℃`, `6–12 h`; null when it is not one. */
export function parseRange(unit: Unit, text: string): Range | null {
  const [, low, lowSuffix, high, suffix] = pair.exec(tidy(text)) ?? []
  if (low === undefined || high === undefined || suffix === undefined) return null
  const min = convert(unit, low, lowSuffix || suffix)
  const max = convert(unit, high, suffix)
  return min === null || max === null ? null : { min, max }
}

function convert(unit: Unit, digits: string, suffix: string): number | null {
  const { written } = units[unit]
  const written1 = suffix.trim()
  const factor = written1 === '' ? 1 : Object.hasOwn(written, written1) ? written[written1] : undefined
  const value = factor === undefined ? Number.NaN : Number((Number(digits) * factor).toPrecision(12))
  return Number.isFinite(value) ? value : null
}
