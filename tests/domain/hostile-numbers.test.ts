import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criterionIds, criterionOf, isRange } from '#domain/ontology/criteria.ts'
import type { Unit } from '#domain/ontology/criterion.ts'
import { units } from '#domain/ontology/unit-table.ts'
import { parseQuantity, parseRange } from '#domain/ontology/units.ts'
import { readValue } from '#domain/ontology/values.ts'
import { decimal, money } from '#domain/shared/fields.ts'
import { fenFromYuan } from '#domain/shared/money.ts'
import { leastCost } from '#tests/support/cpu-time.ts'

// S25: what people and attackers write as numbers. Money goes from decimal text to whole fen and never through a float.

const sum = money({ maxYuan: 1_000_000_000, unit: 'wan' })
const count = decimal({ min: 1, max: 10_000, integer: true })

describe('money typed in 万元', () => {
  test.each([
    ['１２．５', 12_500_000],
    ['１２．５万', 12_500_000],
    ['1,000', 1_000_000_000],
    [' 5 ', 5_000_000],
    ['0.1', 100_000],
    ['0.3', 300_000],
    ['0.000001', 1],
    ['100000', 100_000_000_000],
    ['1元', 100],
  ])('%j is %i fen', (typed, fen) => expect(sum.parse(typed)).toBe(fen))

  test.each([
    ...[
      '-1',
      '−5',
      '0',
      '-0',
      '1e309',
      '1e3',
      'NaN',
      'Infinity',
      '-Infinity',
      '0x10',
      '0b1',
      '1_000',
      '1 000',
    ],
    ...[
      '9223372036854775808',
      '18446744073709551616',
      '9'.repeat(400),
      '0.0000001',
      '1.2.3',
      '1,00',
      '５０公斤',
    ],
    ...['١٢', '五十', '½', '1/2', '=1+1', '1;2', '++1', '1-', '(1)', '1%', '$5', '1e-7', '\u0000', '1\u0000'],
  ])('%j is no sum', typed => {
    const read = sum.safeParse(typed)
    expect(read.success).toBe(false)
    expect(read.error?.issues[0]?.message).toMatch(/^field\.(money|tooMuch\|max=100000)$/)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5, -1, 2 ** 53, 0])('nor is the number %s', value =>
    expect(sum.safeParse(value).success).toBe(false),
  )
})

test('an amount of any form is what whole-number arithmetic makes of it, or is refused', () => {
  const amount = fc.record({
    whole: fc.bigInt({ min: 0n, max: 10n ** 18n }),
    part: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 8 }),
    wan: fc.constantFrom('', '元', '万', '万元'),
    grouped: fc.boolean(),
    wide: fc.boolean(),
    minus: fc.boolean(),
  })
  fc.assert(
    fc.property(amount, ({ whole, part, wan, grouped, wide, minus }) => {
      const digits = grouped ? whole.toString().replace(/\B(?=(\d{3})+$)/g, ',') : whole.toString()
      const plain = `${minus ? '-' : ''}${digits}${part === '' ? '' : `.${part}`}${wan}`
      const typed = wide
        ? plain.replaceAll(/[0-9.,]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        : plain
      const shift = wan.startsWith('万') ? 6 : 2
      const scaled = BigInt(`${whole}${part}`) * 10n ** BigInt(Math.max(0, shift - part.length))
      const below = 10n ** BigInt(Math.max(0, part.length - shift))
      const exact = scaled % below === 0n && scaled / below <= BigInt(Number.MAX_SAFE_INTEGER)
      const positive = !minus || scaled === 0n
      const read = fenFromYuan(typed)
      expect(read.ok).toBe(exact && positive)
      if (read.ok) expect(BigInt(read.value)).toBe(scaled / below)
    }),
    { numRuns: 10_000 },
  )
})

describe('counts', () => {
  test.each([
    ['５', 5],
    [' 5 ', 5],
    ['1,000', 1000],
    ['+7', 7],
    ['007', 7],
  ])('%j is %i', (typed, value) => expect(count.parse(typed)).toBe(value))

  test.each([
    '0',
    '-1',
    '1.5',
    '10001',
    '1e309',
    '1e2',
    'NaN',
    'Infinity',
    '0x10',
    '2^63',
    '1,0,0x',
    '五',
    '٥',
    '9'.repeat(5000),
  ])('%j is refused', typed => expect(count.safeParse(typed).success).toBe(false))
})

