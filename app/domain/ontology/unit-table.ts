import type { Localized } from '../shared/localized.ts'
import type { Unit } from './criterion.ts'

interface UnitData {
  label: Localized
  /** What people write → how many of the kept unit one of it is; keys are compared after `tidy`. */
  written: Readonly<Record<string, number>>
  /** Ways of writing whose zero lies elsewhere: kept = (typed - zero) * factor. */
  shifted?: Readonly<Record<string, { zero: number; factor: number }>>
  /** Ways of writing that read better for some sizes, each the name of one of `written`. */
  readable?: readonly Readable[]
}

export interface Readable {
  as: string
  label: Localized
  /** Kept values from this size on, or below that one; with neither only where the kept unit has a long fraction. */
  from?: number
  below?: number
}

const none = { zh: '', en: '' }
const fahrenheit = { zero: 32, factor: 5 / 9 }
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
    readable: [
      { as: 't', label: same('t'), from: 1000 },
      { as: 'g', label: same('g'), below: 1 },
    ],
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
      英尺: 304.8,
      in: 25.4,
      英寸: 25.4,
    },
    readable: [
      { as: 'm', label: same('m'), from: 10_000 },
      { as: 'μm', label: same('μm'), below: 0.01 },
    ],
  },
  m: {
    label: same('m'),
    written: { m: 1, 米: 1, km: 1000, 公里: 1000, 千米: 1000, cm: 0.01, 厘米: 0.01 },
    readable: [{ as: 'km', label: same('km'), from: 1000 }],
  },
  km: {
    label: same('km'),
    written: { km: 1, 公里: 1, 千米: 1, 里: 0.5, m: 0.001, 米: 0.001 },
    readable: [{ as: 'm', label: same('m'), below: 1 }],
  },
  'm/s': {
    label: same('m/s'),
    written: {
      'm/s': 1,
      米每秒: 1,
      '米/秒': 1,
      'km/h': 1 / 3.6,
      'km/小时': 1 / 3.6,
      '公里/小时': 1 / 3.6,
      '千米/小时': 1 / 3.6,
      公里每小时: 1 / 3.6,
      千米每小时: 1 / 3.6,
      kmh: 1 / 3.6,
      mph: 0.44704,
      'm/min': 1 / 60,
      '米/分钟': 1 / 60,
      'mm/s': 0.001,
    },
    readable: [
      { as: 'km/h', label: same('km/h') },
      { as: 'm/min', label: same('m/min') },
      { as: 'mm/s', label: same('mm/s'), below: 0.01 },
    ],
  },
  deg: { label: same('°'), written: { '°': 1, 度: 1, deg: 1 } },
  degC: {
    label: same('℃'),
    written: { '°c': 1, c: 1, 度: 1, '°': 1, 摄氏度: 1 },
    shifted: { '°f': fahrenheit, f: fahrenheit, 华氏度: fahrenheit },
  },
  '%': { label: same('%'), written: { '%': 1, '%rh': 1, rh: 1, 百分比: 1 } },
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
      hour: 1,
      hours: 1,
      minutes: 1 / 60,
    },
    readable: [
      { as: 'min', label: same('min'), below: 1 },
      { as: 's', label: same('s'), below: 1 / 60 },
    ],
  },
  s: {
    label: same('s'),
    written: { s: 1, 秒: 1, ms: 0.001, 毫秒: 0.001, min: 60, 分钟: 60, 分: 60, h: 3600, 小时: 3600 },
    readable: [
      { as: 'h', label: same('h'), from: 7200 },
      { as: 'min', label: same('min'), from: 120 },
    ],
  },
  ms: {
    label: same('ms'),
    written: { ms: 1, 毫秒: 1, s: 1000, 秒: 1000 },
    readable: [{ as: 's', label: same('s'), from: 1000 }],
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
      month: 52 / 12,
      months: 52 / 12,
      days: 1 / 7,
      年: 52,
    },
    readable: [
      { as: '天', label: { zh: '天', en: 'days' } },
      { as: '个月', label: { zh: '个月', en: 'months' } },
    ],
  },
  month: {
    label: { zh: '个月', en: 'months' },
    written: { 个月: 1, 月: 1, month: 1, months: 1, 年: 12, years: 12, 周: 12 / 52, weeks: 12 / 52 },
    readable: [{ as: '周', label: { zh: '周', en: 'weeks' } }],
  },
  kV: {
    label: same('kV'),
    written: { kv: 1, 千伏: 1, v: 0.001, 伏: 0.001 },
    readable: [{ as: 'v', label: same('V'), below: 1 }],
  },
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
