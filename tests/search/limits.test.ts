import { beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '#domain/searching/address.ts'
import { BadCursor, type Filter, isBadCursor } from '#search/engine.ts'
import { simplify } from '#search/filter.ts'
import { highlight } from '#search/highlight.ts'
import { filterExpression } from '#search/meilisearch-filter.ts'
import { keysOf, readCursor, writeCursor } from '#search/postgres-order.ts'
import { conditions, required } from '#search/postgres-words.ts'
import { readQuery } from '#search/query.ts'
import { leastCost } from '#tests/support/cpu-time.ts'

const budgetMs = 50

/** What a reader may paste into the search box, by what it tries. */
const bombs: [what: string, q: string][] = [
  ['10,000 characters', '夜间在住院病区配送药品的机器人'.repeat(700).slice(0, 10_000)],
  ['one word of 10,000 letters', 'a'.repeat(10_000)],
  ['10,000 digits', '1'.repeat(10_000)],
  ['sizes without end', '载重≥50kg'.repeat(1_500)],
  ['names without sizes', '最大速度'.repeat(2_500)],
  ['signs', '≥'.repeat(10_000)],
  ['minus signs', '-'.repeat(10_000)],
  ['minus signs apart', ' -a'.repeat(3_300)],
  ['quotation marks', '"'.repeat(10_000)],
  ['quotation marks of all kinds', '“「『《"'.repeat(2_000)],
  ['phrases', '"a" '.repeat(2_500)],
  ['blanks', ' '.repeat(10_000)],
  ['lone surrogates', '\ud800\udfff\udc00'.repeat(3_300)],
  ['marks upon one letter', `e${'\u0301'.repeat(9_999)}`],
  ['letters that grow when they are folded', '\ufdfa'.repeat(10_000)],
  ['a model code without end', 'A-1'.repeat(3_300)],
  ['nested brackets', '('.repeat(5_000) + ')'.repeat(5_000)],
  ['an expression that backtracks', `${'(a+)+'.repeat(2_000)}$`],
  ['NUL', '\0'.repeat(10_000)],
]

describe('whatever is typed', () => {
  beforeAll(() => {
    highlight('机器人', '机器人')
  })

  it.each(bombs)(`%s is read in ${budgetMs} ms`, (_, q) => {
    const read = () => {
      const query = readQuery(q)
      conditions(query.terms, new Map())
      required(query)
      return query
    }
    expect(leastCost(read)).toBeLessThan(budgetMs)
    expect(read().terms.length).toBeLessThanOrEqual(10)
    expect(leastCost(() => readAddress(new URLSearchParams({ q, domain: q, payloadKg: q })))).toBeLessThan(
      budgetMs,
    )
  })

  it(`200 filters are read and translated in ${budgetMs} ms`, () => {
    const params = new URLSearchParams(
      Array.from({ length: 200 }, (_, nth) => [nth % 2 ? 'domain' : 'payloadKg', `${nth}..`]),
    )
    expect(leastCost(() => readAddress(params))).toBeLessThan(budgetMs)
    const range = (nth: number): Filter => ({ range: ['payloadKg', { gte: nth }], unknown: 'keep' })
    const wide: Filter = { and: Array.from({ length: 200 }, (_, nth) => range(nth)) }
    const deep = Array.from({ length: 200 }).reduce<Filter>(
      (inner, _, nth) => ({ not: { or: [inner, range(nth)] } }),
      wide,
    )
    for (const filter of [wide, deep]) {
      expect(leastCost(() => simplify(filter))).toBeLessThan(budgetMs)
      expect(leastCost(() => filterExpression([filter], ['public']))).toBeLessThan(budgetMs)
    }
  })
})

describe('a cursor', () => {
  const keys = keysOf({ by: 'relevance' }, true)

  it('reads back as it was written', () => {
    const values = ['0.953125', '1', '1774224000000000', '01900000-0000-7000-8000-000000000001']
    expect(readCursor(keys, writeCursor(keys, values))).toEqual(values)
  })

  it.each([
    [['NaN', '1', '0', 'id']],
    [['1e999', '1', '0', 'id']],
    [['0.5', '99999999999', '0', 'id']],
    [['0.5', '1', '99999999999999999999', 'id']],
    [['0.5', '1', '2026-02-30', 'id']],
    [['0.5', '1', '0', "id' or true --"]],
    [['0.5', '1', '0', '\0']],
    [['0.5', '1', '0']],
  ])('%j is none', values => {
    expect(() => readCursor(keys, writeCursor(keys, values))).toThrow(BadCursor)
  })

  it.each(['', '%', 'WzFd', 'bnVsbA', 'x'.repeat(2_000)])('%s is none', cursor => {
    expect(() => readCursor(keys, cursor)).toThrow(BadCursor)
  })

  it('is known for one that is bad in another copy of the code too', () => {
    const copied = Object.assign(new Error(), { name: new BadCursor().name })
    expect([isBadCursor(new BadCursor()), isBadCursor(copied), isBadCursor(new Error())]).toEqual([
      true,
      true,
      false,
    ])
  })
})
