import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFen,
  fen,
  fenFromYuan,
  formatYuan,
  maxFen,
  minFen,
  percentOf,
  subtractFen,
  yuan,
  yuanFigure,
  yuanParts,
} from '#domain/shared/money.ts'

const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(fen)

describe('fen', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('refuses %s', value => {
    expect(() => fen(value)).toThrow(RangeError)
  })

  it('knows one zero', () => expect(Object.is(fen(-0), 0)).toBe(true))

  it('adds, subtracts and compares without leaving whole numbers', () => {
    expect(addFen()).toBe(0)
    expect(addFen(yuan(1), fen(1))).toBe(101)
    expect(subtractFen(fen(1), fen(3))).toBe(-2)
    expect(minFen(fen(3), fen(1), fen(2))).toBe(1)
    expect(maxFen(fen(3), fen(1), fen(2))).toBe(3)
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError)
  })
})

describe('fenFromYuan', () => {
  it.each([
    ['0', 0],
    ['0.1', 10],
    ['0.10', 10],
    ['500000', 50_000_000],
    ['500,000', 50_000_000],
    ['1,234,567.89', 123_456_789],
    ['１２３４．５０', 123_450],
    ['１，２３４元', 123_400],
    [' ¥ 300 ', 30_000],
    ['￥300.00', 30_000],
    ['50万', 50_000_000],
    ['50 万元', 50_000_000],
    ['0.000001万元', 1],
    ['1.2300000', 123],
    ['7.', 700],
    ['007', 700],
    ['-0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %j', (text, expected) => {
    expect(fenFromYuan(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', 'money.empty'],
    ['　', 'money.empty'],
    ['五十万', 'money.format'],
    ['1e3', 'money.format'],
    ['0x10', 'money.format'],
    ['NaN', 'money.format'],
    ['Infinity', 'money.format'],
    ['1,2', 'money.format'],
    ['12,34', 'money.format'],
    ['1234,567', 'money.format'],
    ['1 2', 'money.format'],
    ['.5', 'money.format'],
    ['1.2.3', 'money.format'],
    ['--1', 'money.format'],
    ['50亿', 'money.format'],
    ['-1', 'money.negative'],
    ['−0.01', 'money.negative'],
    ['0.001', 'money.tooPrecise'],
    ['0.0000001万', 'money.tooPrecise'],
    ['90071992547409.92', 'money.tooLarge'],
    ['9'.repeat(150), 'money.tooLarge'],
  ])('refuses %j as %s', (text, reason) => {
    expect(fenFromYuan(text)).toEqual({ ok: false, reason })
  })

  it('reads back what it writes, for every amount', () => {
    fc.assert(
      fc.property(amounts, amount => {
        expect(fenFromYuan(yuanFigure(amount))).toEqual({ ok: true, value: amount })
        const { figure, unit } = yuanParts(amount, 'zh')
        expect(fenFromYuan(`${figure}${unit}`)).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const read = fenFromYuan(text)
        expect(read.ok ? Number.isSafeInteger(read.value) && read.value >= 0 : read.reason).toBeTruthy()
      }),
    )
  })
})

describe('percentOf', () => {
  it.each([
    [100, 5_000, 50],
    [1, 5_000, 1], // 0.5 up
    [1, 4_999, 0],
    [3, 5_000, 2], // 1.5 up
    [-1, 5_000, -1], // mirrors its positive
    [50_000_000, 10_000, 50_000_000],
    [Number.MAX_SAFE_INTEGER, 10_000, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 1, 900_719_925_474],
    [123, 0, 0],
  ])('%i at %i basis points is %i', (amount, rate, expected) => {
    expect(percentOf(fen(amount), rate)).toBe(expected)
  })

  it.each([-1, 0.5, Number.NaN])('refuses the rate %s', rate => {
    expect(() => percentOf(fen(1), rate)).toThrow(RangeError)
  })

  it('is monotone in the amount and never more than half a 分 off', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 10_000 }), (a, b, rate) => {
        expect(percentOf(minFen(a, b), rate)).toBeLessThanOrEqual(percentOf(maxFen(a, b), rate))
        const off = BigInt(percentOf(a, rate)) * 10_000n - BigInt(a) * BigInt(rate)
        expect(off <= 5_000n && off > -5_000n).toBe(true)
      }),
    )
  })
})

describe('writing an amount', () => {
  it.each([
    [0, '0 元', 'CNY 0', '0', '元'],
    [1, '0.01 元', 'CNY 0.01', '0.01', '元'],
    [123_450, '1,234.50 元', 'CNY 1,234.50', '1,234.50', '元'],
    [50_000_000, '500,000 元', 'CNY 500,000', '50', '万元'],
    [70_500_000, '705,000 元', 'CNY 705,000', '70.5', '万元'],
    [123_456_700, '1,234,567 元', 'CNY 1,234,567', '1,234,567', '元'],
    [-200_000_000, '-2,000,000 元', 'CNY -2,000,000', '-200', '万元'],
  ])('%i fen', (amount, zh, en, figure, unit) => {
    expect(formatYuan(fen(amount), 'zh')).toBe(zh)
    expect(formatYuan(fen(amount), 'en')).toBe(en)
    expect(yuanParts(fen(amount), 'zh')).toEqual({ figure, unit })
  })
})
