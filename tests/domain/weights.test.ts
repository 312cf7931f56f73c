import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoresUnder } from '#domain/matching/features.ts'
import { builtInWeights, demandParts, supplyParts } from '#domain/matching/weights.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { type AccountId, brand } from '#domain/shared/ids.ts'
import {
  changesBetween,
  contentOf,
  type WeightsContent,
  weightFields,
  weightsOf,
} from '#domain/weights/content.ts'
import { contentFrom, typedWeights } from '#domain/weights/form.ts'
import { weightsLifecycle } from '#domain/weights/lifecycle.ts'
import { canReviewWeights, canWithdrawWeights, fitsBase, officeOf } from '#domain/weights/policy.ts'
import { type PreviewList, previewOf } from '#domain/weights/preview.ts'
import { biggestOf } from '#domain/weights/tally.ts'
import { ProposeWeights } from '#services/weights/propose.ts'
import { anyFeatures, anyWeights } from '#tests/support/weights.ts'

const builtIn = contentOf(builtInWeights)
const form = {
  formKey: '01a20a80-edc1-748a-b5fa-e647de6f8f52',
  basedOn: '1',
  grounds: '为测试而提出的修改理由',
  ...typedWeights(builtIn),
}
/** The messages by path of what is wrong with a form. */
function wrongIn(more: object): Record<string, string> {
  const result = ProposeWeights.safeParse({ ...form, ...more })
  const issues = result.success ? [] : result.error.issues
  return Object.fromEntries(issues.map(each => [each.path.join('.'), each.message]))
}

describe('the form of weights', () => {
  it('gives back what it was filled with, and what was parsed parses to itself', () => {
    fc.assert(
      fc.property(anyWeights, weights => {
        const content = contentOf(weights)
        const parsed = ProposeWeights.parse({ ...form, ...typedWeights(content) })
        expect(contentFrom(parsed)).toEqual(content)
        expect(ProposeWeights.parse(parsed)).toEqual(parsed)
      }),
    )
    expect(wrongIn({})).toEqual({})
  })

  it.each([
    ['too little', { demandText: '10' }, { demand: 'weights.sumShort|sum=98|gap=2' }],
    ['too much', { supplyFocus: '25.5' }, { supply: 'weights.sumOver|sum=100.5|gap=0.5' }],
    [
      'both sides',
      { demandText: '11', supplyFocus: '0' },
      {
        demand: 'weights.sumShort|sum=99|gap=1',
        supply: 'weights.sumShort|sum=75|gap=25',
      },
    ],
    ['more than one criterion may weigh', { demandTask: '61' }, { demandTask: 'field.tooBig|max=60' }],
    ['less than nothing', { demandText: '-1' }, { demandText: 'field.tooSmall|min=0' }],
    ['no task', { demandTask: '0' }, { demandTask: 'weights.workNeeded' }],
    ['no kind of robot', { demandCategory: '0' }, { demandCategory: 'weights.workNeeded' }],
    ['finer than is written', { demandText: '12.05' }, { demandText: 'weights.tooFine' }],
    ['more discount than a quarter', { unknownDiscount: '25.1' }, { unknownDiscount: 'field.tooBig|max=25' }],
    ['nothing', { demandText: '' }, { demandText: 'field.required' }],
    ['no number', { demandText: 'NaN' }, { demandText: 'field.number' }],
    ['no end', { demandText: 'Infinity' }, { demandText: 'field.number' }],
    ['no grounds', { grounds: '太短' }, { grounds: 'field.tooShort|min=10' }],
  ])('refuses %s, at its place', (_, more, wrong) => {
    // A side that does not sum says so as well.
    expect(wrongIn(more)).toMatchObject(wrong)
  })

  it('reads full-width digits, and lets what is no work weigh nothing', () => {
    expect(wrongIn({ demandText: '１２', demandTask: '24.0' })).toEqual({})
    expect(wrongIn({ demandText: '0', demandTask: '36' })).toEqual({})
  })

  it('has no field for a constraint', () => {
    expect([...weightFields].sort()).toEqual(
      [
        ...demandParts.map(part => `demand${part.charAt(0).toUpperCase()}${part.slice(1)}`),
        ...supplyParts.map(part => `supply${part.charAt(0).toUpperCase()}${part.slice(1)}`),
        'unknownDiscount',
      ].sort(),
    )
    expect(Object.keys(contentFrom(ProposeWeights.parse({ ...form, mustShare: '9' })))).toEqual([
      ...['demand', 'supply', 'unknownDiscount'],
    ])
  })
})

