import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, weekdayOf } from '#domain/shared/dates.ts'
import {
  addWorkingDays,
  holidayNotice,
  isWorkingDay,
  noticeEnd,
  surelyWorks,
  workingDaysBetween,
} from '#domain/shared/working-days.ts'

const inCalendar = fc.integer({ min: 0, max: 1460 }).map(count => addDays(day('2023-01-01'), count))

describe('isWorkingDay', () => {
  it.each<[string, boolean | 'unknown', string]>([
    ['2023-10-06', false, 'last day of National Day 2023, a Friday'],
    ['2023-10-07', true, 'make-up Saturday'],
    ['2024-02-09', true, "New Year's Eve 2024: leave is only recommended"],
    ['2024-09-29', true, 'make-up Sunday'],
    ['2025-01-02', true, '2025 had one day off at New Year'],
    ['2025-10-08', false, 'National Day with Mid-Autumn: eight days'],
    ['2026-01-04', true, 'make-up Sunday'],
    ['2026-02-14', true, 'make-up Saturday before Spring Festival'],
    ['2026-02-23', false, 'last day of Spring Festival, a Monday'],
    ['2026-02-28', true, 'make-up Saturday'],
    ['2026-09-25', false, 'Mid-Autumn, a Friday'],
    ['2026-09-30', true, 'eve of National Day'],
    ['2026-10-10', true, 'make-up Saturday'],
    ['2026-11-21', false, 'a plain Saturday'],
    ['2026-11-24', true, 'a plain Tuesday'],
    ['2022-12-30', 'unknown', 'before the calendar'],
    ['2027-01-04', 'unknown', 'no notice for 2027 yet'],
  ])('%s is %s: %s', (on, expected) => {
    expect(isWorkingDay(day(on))).toBe(expected)
  })

  // 全国年节及纪念日放假办法: 11 statutory days, 13 from 2025. Make-up days repay all the rest.
  it.each([
    [2023, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])('%i loses exactly its %i statutory days', (year, statutory) => {
    const first = day(`${year}-01-01`)
    const all = Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, n) => addDays(first, n))
    const weekdays = all.filter(on => ![0, 6].includes(weekdayOf(on))).length
    expect(all.filter(on => isWorkingDay(on)).length).toBe(weekdays - statutory)
  })

  it('cites the notice', () => {
    expect(holidayNotice(2026)).toContain('国办发明电〔2025〕7号')
    expect(holidayNotice(2027)).toBeNull()
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23', 'Friday to Monday'],
    ['2026-11-16', 5, '2026-11-23', 'five days of public notice'],
    ['2026-09-29', 1, '2026-09-30', 'the last working day before National Day'],
    ['2026-09-30', 1, '2026-10-08', 'over National Day'],
    ['2026-09-28', 5, '2026-10-10', 'over National Day, counting the make-up Saturday'],
    ['2026-02-13', 1, '2026-02-14', 'Friday to the make-up Saturday'],
    ['2026-02-14', 1, '2026-02-24', 'over Spring Festival'],
    ['2023-09-28', 3, '2023-10-09', 'over eight days off, with both make-up days'],
    ['2025-12-31', 1, '2026-01-04', 'over the year, to a make-up Sunday'],
    ['2026-10-03', 0, '2026-10-08', 'the first working day on or after'],
    ['2026-11-24', 0, '2026-11-24', 'a working day is its own'],
  ])('%s + %i = %s: %s', (from, count, expected) => {
    expect(addWorkingDays(day(from), count)).toEqual({ ok: true, day: expected })
  })

  it('refuses to guess a year without a notice', () => {
    const refusal = { ok: false, reason: 'calendar.unknownYear', detail: { year: 2027 } }
    expect(addWorkingDays(day('2026-12-31'), 1)).toEqual(refusal)
    expect(addWorkingDays(day('2026-12-30'), 1)).toEqual({ ok: true, day: '2026-12-31' })
    expect(workingDaysBetween(day('2026-12-31'), day('2027-01-01'))).toEqual(refusal)
    expect(addWorkingDays(day('2022-12-31'), 0)).toMatchObject({ detail: { year: 2022 } })
  })

  it.each([-1, 1.5, Number.NaN])('throws for a count of %s', count => {
    expect(() => addWorkingDays(day('2026-01-05'), count)).toThrow(RangeError)
  })

  it('lands on a working day, later with more days, and counts back to the same number', () => {
    fc.assert(
      fc.property(inCalendar, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const landed = addWorkingDays(from, count)
        if (!landed.ok) return
        expect(isWorkingDay(landed.day)).toBe(true)
        expect(landed.day > from).toBe(true)
        expect(workingDaysBetween(from, landed.day)).toEqual({ ok: true, count })
      }),
    )
  })
})

describe('noticeEnd', () => {
  it('is exact where the calendar knows the days', () => {
    fc.assert(
      fc.property(inCalendar, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const exact = addWorkingDays(from, count)
        // What 2027's notice may take of 2026 is not known.
        if (exact.ok && exact.day < '2026-12-29') expect(noticeEnd(from, count)).toBe(exact.day)
      }),
    )
  })

  it('would have been too short in no year that we know, had its notice not been out', () => {
    const years = Array.from({ length: 1461 }, (_, n) => addDays(day('2023-01-01'), n))
    expect(years.filter(on => surelyWorks(on) && isWorkingDay(on) !== true)).toEqual([])
  })

  it.each([
    ['2026-12-22', 5, '2027-01-05', 'over New Year, whose days off are not out yet'],
    ['2027-01-06', 5, '2027-01-13', 'a plain week'],
    ['2027-01-15', 5, '2027-03-05', 'over the weeks in which Spring Festival may fall'],
    ['2027-03-01', 5, '2027-03-08', 'a plain week again'],
    ['2031-07-04', 5, '2031-07-11', 'years that nobody knows yet'],
  ])('of %s + %i is %s: %s', (from, count, expected) => {
    expect(noticeEnd(day(from), count)).toBe(expected)
  })

  it('is after its first day and later with more days, in any year', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map(n => addDays(day('2022-06-01'), n))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (from, count) => {
        const last = noticeEnd(from, count)
        expect(last > from).toBe(true)
        expect(noticeEnd(from, count + 1) > last).toBe(true)
      }),
    )
  })
})
