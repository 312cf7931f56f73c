import type { Locale } from '#domain/shared/localized.ts'
import { yuanParts as exactParts, fen } from '#domain/shared/money.ts'

/** A point in time, as a Date or in ISO text. */
export type Moment = Date | string

export interface Format {
  /** 2026 年 12 月 8 日 · 8 Dec 2026. Takes a `YYYY-MM-DD` day or an instant (read in Beijing time). */
  date(value: Moment): string
  /** 12 月 8 日 · 8 Dec */
  day(value: Moment): string
  /** 2026-12-08 17:00, Beijing time, in both languages: exact and sortable by eye. */
  dateTime(value: Moment): string
  /** 12 月 8 日 17:00 · 8 Dec, 17:00 */
  moment(value: Moment): string
  number(value: number, decimals?: number): string
  /** 0.444 → 44.4% */
  percent(value: number, decimals?: number): string
  /** Fen as a reader says it, exact: 50 万元 · CNY 500,000 */
  yuan(fen: number): string
  /** The same, figure and unit apart, for a large figure with a small unit. */
  yuanParts(fen: number): { figure: string; unit: string }
  /** 余 14 天 · 14 days left; 逾期 2 天 · 2 days overdue */
  left(until: Moment, now: Moment): string
  /** 2.4 MB */
  bytes(size: number): string
}

const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Wall {
  year: string
  month: string
  day: string
  time: string
}

/** What a clock and a calendar on a Beijing wall show at this moment. */
export function wall(value: Moment): Wall {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return { year: value.slice(0, 4), month: value.slice(5, 7), day: value.slice(8, 10), time: '00:00' }
  }
  const parts: Record<string, string> = {}
  for (const { type, value: text } of zone.formatToParts(new Date(value))) parts[type] = text
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts
  return { year, month, day, time: `${hour}:${minute}` }
}

export interface Remaining {
  past: boolean
  days: number
  hours: number
  minutes: number
}

/** The time from `now` to `until`, in whole minutes; negative spans come back positive with `past`. */
export function remaining(until: Moment, now: Moment): Remaining {
  const span = new Date(until).getTime() - new Date(now).getTime()
  const total = Math.floor(Math.abs(span) / 60_000)
  return {
    past: span <= 0,
    days: Math.floor(total / 1440),
    hours: Math.floor((total % 1440) / 60),
    minutes: total % 60,
  }
}

const formats = new Map<Locale, Format>()

/** One a language: what it is made of is dear to make and holds nothing of its user. */
export function formatIn(locale: Locale): Format {
  const format = formats.get(locale) ?? createFormat(locale)
  formats.set(locale, format)
  return format
}

function createFormat(locale: Locale): Format {
  const zh = locale === 'zh'
  const number = decimalsIn(zh ? 'zh-CN' : 'en-GB')

  const day = (value: Moment) => {
    const at = wall(value)
    return zh
      ? `${Number(at.month)} 月 ${Number(at.day)} 日`
      : `${Number(at.day)} ${months[Number(at.month) - 1]}`
  }
  const yuanParts = (amount: number) => exactParts(fen(amount), locale)
  return {
    day,
    number,
    yuanParts,
    date: value => (zh ? `${wall(value).year} 年 ${day(value)}` : `${day(value)} ${wall(value).year}`),
    dateTime(value) {
      const at = wall(value)
      return `${at.year}-${at.month}-${at.day} ${at.time}`
    },
    moment: value => `${day(value)}${zh ? ' ' : ', '}${wall(value).time}`,
    percent: (value, decimals = 1) => `${number(Math.round(value * 100 * 10 ** decimals) / 10 ** decimals)}%`,
    yuan(amount) {
      const { figure, unit } = yuanParts(amount)
      return zh ? `${figure} ${unit}` : `${unit} ${figure}`
    },
    left: (until, now) => (zh ? leftZh(remaining(until, now)) : leftEn(remaining(until, now))),
    bytes: size => bytes(size, number),
  }
}

/** Numbers with so many decimals, or with as many as they have, up to four. */
function decimalsIn(tag: string): Format['number'] {
  const kept = new Map<number | undefined, Intl.NumberFormat>()
  return (value, decimals) => {
    const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 4 }
    const format = kept.get(decimals) ?? new Intl.NumberFormat(tag, digits)
    kept.set(decimals, format)
    return format.format(value)
  }
}

function leftZh({ past, days, hours, minutes }: Remaining): string {
  const span = days > 0 ? `${days} 天` : hours > 0 ? `${hours} 小时 ${minutes} 分` : `${minutes} 分`
  return `${past ? '逾期' : '余'} ${span}`
}

function leftEn({ past, days, hours, minutes }: Remaining): string {
  const span =
    days > 0
      ? `${days} ${days === 1 ? 'day' : 'days'}`
      : hours > 0
        ? `${hours} h ${minutes} min`
        : `${minutes} min`
  return `${span} ${past ? 'overdue' : 'left'}`
}

function bytes(size: number, number: (value: number) => string): string {
  if (size < 1024) return `${size} B`
  const kilo = size / 1024
  return kilo < 1024 ? `${number(Math.round(kilo))} KB` : `${number(Math.round(kilo / 102.4) / 10)} MB`
}