describe('a version', () => {
  it('says what it changed, and nothing else', () => {
    const other: WeightsContent = {
      ...builtIn,
      demand: { ...builtIn.demand, task: 0.22, text: 0.14 },
      unknownDiscount: 0.3,
    }
    expect(changesBetween(builtIn, other)).toEqual([
      { side: 'demand', part: 'task', before: 0.24, after: 0.22 },
      { side: 'demand', part: 'text', before: 0.12, after: 0.14 },
      { side: 'discount', part: null, before: 0.25, after: 0.3 },
    ])
    expect(changesBetween(builtIn, structuredClone(builtIn))).toEqual([])
  })

  it('gives a part that came later no weight', () => {
    const { text: _, ...demand } = builtIn.demand
    const stored = { ...builtIn, demand } as WeightsContent
    expect(weightsOf(3, stored).demand.text).toBe(0)
    expect(weightsOf(3, builtIn)).toEqual({ ...builtInWeights, version: 3 })
  })
})

describe('what would move', () => {
  const pair = (productId: string, task: number, text: number, firmId = `f${productId}`) => ({
    productId,
    firmId,
    features: {
      demand: { task: { g: task, known: 1 }, text: { g: text, known: 1 } },
      supply: { focus: { g: 1, known: 1 } },
    },
  })
  const after = {
    ...builtInWeights,
    version: 2,
    demand: { ...builtInWeights.demand, task: 0.05, text: 0.31 },
  }
  const lists: PreviewList[] = [
    { scenarioId: 's1', pairs: [pair('a', 1, 0), pair('b', 0, 1), pair('c', 0.5, 0.5)] },
    { scenarioId: 's2', pairs: [pair('a', 1, 1)] },
    { scenarioId: 's3', pairs: [] },
    // Twelve of which the last two come in.
    {
      scenarioId: 's4',
      pairs: [
        ...Array.from({ length: 10 }, (_, nth) => pair(`m${nth}`, 1, 0, 'big')),
        pair('x', 0, 1, 'small'),
        pair('y', 0, 1, 'small'),
      ],
    },
  ]

  it('counts first places, first tens and who takes whose place', () => {
    const preview = previewOf(lists, builtInWeights, after)
    expect(preview).toMatchObject({
      scenarios: { looked: 4, listed: 3, compared: 2, firstChanges: 2, tenChanges: 1 },
      pairs: 16,
      places: { all: 14, changed: 2 },
      products: {
        ...{ of: 15, gain: 2, lose: 2 },
        gains: [
          { id: 'x', by: 1 },
          { id: 'y', by: 1 },
        ],
        losses: [
          { id: 'm8', by: -1 },
          { id: 'm9', by: -1 },
        ],
      },
      firms: { of: 5, gain: 1, lose: 1, gains: [{ id: 'small', by: 2 }], losses: [{ id: 'big', by: -2 }] },
    })
    expect(preview.moves).toHaveLength(10)
    expect(preview.moves.slice(0, 2)).toEqual([
      { scenarioId: 's4', productId: 'x', from: 11, to: 1 },
      { scenarioId: 's4', productId: 'y', from: 12, to: 2 },
    ])
    // s1 is turned round: a correlation of −1.
    expect(preview.correlation?.least).toBe(-1)
  })

  it('is nothing when the weights are the same, whatever the lists are', () => {
    const anyLists = fc.array(
      fc.uniqueArray(fc.record({ productId: fc.string(), features: anyFeatures }), {
        selector: each => each.productId,
        maxLength: 15,
      }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(anyLists, anyWeights, (all, weights) => {
        const given = all.map((pairs, nth) => ({
          scenarioId: `s${nth}`,
          pairs: pairs.map(each => ({ ...each, firmId: each.productId.slice(0, 1) })),
        }))
        const { scenarios, places, correlation, moves, products } = previewOf(given, weights, weights)
        expect([scenarios.firstChanges, scenarios.tenChanges, places.changed]).toEqual([0, 0, 0])
        expect([products.gain, products.lose, moves.length]).toEqual([0, 0, 0])
        if (correlation) expect(correlation.least).toBe(1)
      }),
    )
  })

  it('goes out as much as it comes in, and turns round with the weights', () => {
    fc.assert(
      fc.property(
        fc.array(anyFeatures, { minLength: 2, maxLength: 30 }),
        anyWeights,
        anyWeights,
        (features, a, b) => {
          const pairs = features.map((each, nth) => ({ productId: `p${nth}`, firmId: 'f', features: each }))
          const there = previewOf([{ scenarioId: 's', pairs }], a, b)
          const back = previewOf([{ scenarioId: 's', pairs }], b, a)
          expect(there.places).toEqual(back.places)
          expect(there.correlation).toEqual(back.correlation)
          expect(there.products.gain).toBe(back.products.lose)
          const sum = [...there.products.gains, ...there.products.losses].reduce((all, { by }) => all + by, 0)
          if (there.products.gain <= 10) expect(sum).toBe(0)
          // The first of the new order is the one with the best score.
          const best = Math.max(...features.map(each => scoresUnder(each, b).score))
          const top = there.moves.find(move => move.to === 1)
          if (top) {
            const found = features[Number(top.productId.slice(1))]
            expect(found && scoresUnder(found, b).score).toBeCloseTo(best, 8)
          }
        },
      ),
    )
  })

  it('keeps the few biggest of any number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (numbers, most) => {
        const biggest = biggestOf<number>(most, (a, b) => b - a)
        for (const each of numbers) biggest.add(each)
        expect(biggest.list()).toEqual([...numbers].sort((a, b) => b - a).slice(0, most))
      }),
    )
  })
})

