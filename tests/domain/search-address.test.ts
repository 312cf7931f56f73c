import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  indexNames,
  readAddress,
  type SearchAddress,
  searchFacets,
  sortNames,
  writeAddress,
} from '#domain/searching/address.ts'
import { districtCodes, domainIds } from '#domain/vocabulary.ts'
import { leastCost } from '#tests/support/cpu-time.ts'

const read = (text: string) => readAddress(new URLSearchParams(text))

const bounds = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 900 })), fc.option(fc.integer({ min: 900, max: 9000 })))
  .filter(([low, high]) => low !== null || high !== null)
  .map(([low, high]) => ({ ...(low !== null && { gte: low }), ...(high !== null && { lte: high }) }))

const addresses: fc.Arbitrary<SearchAddress> = fc.record({
  index: fc.option(fc.constantFrom(...indexNames), { nil: undefined }),
  q: fc.string({ unit: 'grapheme', maxLength: 40 }).map(text => text.trim()),
  facets: fc
    .record({ domain: fc.subarray([...domainIds]), district: fc.subarray([...districtCodes]) })
    .map(all => Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0))),
  ranges: fc.dictionary(fc.constantFrom('payloadKg', 'reachMm', 'priceYuan'), bounds),
  undisclosed: fc.constantFrom('keep', 'drop'),
  near: fc.option(
    fc.record({ district: fc.constantFrom(...districtCodes), km: fc.integer({ min: 1, max: 200 }) }),
    { nil: undefined },
  ),
  sort: fc.constantFrom(...sortNames),
  match: fc.constantFrom('all', 'last'),
  page: fc.integer({ min: 1, max: 100 }),
})

describe('the address of a search', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(addresses, address => {
        expect(readAddress(writeAddress(address))).toEqual(address)
      }),
    )
  })

  it('has one canonical form', () => {
    fc.assert(
      fc.property(addresses, address => {
        const written = writeAddress(address).toString()
        expect(writeAddress(readAddress(new URLSearchParams(written))).toString()).toBe(written)
      }),
    )
  })

  it('takes any text for what it can mean', () => {
    const texts = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 40 })
    fc.assert(
      fc.property(texts, pairs => {
        const address = readAddress(new URLSearchParams(pairs))
        expect(address.page).toBeGreaterThanOrEqual(1)
        expect(Object.keys(address.facets).every(name => searchFacets.some(each => each === name))).toBe(true)
      }),
    )
  })

  it.each([
    ['index=users&sort=up&page=-3&match=1&near=9', {}],
    ['domain=x&domain=healthcare&domain=energy', { facets: { domain: ['energy', 'healthcare'] } }],
    ['payloadKg=50..', { ranges: { payloadKg: { gte: 50 } } }],
    ['payloadKg.min=50&payloadKg.max=５００', { ranges: { payloadKg: { gte: 50, lte: 500 } } }],
    ['payloadKg=500..50', { ranges: { payloadKg: { gte: 50, lte: 500 } } }],
    ['payloadKg=..', {}],
    ['payloadKg=1e9..NaN&constructor=1..2&__proto__=1..2&unknownKg=1..2&elevator=1..2', {}],
    ['near=110108', { near: { district: '110108', km: 20 } }],
    ['near=110108&km=9999', { near: { district: '110108', km: 200 } }],
    ['page=999', { page: 100 }],
  ] as [string, Partial<SearchAddress>][])('reads %s', (text, said) => {
    const usual = read('')
    const got = read(text)
    const sorted = { ...got, facets: sortedValues(got) }
    const expected: SearchAddress = { ...usual, ...said }
    expect(sorted).toEqual({ ...expected, facets: sortedValues(expected) })
  })

  it('reads two hundred filters as the few that count, at once', () => {
    const many = Array.from(
      { length: 200 },
      (_, nth) => `domain=healthcare&payloadKg=${nth}..&x${nth}=1`,
    ).join('&')
    expect(read(many)).toMatchObject({
      facets: { domain: ['healthcare'] },
      ranges: { payloadKg: { gte: 0 } },
    })
    expect(leastCost(() => read(many))).toBeLessThan(50)
  })
})

function sortedValues({ facets }: SearchAddress): Record<string, string[]> {
  return Object.fromEntries(Object.entries(facets).map(([name, values = []]) => [name, [...values].sort()]))
}
