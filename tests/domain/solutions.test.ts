import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConsentStatus, type PartFacts, partsReady } from '#domain/solutions/parts.ts'
import { normalNumber, Solution, SolutionDraft } from '#domain/solutions/solution.ts'
import { solutionInput } from '../support/solutions.ts'

const whole = (over: Record<string, unknown> = {}) =>
  Solution.safeParse(solutionInput(['CP-2026-0001'], over))
const part = { number: 'CP-2026-0001', quantity: '1', role: '配送' }

describe('a solution that can be submitted', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['is complete', {}, null],
    ['names a robot', { parts: [] }, 'parts'],
    ['names software, or it is no bundle', { software: [] }, 'software'],
    ['needs a domain', { domains: [] }, 'domains'],
    ['needs a task', { tasks: [] }, 'tasks'],
    ['counts in whole pieces', { parts: [{ ...part, quantity: '1.5' }] }, 'parts.0.quantity'],
    ['counts from one', { parts: [{ ...part, quantity: '0' }] }, 'parts.0.quantity'],
    ['says what a product does in it', { parts: [{ ...part, role: '' }] }, 'parts.0.role'],
    ['names a product once', { parts: [part, { ...part, number: 'ｃｐ-2026-0001' }] }, 'parts'],
    ['has its prices in order', { priceFromFen: '120', priceToFen: '80' }, 'priceToFen'],
    ['may leave the price open', { priceFromFen: '', priceToFen: '' }, null],
    ['may leave the services undisclosed', { integration: '', deliveryWeeks: '', regions: '' }, null],
    ['knows the kinds of software', { software: [{ kind: 'magic', name: '魔法' }] }, 'software.0.kind'],
  ])('%s', (_, over, place) => {
    const parsed = whole(over)
    expect(parsed.success ? null : parsed.error.issues.map(issue => issue.path.join('.'))).toEqual(
      place === null ? null : expect.arrayContaining([place]),
    )
  })

  it('keeps what is not said absent instead of making it zero or no', () => {
    const { data } = whole({
      priceFromFen: '',
      responseHours: '',
      software: [{ kind: 'twin', name: '孪生' }],
    })
    expect(data?.priceFromFen).toBeUndefined()
    expect(data?.responseHours).toBeUndefined()
    expect(data?.software[0]).toEqual({ kind: 'twin', name: '孪生' })
  })
})

describe('a draft', () => {
  it('may be empty, and a row left blank is none', () => {
    const blank = { number: '', quantity: '', role: '' }
    const drafted = SolutionDraft.parse({ parts: [blank, { ...part, role: '' }], software: [{ kind: '' }] })
    expect(drafted.parts).toEqual([{ number: 'CP-2026-0001', quantity: 1 }])
    expect(drafted.software).toEqual([])
  })

  it('has no more rows than a page can hold', () => {
    const parts = Array.from({ length: 13 }, (_, nth) => ({ ...part, number: `CP-2026-${1000 + nth}` }))
    expect(SolutionDraft.safeParse({ parts }).success).toBe(false)
  })
})

const anyPart: fc.Arbitrary<PartFacts> = fc.record({
  name: fc.string({ minLength: 1 }),
  isPublic: fc.boolean(),
  consent: fc.constantFrom<ConsentStatus | null>('asked', 'confirmed', 'declined', null),
})

describe('the products of a bundle', () => {
  it('are ready exactly when all are public and no other firm’s yes is missing', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 8 }), parts => {
        const expected = parts.every(
          ({ isPublic, consent }) => isPublic && (consent === null || consent === 'confirmed'),
        )
        expect(partsReady(parts).ok).toBe(expected)
      }),
    )
  })

  it('one part more never makes a bundle ready that was not', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 6 }), anyPart, (parts, more) => {
        if (!partsReady(parts).ok) expect(partsReady([...parts, more]).ok).toBe(false)
      }),
    )
  })

  it('are named in the reason', () => {
    const asked = { name: '洗护机', isPublic: true, consent: 'asked' as const }
    expect(partsReady([asked])).toMatchObject({
      reason: 'solution.consentMissing',
      detail: { name: '洗护机' },
    })
  })
})

it('a number is the same however it is typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), n => {
      const number = `CP-2026-${String(n).padStart(4, '0')}`
      const full = number.replace(/[!-~]/g, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
      for (const typed of [number.toLowerCase(), ` ${number} `, full])
        expect(normalNumber(typed)).toBe(number)
    }),
  )
})
