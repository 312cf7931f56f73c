/**
 * Days and instants. A day is a calendar day in Beijing; an instant is a point in time.
 * Nothing here reads the clock: "now" always comes in as an argument.
 */
declare const dayBrand: unique symbol

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: 'Day' }

/** A point in time. */
export type Instant = Date

export const zone = 'Asia/Shanghai'

const MS_PER_DAY = 86_400_000
const MS_PER_HOUR = 3_600_000

const utcMidnight = (text: string): number => new Date(`${text}T00:00:00Z`).getTime()
const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** True for a day that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const ms = utcMidnight(value)
  return !Number.isNaN(ms) && utcDay(ms) === value
}

/** Brands a literal day. Throws RangeError when there is no such day: a fault of the caller. */
export function day(value: string): Day {
  if (!isDay(value)) throw new RangeError(`not a day: ${value}`)
  return value
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** The Beijing wall clock at an instant, written as if it were UTC, in milliseconds. */
function wallMs(instant: Instant): number {
  const read: Record<string, string> = {}
  for (const part of wallClock.formatToParts(instant)) read[part.type] = part.value
  const date = `${String(read.year).padStart(4, '0')}-${read.month}-${read.day}`
  return new Date(`${date}T${read.hour}:${read.minute}:${read.second}Z`).getTime()
}

/** The Beijing calendar day of an instant. */
export const dayOf = (instant: Instant): Day => day(utcDay(wallMs(instant)))

/** The Beijing calendar year of an instant. */
export const yearOf = (instant: Instant): number => Number(dayOf(instant).slice(0, 4))

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/**
 * The instant at which the Beijing clock shows `time` (`HH:mm`) on `on`.
 * A time skipped by the summer time of 1986–1991 moves forward by the hour that was skipped.
 */
export function instantAt(on: Day, time = '00:00'): Instant {
  if (!isTime(time)) throw new RangeError(`not a time of day: ${time}`)
  const wanted = new Date(`${on}T${time}:00Z`).getTime()
  // Standard time first; where summer time ruled, the clock is ahead and the instant lies earlier.
  const standard = new Date(wanted - 8 * MS_PER_HOUR)
  const earlier = new Date(standard.getTime() - (wallMs(standard) - wanted))
  return wallMs(earlier) === wanted ? earlier : standard
}

const localMoment = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::([0-5]\d)(?:\.\d+)?)?$/
const offsetMoment = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * The instant of a `datetime-local` text (`2026-12-08T17:00`, read as Beijing time) or of an ISO text that
 * carries its own offset. Null when it is neither, or no such day or time exists.
 */
export function instantFromLocal(text: string): Instant | null {
  const plain = text.trim()
  const [, on, time, seconds = '0'] = localMoment.exec(plain) ?? []
  if (on && time)
    return isDay(on) && isTime(time) ? new Date(instantAt(on, time).getTime() + Number(seconds) * 1000) : null
  const instant = isDay(offsetMoment.exec(plain)?.[1]) ? new Date(plain) : null
  return instant && !Number.isNaN(instant.getTime()) ? instant : null
}

/** The day `count` days later (earlier when negative). Throws RangeError outside the years 0–9999. */
export function addDays(from: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
  return day(utcDay(utcMidnight(from) + count * MS_PER_DAY))
}

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (on: Day): number => new Date(utcMidnight(on)).getUTCDay()

/** The `datetime-local` text of an instant: the Beijing wall clock to the minute. */
export const localText = (instant: Instant): string => new Date(wallMs(instant)).toISOString().slice(0, 16)
