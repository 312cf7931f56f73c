import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import { formProblem } from '#http/form-data.ts'
import { readForm } from '#http/read-form.ts'
import { leastCost } from '#tests/support/cpu-time.ts'
import { translate } from '#tests/support/render.tsx'
import { allForms, fieldsOf } from '../support/hostile/forms.ts'

// S8, S24: whatever is sent to whatever form, it is read or refused with a message that people can read; never a throw.

let forms: { name: string; schema: z.ZodType }[]
const t = translate('zh')

beforeAll(async () => {
  forms = await allForms()
})

const parse = (schema: z.ZodType, value: unknown) => schema.safeParse(value, { error: fieldMessages })

/** Messages that no dictionary knows. */
function unsaid(result: z.ZodSafeParseResult<unknown>): string[] {
  if (result.success) return []
  return result.error.issues
    .map(issue => issue.message)
    .filter(message => {
      const key = message.split('|')[0] ?? ''
      return t.maybe(key) === null && t.reason(key) === null
    })
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  // Lone surrogates, which no well-formed string has.
  fc
    .array(fc.integer({ min: 0xd800, max: 0xdfff }), { maxLength: 4 })
    .map(codes => String.fromCharCode(...codes)),
  fc.constantFrom(
    ...['\u0000', '\u202e反', 'e\u0301', '👩‍⚕️', '\u2028', '١٢', 'NaN', 'Infinity', '-0', '1e309', '0x10'],
    ...[
      '9223372036854775808',
      '１２．５万',
      '1,000',
      ' 5 ',
      '５０公斤',
      '__proto__',
      'constructor',
      '[]',
      '{}',
      'on',
    ],
  ),
)
const junk = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      0,
      -1,
      2 ** 63,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ),
  },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(text, text, { maxKeys: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constant(
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    ),
  },
)

test('there are forms to try', () => {
  expect(forms.length).toBeGreaterThan(60)
  expect(forms.filter(({ schema }) => fieldsOf(schema).length > 0).length).toBeGreaterThan(55)
})

test('any values in any form are read or refused in words', { timeout: 30_000 }, () => {
  for (const { name, schema } of forms) {
    const fields = fieldsOf(schema)
    const values = fc.record(Object.fromEntries(fields.map(field => [field, junk])))
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: values }, { weight: 1, arbitrary: junk }), value => {
        expect(unsaid(parse(schema, value)), name).toEqual([])
      }),
      { numRuns: 60 },
    )
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

describe('field names that reach where they should not', () => {
  const names = (field: string) => [
    ...['__proto__[polluted]', '__proto__.polluted', 'constructor.prototype.polluted', 'prototype[polluted]'],
    ...[
      `${field}[__proto__][polluted]`,
      `${field}.constructor.prototype.polluted`,
      `${field}[0].__proto__.polluted`,
    ],
    ...[
      `${field}[]`,
      `${field}[][]`,
      `${field}[0][0][0][0][0]`,
      `${field}.a.b.c.d.e`,
      `${field}[`,
      `${field}]`,
    ],
    ...[`${field}[99999999]`, `${field}[-1]`, `${field}[1e9]`, '', '.', '[]', '[0]', `${'a.'.repeat(90)}a`],
  ]

  test('are a bad form, or come to nothing', { timeout: 30_000 }, () => {
    for (const { name, schema } of forms) {
      for (const field of fieldsOf(schema)) {
        for (const path of names(field)) {
          const form = new FormData()
          form.append(field, '1')
          form.append(path, '1')
          if (formProblem(form) === null)
            expect(() => readForm(form, schema), `${name} ${path}`).not.toThrow()
        }
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each([
    '__proto__[a]',
    '__proto__.a',
    'constructor.prototype.a',
    'x[__proto__]',
    'x.constructor',
    'x[100000]',
  ])('%s is refused before anything is read', path =>
    expect(formProblem([[path, '1']])).toBe('form.badField'),
  )

  test('a field that is sent twice is no text', () => {
    for (const { name, schema } of forms) {
      for (const field of fieldsOf(schema)) {
        const form = new FormData()
        form.append(field, '一')
        form.append(field, '二')
        const submission = readForm(form, schema)
        if (submission.status !== 'success') continue
        // Lists take both, and some searches ignore what they cannot read; nothing takes one of the two, or both glued.
        const value: unknown = Reflect.get(Object(submission.value), field)
        expect(typeof value === 'string' && /[一二]/.test(value), `${name} ${field}`).toBe(false)
      }
    }
  })
})

/** What a form may weigh: a megabyte where lists are long; what accounts send and what stands in addresses is shorter. */
const mostOf = (name: string) =>
  /^(accounts|officers)\//.test(name) || /Query$/.test(name) ? 64_000 : 1_000_000

test('the longest text that may come is read or refused by any field within 50 ms', {
  timeout: 60_000,
}, () => {
  const units = ['反', ' ', '1', '0', 'a', '\n', '1 ', ',', '\u0000', '[', '. ']
  const big = (unit: string, most: number) => `1${unit.repeat(Math.floor(most / unit.length))}x`
  const slow: string[] = []
  for (const { name, schema } of forms) {
    for (const field of fieldsOf(schema)) {
      for (const value of units.map(unit => big(unit, mostOf(name)))) {
        const said: { result?: ReturnType<typeof parse> } = {}
        const once = () => {
          said.result = parse(schema, { [field]: value })
        }
        const first = leastCost(once, 1)
        // Once more, for something of this process's own may have come in between.
        const took = first > 50 ? leastCost(once, 3) : first
        if (took > 50)
          slow.push(`${name} ${field} ${JSON.stringify(value.slice(0, 4))}: ${took.toFixed(0)} ms`)
        if (said.result?.success) {
          const kept = JSON.stringify(said.result.data) ?? ''
          if (kept.length > 50_000) slow.push(`${name} ${field} kept ${kept.length} characters`)
        }
      }
    }
  }
  expect(slow).toEqual([])
})
