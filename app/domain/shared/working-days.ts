import type { Day } from './dates.ts'
import { addDays, weekdayOf } from './dates.ts'
import type { Refused } from './verdict.ts'
import { no } from './verdict.ts'

/** What the State Council's yearly notice changes about the plain Monday-to-Friday week. */
interface HolidayNotice {
  year: number
  /** 国务院办公厅关于某年部分节假日安排的通知, its number and day. */
  notice: string
  /** Days off, first and last of each holiday. */
  off: readonly (readonly [string, string])[]
  /** 调休上班: Saturdays and Sundays worked. */
  worked: readonly string[]
}

/**
 * The calendar of 2023–2026. Each year's notice comes out in the autumn before it; a year without an
 * entry is unknown, and the functions below refuse to guess it.
 */
const notices: readonly HolidayNotice[] = [
  {
    year: 2023,
    notice: '国办发明电〔2022〕16号, 2022-12-08',
    off: [
      ['2023-01-01', '2023-01-02'], // The holiday begins on Saturday 2022-12-31, a weekend day anyway.
      ['2023-01-21', '2023-01-27'],
      ['2023-04-05', '2023-04-05'],
      ['2023-04-29', '2023-05-03'],
      ['2023-06-22', '2023-06-24'],
      ['2023-09-29', '2023-10-06'],
    ],
    worked: [
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ],
  },
  {
    year: 2024,
    notice: '国办发明电〔2023〕7号, 2023-10-25',
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'], // New Year's Eve 02-09 is only recommended as leave: a working day.
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号, 2024-11-12',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号, 2025-11-04',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

const noticeOf = (on: Day): HolidayNotice | undefined =>
  notices.find(notice => String(notice.year) === on.slice(0, 4))

/** The notice that decides a year, for citing it beside a date; null where there is none yet. */
export const holidayNotice = (year: number): string | null =>
  notices.find(notice => notice.year === year)?.notice ?? null

/** Whether offices work on a day; 'unknown' in a year whose notice is not in the calendar. */
export function isWorkingDay(on: Day): boolean | 'unknown' {
  const notice = noticeOf(on)
  if (!notice) return 'unknown'
  if (notice.worked.includes(on)) return true
  const weekday = weekdayOf(on)
  const weekend = weekday === 0 || weekday === 6
  return !weekend && !notice.off.some(([first, last]) => first <= on && on <= last)
}

const unknownYear = (on: Day): Refused => no('calendar.unknownYear', { year: Number(on.slice(0, 4)) })

/**
 * The `count`-th working day after a day, that day itself not counted: a notice put up on day D for five
 * working days (公示不少于 5 个工作日) has run when `addWorkingDays(D, 5)` is over. With 0, the first working
 * day on or after it. Refused with `calendar.unknownYear` when the count reaches a year without a notice.
 * Throws RangeError for a count that is negative or not whole.
 */
export function addWorkingDays(from: Day, count: number): { ok: true; day: Day } | Refused {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count of days: ${count}`)
  let on = count === 0 ? from : addDays(from, 1)
  for (let left = Math.max(count, 1); ; on = addDays(on, 1)) {
    const working = isWorkingDay(on)
    if (working === 'unknown') return unknownYear(on)
    if (working) left -= 1
    if (left === 0) return { ok: true, day: on }
  }
}

/**
 * Around the days that 《全国年节及纪念日放假办法》 (art. 2) gives to everybody, as far as a yearly notice may ever move days
 * off: the weeks in which the moon lets Spring Festival, Dragon Boat and Mid-Autumn fall, and some days about the others.
 * First and last of each, without the year.
 */
const perhapsOff: readonly (readonly [string, string])[] = [
  ['12-29', '12-31'],
  ['01-01', '01-04'],
  ['01-19', '03-01'],
  ['04-02', '04-08'],
  ['04-27', '05-07'],
  ['05-26', '06-28'],
  ['09-06', '10-09'],
]

/** Whether offices work on a day whatever a notice that is not out yet will say. */
export function surelyWorks(on: Day): boolean {
  const [date, weekday] = [on.slice(5), weekdayOf(on)]
  return weekday !== 0 && weekday !== 6 && !perhapsOff.some(([first, last]) => first <= date && date <= last)
}

/**
 * The last day of a public notice put up on `from` that runs for at least `count` working days (公示不少于 5 个工作日). In a
 * year whose notice is in the calendar, exactly so many; where it is not out yet, only days that no notice can take away
 * count, so that the term is never too short.
 */
export function noticeEnd(from: Day, count: number): Day {
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    // The notice of the next year may still take the last days of this one: 2019's took a Monday, 2018-12-31.
    const isKnown = on.slice(5) < '12-29' || noticeOf(addDays(on, 3)) !== undefined
    const working = isKnown ? isWorkingDay(on) : 'unknown'
    if (working === 'unknown' ? surelyWorks(on) : working) left -= 1
  }
  return on
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. Refused like `addWorkingDays`. */
export function workingDaysBetween(from: Day, to: Day): { ok: true; count: number } | Refused {
  let count = 0
  for (let on = from; on < to; ) {
    on = addDays(on, 1)
    const working = isWorkingDay(on)
    if (working === 'unknown') return unknownYear(on)
    if (working) count += 1
  }
  return { ok: true, count }
}