/** The sum of a decimal text and a decimal factor in whole numbers, to the twelve digits that are kept. */
function product(text: string, factor: number): number {
  const parts = (written: string) => {
    const [whole = '', part = ''] = written.split('.')
    return { digits: BigInt(whole + part), places: part.length }
  }
  const [a, b] = [parts(text), parts(String(factor))]
  const places = a.places + b.places
  const digits = (a.digits * b.digits).toString().padStart(places + 1, '0')
  return Number(
    Number(`${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`).toPrecision(
      12,
    ),
  )
}

test('a quantity in any unit is the exact decimal product, to the twelve digits that are kept', () => {
  const ways = Object.entries(units).flatMap(([unit, { written }]) =>
    Object.entries(written).flatMap(([name, factor]) =>
      factor !== undefined && /^\d+(\.\d{1,6})?$/.test(String(factor))
        ? [{ unit: unit as Unit, name, factor }]
        : [],
    ),
  )
  expect(ways.length).toBeGreaterThan(50)
  const quantity = fc.tuple(
    fc.constantFrom(...ways),
    fc.integer({ min: 0, max: 9_999_999 }),
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom('', ' ', '　'),
  )
  fc.assert(
    fc.property(quantity, ([{ unit, name, factor }, digits, places, space]) => {
      const text = (digits / 10 ** places).toFixed(places)
      expect(parseQuantity(unit, `${text}${space}${name}`)).toBe(product(text, factor))
    }),
    { numRuns: 10_000 },
  )
})

describe('values of criteria', () => {
  const hostile = [
    ...[
      'NaN',
      'Infinity',
      '-Infinity',
      '1e309',
      '9'.repeat(400),
      '0x10',
      '1_000',
      '١٢',
      '½',
      '=1+1',
      '2^63',
      '--1',
    ],
    ...['1\u0000', '\u0000', '1e5e5', '.', '-', '~', '1~', '~1', '5~1', '1~2~3', 'null', '[object Object]'],
  ]

  test('what is no number is refused for every criterion, on both sides', () => {
    for (const id of criterionIds) {
      if (criterionOf(id).kind !== 'number' && criterionOf(id).kind !== 'range') continue
      for (const typed of [
        ...hostile,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2 ** 63,
        [],
        [1],
        {},
        { min: 1 },
        { min: Number.NaN, max: 1 },
      ])
        for (const side of ['need', 'have'] as const)
          expect(readValue(id, typed, side).ok, `${id} ${JSON.stringify(typed)}`).toBe(false)
    }
  })

  test('what is read is finite, in order and plausible, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...'０１５9.,-−~至± ',
      'kg',
      '公斤',
      '万',
      '1e',
      'mm',
      '℃',
      '%',
      '/',
      '\n',
      '反',
    )
    const typed = fc.array(piece, { maxLength: 8 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(
        fc.constantFrom(...criterionIds),
        typed,
        fc.constantFrom('need', 'have'),
        (id, text, side) => {
          const read = readValue(id, text, side)
          if (!read.ok || typeof read.value === 'string' || typeof read.value === 'boolean') return
          const ends = isRange(read.value) ? [read.value.min, read.value.max] : [read.value].flat()
          const [min, max] = criterionOf(id).plausible
          for (const end of ends)
            if (typeof end === 'number') expect(Number.isFinite(end) && end >= min && end <= max).toBe(true)
          if (isRange(read.value)) expect(read.value.min).toBeLessThanOrEqual(read.value.max)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  test.each([
    ['payloadKg', '５０公斤', 50],
    ['payloadKg', '1,000 g', 1],
    ['payloadKg', ' 5 ', 5],
    ['payloadKg', '0.1t', 100],
    ['passageWidthMm', '０．８ｍ', 800],
  ] as const)('%s %j is %d', (id, typed, value) =>
    expect(readValue(id, typed, 'need')).toEqual({ ok: true, value }),
  )

  test('spaces without end between two figures take no time', () => {
    for (const text of [`1${' '.repeat(100_000)}x`, `1${' x'.repeat(50_000)}`, `1~${' '.repeat(100_000)}`]) {
      const parse = () => [parseQuantity('kg', text), parseRange('kg', text)]
      expect(parse()).toEqual([null, null])
      expect(leastCost(parse)).toBeLessThan(50)
    }
  })
})