describe('who decides', () => {
  const [me, other] = [brand<AccountId>('me'), brand<AccountId>('other')]
  const officer = (accountId: AccountId, ...roles: ('handler' | 'approver' | 'auditor')[]): Actor => ({
    ...{ kind: 'person', accountId, name: '某', memberships: [], recused: [], assigned: [] },
    offices: roles.map(role => ({ role, district: null })),
  })
  const waiting = { status: 'proposed' as const, proposedBy: me }

  it('is never who proposed it, and never somebody without the office', () => {
    expect(canReviewWeights(officer(me, 'handler', 'approver'), waiting)).toMatchObject({
      reason: 'weights.ownProposal',
    })
    expect(canReviewWeights(officer(other, 'handler'), waiting).ok).toBe(true)
    expect(canReviewWeights(officer(other, 'auditor'), waiting)).toMatchObject({ reason: 'officer.only' })
    expect(canReviewWeights(officer(other, 'approver'), { ...waiting, status: 'returned' })).toMatchObject({
      reason: 'weights.decided',
    })
    expect(canWithdrawWeights(officer(other, 'approver'), waiting)).toMatchObject({
      reason: 'weights.othersProposal',
    })
    expect(canWithdrawWeights(officer(me, 'handler'), waiting).ok).toBe(true)
  })

  it('says the office in which it was done, and publishes only on the version it was made from', () => {
    expect(officeOf(officer(me, 'handler', 'approver'), 'approver')).toBe('approver')
    expect(officeOf(officer(me, 'handler'), 'approver')).toBe('handler')
    expect(fitsBase({ basedOn: 1 }, 1).ok).toBe(true)
    expect(fitsBase({ basedOn: 1 }, 2)).toMatchObject({ detail: { basedOn: 1, inForce: 2 } })
    for (const status of ['published', 'returned', 'withdrawn'] as const)
      expect(weightsLifecycle.isFinal(status)).toBe(true)
  })
})
