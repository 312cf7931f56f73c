import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  instantAt,
  instantFromLocal,
  isDay,
  localText,
  weekdayOf,
  yearOf,
} from '#domain/shared/dates.ts'

const days = fc.integer({ min: -40_000, max: 80_000 }).map(count => addDays(day('1970-01-01'), count))

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01'])('%s exists', text => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '',
    ' 2026-04-01',
    null,
    20260401,
  ])('%s does not', value => {
    expect(isDay(value)).toBe(false)
  })

  it('throws for a literal that does not exist', () => expect(() => day('2023-02-29')).toThrow(RangeError))

  it('adds and counts days both ways', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      }),
    )
  })

  it('knows its weekday', () => {
    expect(weekdayOf(day('2026-10-01'))).toBe(4)
    expect(weekdayOf(day('2026-11-22'))).toBe(0)
  })
})

describe('an instant in Beijing', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31', 2026],
    ['2026-12-31T16:00:00Z', '2027-01-01', 2027],
    ['2026-01-01T00:00:00Z', '2026-01-01', 2026],
    ['1986-05-03T15:30:00Z', '1986-05-03', 1986],
    ['1988-07-31T15:30:00Z', '1988-08-01', 1988], // summer time: the clock stood at UTC+9
  ])('%s is %s', (at, on, year) => {
    expect(dayOf(new Date(at))).toBe(on)
    expect(yearOf(new Date(at))).toBe(year)
  })

  it.each([
    ['2026-04-15', '17:30', '2026-04-15T09:30:00.000Z'],
    ['2026-12-31', '00:00', '2026-12-30T16:00:00.000Z'],
    ['1988-07-01', '12:00', '1988-07-01T03:00:00.000Z'], // UTC+9 then
    ['1988-12-01', '12:00', '1988-12-01T04:00:00.000Z'],
  ])('%s %s is %s', (on, time, expected) => {
    expect(instantAt(day(on), time).toISOString()).toBe(expected)
  })

  it('begins a day at midnight', () => {
    expect(instantAt(day('2026-10-01')).toISOString()).toBe('2026-09-30T16:00:00.000Z')
  })

  it.each(['24:00', '9:00', '12:60', 'noon', ''])('refuses the time %j', time => {
    expect(() => instantAt(day('2026-10-01'), time)).toThrow(RangeError)
  })

  it('lies on the day it was made from, summer time or not', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 3, max: 23 }), (on, hour) => {
        expect(dayOf(instantAt(on, `${String(hour).padStart(2, '0')}:15`))).toBe(on)
      }),
    )
  })
})

describe('a moment as a form sends it', () => {
  it.each([
    ['2026-12-08T17:00', '2026-12-08T09:00:00.000Z'],
    ['2026-12-08 17:00:05', '2026-12-08T09:00:05.000Z'],
    ['2026-12-08T17:00:00Z', '2026-12-08T17:00:00.000Z'],
    ['2026-12-08T17:00+08:00', '2026-12-08T09:00:00.000Z'],
    ['2026-12-08T17:00:00.250-05:00', '2026-12-08T22:00:00.250Z'],
  ])('%s', (text, expected) => {
    expect(instantFromLocal(text)?.toISOString()).toBe(expected)
  })

  it.each([
    '',
    '2026-02-30T10:00',
    '2026-02-30T10:00Z',
    '2026-12-08',
    '2026-12-08T25:00',
    '2026-12-08T10:00+99:00',
    'tomorrow',
    '1765000000',
  ])('refuses %j', text => {
    expect(instantFromLocal(text)).toBeNull()
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 3, max: 23 }), (on, hour) => {
        const instant = instantAt(on, `${String(hour).padStart(2, '0')}:00`)
        expect(instantFromLocal(localText(instant))).toEqual(instant)
      }),
    )
  })
})
