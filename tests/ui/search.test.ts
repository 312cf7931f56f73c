import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidied } from '#ui/search/path.ts'
import { placeOf, places, valueAt } from '#ui/search/scale.ts'

const spans = fc
  .tuple(fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0.001, max: 1e6, noNaN: true }))
  .map(([min, more]) => ({ min, max: min + more }))

describe('the scale of a slider', () => {
  it('begins at the least and ends at the greatest value', () => {
    fc.assert(
      fc.property(spans, span => {
        expect(valueAt(span, 0)).toBe(span.min)
        expect(valueAt(span, places - 1)).toBe(span.max)
        expect(placeOf(span, span.min)).toBe(0)
        expect(placeOf(span, span.max)).toBe(places - 1)
      }),
    )
  })

  it('never falls, and stays within', () => {
    fc.assert(
      fc.property(spans, span => {
        let last = span.min
        for (let place = 0; place < places; place++) {
          const value = valueAt(span, place)
          expect(value).toBeGreaterThanOrEqual(last)
          expect(value).toBeLessThanOrEqual(span.max)
          last = value
        }
      }),
    )
  })

  it('gives small machines as much room as large ones', () => {
    const payload = { min: 0.5, max: 5000 }
    expect([10, 50, 90].map(place => valueAt(payload, place))).toEqual([1.3, 50, 2000])
    expect(placeOf(payload, 50)).toBe(50)
    expect(placeOf(payload, 99_999)).toBe(places - 1)
  })
})

describe('what a form of filters sends', () => {
  const sent = (fields: [string, string][]) => {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    return tidied(form).toString()
  }

  it.each([
    [
      [
        ['q', ''],
        ['index', 'products'],
      ],
      'index=products',
    ],
    [
      [
        ['payloadKg.min', '50'],
        ['payloadKg.max', ''],
      ],
      'payloadKg=50..',
    ],
    [
      [
        ['payloadKg.min', ''],
        ['payloadKg.max', ''],
      ],
      '',
    ],
    [
      [
        ['domain', 'a'],
        ['domain', 'b'],
        ['near', ''],
        ['km', '20'],
      ],
      'domain=a&domain=b',
    ],
    [
      [
        ['near', '110108'],
        ['km', '20'],
        ['undisclosed', 'keep'],
      ],
      'near=110108&km=20',
    ],
    [[['undisclosed', 'drop']], 'undisclosed=drop'],
  ] as [[string, string][], string][])('%j', (fields, expected) => {
    expect(decodeURIComponent(sent(fields))).toBe(expected)
  })
})
