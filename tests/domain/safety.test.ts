import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCovered, mayRename, maySafelyRun, settledIn, spacesWithPeople } from '#domain/pilots/safety.ts'
import { pilotSpaceIds } from '#domain/risk/risk-item.ts'
import { addDays, type Day } from '#domain/shared/dates.ts'

const day = '2026-11-27' as Day
const cover = (from: number, until: number) => ({
  validFrom: addDays(day, from),
  validUntil: addDays(day, until),
})

describe('whether a pilot may run', () => {
  test.each([
    ['ward', [cover(0, 0)], true],
    ['ward', [cover(-9, -1), cover(1, 9)], false],
    ['public', [], false],
    ['home', [cover(-1, 1)], true],
    ['road', [cover(1, 2)], false],
    ['staff', [], true],
    ['fenced', [], true],
    ['explosive', [], true],
    [null, [cover(-1, 1)], false],
  ] as const)('%s with %j: %s', (space, covers, may) => {
    expect(maySafelyRun(space, covers, day).ok).toBe(may)
  })

  test('covers of other days never make it run, one of this day always does', () => {
    const anyCover = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.nat(400))
    fc.assert(
      fc.property(
        fc.array(anyCover, { maxLength: 6 }),
        fc.constantFrom(...spacesWithPeople),
        (list, space) => {
          const covers = list.map(([from, length]) => cover(from, from + length))
          const today = list.some(([from, length]) => from <= 0 && from + length >= 0)
          expect(isCovered(covers, day)).toBe(today)
          expect(maySafelyRun(space, covers, day).ok).toBe(today)
        },
      ),
    )
  })
})

test('the firm makes a space stricter, never laxer; the demand side does either', () => {
  for (const from of [null, ...pilotSpaceIds])
    for (const to of pilotSpaceIds) {
      expect(mayRename(from, to, 'demand').ok).toBe(true)
      const free = from === null || from === to
      const stricter = spacesWithPeople.includes(to) && (from === null || !spacesWithPeople.includes(from))
      expect(mayRename(from, to, 'supply').ok).toBe(free || stricter)
    }
})

test('an item is settled when both sides have answered it, and open is no answer', () => {
  const said = (item: string, side: 'demand' | 'supply', answer: 'open' | 'done' | 'notApplicable') => ({
    ...{ item, side, answer },
  })
  const all = [
    ...[said('a', 'demand', 'done'), said('a', 'supply', 'notApplicable')],
    ...[said('b', 'demand', 'done'), said('b', 'supply', 'open')],
    said('c', 'supply', 'done'),
  ]
  expect(settledIn(['a', 'b', 'c', 'd'], all)).toBe(1)
})
