import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { text } from '#domain/shared/fields.ts'

const field = text({ min: 2, max: 10 })
const message = (typed: unknown) => field.safeParse(typed).error?.issues[0]?.message

describe('S8: text', () => {
  test.each([
    ['NUL', 'ab\u0000'],
    ['a bell', 'ab\u0007'],
    ['half a surrogate pair', 'ab\ud800'],
    ['the other half', '\udfffab'],
    ['a noncharacter', 'ab\uffff'],
    ['an override of direction', 'ab\u202egpj.exe'],
    ['an embedding', '\u202bab'],
    ['an isolate that ends another', 'ab\u2069'],
  ])('with %s is refused in words', (_, typed) => expect(message(typed)).toBe('field.characters'))

  test.each([
    ['e\u0301t\u00e9', 'été'],
    ['  机器人\r\n二号 ', '机器人\n二号'],
    ['👩‍⚕️送药', '👩‍⚕️送药'],
    ['שלום', 'שלום'],
    ['𠮷野', '𠮷野'],
  ])('%j is kept as %j', (typed, kept) => expect(field.parse(typed)).toBe(kept))

  test('is as long as its code points, not its bytes', () => {
    expect(field.parse('𠮷'.repeat(10))).toBe('𠮷'.repeat(10))
    expect(message('𠮷'.repeat(11))).toBe('field.tooLong|max=10')
    expect(message('a'.repeat(1_000_000))).toBe('field.tooLong|max=10')
  })

  test('what was read reads to itself, is composed and within its bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 14 }), typed => {
        const read = field.safeParse(typed)
        if (!read.success) return
        expect(field.parse(read.data)).toBe(read.data)
        expect(read.data).toBe(read.data.normalize('NFC'))
        expect([...read.data].length).toBeLessThanOrEqual(10)
        expect(read.data).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 2000 },
    )
  })
})
