import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openNeeds, outcomesOf, stateOf, verdictOf } from '#domain/inquiries/inquiry.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import { answerDue, mayIntroduceAgain, reasonGiven } from '#domain/introductions/introduction.ts'
import { introductionLifecycle } from '#domain/introductions/lifecycle.ts'
import {
  type AnswerCase,
  allowed,
  enoughCases,
  responsivenessFrom,
  wasInTime,
} from '#domain/introductions/responsiveness.ts'
import { snapshotOf } from '#domain/introductions/snapshot.ts'
import type { Requirement, Specs } from '#domain/ontology/requirement.ts'
import { day, instantAt } from '#domain/shared/dates.ts'
import { spoken } from '#domain/shared/localized.ts'
import { addWorkingDays } from '#domain/shared/working-days.ts'
import { product, scenario, withSpecs, world } from '../support/matching.ts'

describe('the states of an introduction', () => {
  it('end with the first answer, and only its sender or the deadline ends it otherwise', () => {
    expect(introductionLifecycle.deedsFrom('sent').sort()).toEqual([
      'lapse',
      'turnDown',
      'welcome',
      'withdraw',
    ])
    for (const status of introductionLifecycle.statuses)
      expect(introductionLifecycle.isFinal(status)).toBe(status !== 'sent')
  })

  it('let a fact that was withheld be stated later', () => {
    expect(inquiryLifecycle.move('withheld', 'state')).toEqual({ ok: true, to: 'stated' })
    expect(inquiryLifecycle.move('lapsed', 'state').ok).toBe(false)
    expect(inquiryLifecycle.move('stated', 'withhold').ok).toBe(false)
  })
})

describe('sending once more', () => {
  const now = { direction: 'invite', productVersion: 2, addenda: 1 } as const
  const earlier = (status: 'sent' | 'welcomed' | 'declined' | 'lapsed' | 'withdrawn', more = {}) => [
    { status, ...now, ...more },
  ]

  it.each([
    ['nothing yet', [], null],
    ['one that waits', earlier('sent'), 'introduction.openAlready'],
    ['one of the other side that waits', earlier('sent', { direction: 'offer' }), 'introduction.openAlready'],
    ['a welcome', earlier('welcomed'), 'introduction.welcomedAlready'],
    [
      'a welcome of the other side',
      earlier('welcomed', { direction: 'offer' }),
      'introduction.welcomedAlready',
    ],
    ['a no', earlier('declined'), 'introduction.declinedBefore'],
    ['a no to the other side', earlier('declined', { direction: 'offer' }), null],
    ['a no to an older version', earlier('declined', { productVersion: 1 }), null],
    ['a no before an addendum', earlier('declined', { addenda: 0 }), null],
    ['one taken back', earlier('withdrawn'), null],
    ['one that lapsed', earlier('lapsed'), null],
  ] as const)('after %s', (_, list, reason) => {
    expect(mayIntroduceAgain(list, now)).toEqual(reason ? { ok: false, reason } : { ok: true })
  })

  it('asks a no for its reason, and 其他 for words', () => {
    expect(reasonGiven(undefined, 'x')).toMatchObject({
      reason: 'introduction.reasonMissing',
      path: 'reason',
    })
    expect(reasonGiven('other', undefined)).toMatchObject({
      reason: 'introduction.noteMissing',
      path: 'note',
    })
    expect(reasonGiven('other', '院方已有同类设备')).toEqual({ ok: true })
    expect(reasonGiven('capacity', undefined)).toEqual({ ok: true })
  })
})

describe('the day of an answer', () => {
  it('is the tenth working day of the PRC calendar', () => {
    // 2026-09-18 is a Friday; Sunday the 20th is worked, 25–27 September and 1–7 October are off.
    expect(answerDue(instantAt(day('2026-09-18'), '23:59'))).toBe('2026-10-09')
    // Midnight in Beijing begins the next day.
    expect(answerDue(instantAt(day('2026-11-27'), '23:59'))).toBe('2026-12-11')
    expect(answerDue(instantAt(day('2026-11-28'), '00:00'))).toBe('2026-12-11')
  })

  it('is not guessed in a year without a notice', () => {
    expect(answerDue(instantAt(day('2026-12-25')))).toBeNull()
  })
})

const at = (on: string, time = '12:00') => instantAt(day(on), time)
const offer = (more: Partial<AnswerCase> = {}): AnswerCase => ({
  ...{ kind: 'offer', since: at('2026-11-02'), answered: null, ended: null },
  ...more,
})

describe('an answer in time', () => {
  // Ten working days after Monday 2 November are over with Monday the 16th; twenty with Monday the 30th.
  const now = at('2026-12-20')

  it.each([
    ['on the last day', offer({ answered: at('2026-11-16', '23:59') }), true],
    ['on the day after it', offer({ answered: at('2026-11-17', '00:00') }), false],
    ['never', offer(), false],
    ['never, and the call ended before it was due', offer({ ended: at('2026-11-16', '23:59') }), null],
    ['never, and the call ended after it was due', offer({ ended: at('2026-11-17', '00:00') }), false],
    ['a bid within twenty', offer({ kind: 'bid', answered: at('2026-11-30', '23:00') }), true],
    ['a bid later', offer({ kind: 'bid', answered: at('2026-12-01') }), false],
    ['into a year without a notice', offer({ since: at('2026-12-18'), answered: at('2026-12-19') }), null],
  ] as const)('%s', (_, each, expected) => expect(wasInTime(each, now)).toBe(expected))

  it('is no case before it is due', () => {
    expect(wasInTime(offer(), at('2026-11-16', '23:59'))).toBeNull()
    expect(wasInTime(offer(), at('2026-11-17', '00:00'))).toBe(false)
  })

  it('has a share once there are enough cases, and the denominator before', () => {
    const early = offer({ answered: at('2026-11-03') })
    expect(responsivenessFrom([], now)).toEqual({ inTime: 0, cases: 0, share: null })
    expect(responsivenessFrom([early, early], now)).toEqual({ inTime: 2, cases: 2, share: null })
    expect(responsivenessFrom([early, early, offer()], now)).toEqual({ inTime: 2, cases: 3, share: 2 / 3 })
  })

  it('never falls by an answer, and does not depend on the order', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 })
    const moment = minutes.map(n => new Date(at('2026-10-08').getTime() + n * 60_000))
    const anyCase = fc.record({
      kind: fc.constantFrom('offer' as const, 'bid' as const),
      since: moment,
      answered: fc.option(moment, { nil: null }),
      ended: fc.option(moment, { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), moment, (cases, when) => {
        const rate = responsivenessFrom(cases, when)
        expect(rate.inTime).toBeLessThanOrEqual(rate.cases)
        expect(rate.cases).toBeLessThanOrEqual(cases.length)
        expect(rate.share === null).toBe(rate.cases < enoughCases)
        expect(responsivenessFrom([...cases].reverse(), when)).toEqual(rate)
        const prompt = cases.map(each => ({ ...each, answered: each.since }))
        expect(responsivenessFrom(prompt, when).inTime).toBeGreaterThanOrEqual(rate.inTime)
        expect(responsivenessFrom(prompt, when).share ?? 1).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  it('counts the working days that it names', () => {
    const due = addWorkingDays(day('2026-11-02'), allowed.offer)
    expect(due).toEqual({ ok: true, day: '2026-11-16' })
  })
})

describe('the match that goes along', () => {
  const versions = { productVersion: 3, addenda: 1 }
  const of = (specs: Specs) => snapshotOf(world, { scenario, product: withSpecs(specs) }, versions)

  it('keeps score, verdict, versions and the first reasons', () => {
    const snapshot = of({})
    expect(snapshot).toMatchObject({
      standing: 'main',
      verdict: 'T',
      gap: null,
      unknownMusts: [],
      ...versions,
    })
    expect(snapshot.reasons.length).toBeGreaterThan(0)
    expect(snapshot.reasons.length).toBeLessThanOrEqual(3)
    expect(snapshot.weights).toBe(world.weights.version)
  })

  it('keeps the gap of a near miss', () => {
    const snapshot = of({ payloadKg: { value: 50, grade: 'B' } })
    expect(snapshot).toMatchObject({
      standing: 'near',
      verdict: 'F',
      gap: { criterion: 'payloadKg', need: 100, have: 50, difference: 50 },
    })
  })

  it('keeps what is to be confirmed, and says when more than one must fails', () => {
    const { elevator: _, ...specs } = product.specs
    const unknown = snapshotOf(world, { scenario, product: { ...product, specs } }, versions)
    expect(unknown).toMatchObject({ standing: 'main', verdict: 'U', unknownMusts: ['elevator'] })
    const out = of({ payloadKg: { value: 50, grade: 'B' }, elevator: { value: false, grade: 'C' } })
    expect(out).toMatchObject({ standing: 'out', verdict: 'F', gap: null, reasons: [] })
  })

  it('is data that survives the database', () => {
    expect(JSON.parse(JSON.stringify(of({})))).toEqual(of({}))
  })
})

describe('what a product leaves open', () => {
  const needs: Requirement[] = [
    { criterion: 'noiseDbA', necessity: 'should', value: 55 },
    { criterion: 'payloadKg', necessity: 'must', value: 100 },
    { criterion: 'elevator', necessity: 'must', value: true },
  ]

  it('is unknown, musts first, and never what is known to be unmet', () => {
    expect(openNeeds(needs, {}).map(each => each.criterion)).toEqual(['payloadKg', 'elevator', 'noiseDbA'])
    const specs: Specs = { payloadKg: { value: 50, grade: 'B' } }
    expect(openNeeds(needs, specs).map(each => each.criterion)).toEqual(['elevator', 'noiseDbA'])
  })

  it('is asked once, though the scenario needs it twice', () => {
    const twice: Requirement[] = [...needs, { criterion: 'noiseDbA', necessity: 'must', value: 60 }]
    expect(openNeeds(twice, {}).filter(each => each.criterion === 'noiseDbA')).toEqual([
      { criterion: 'noiseDbA', necessity: 'must', value: 60 },
    ])
  })

  it('has the verdict of its musts alone', () => {
    const specs: Specs = {
      payloadKg: { value: 120, grade: 'B' },
      elevator: { value: true, grade: 'C' },
      noiseDbA: { value: 90, grade: 'C' },
    }
    expect(verdictOf(needs, specs)).toBe('T')
    expect(verdictOf(needs, { ...specs, elevator: undefined })).toBe('U')
    expect(verdictOf(needs, { ...specs, payloadKg: { value: 50, grade: 'B' } })).toBe('F')
    expect(stateOf({ criterion: 'noiseDbA', value: 55 }, specs)).toBe('F')
  })

  it('is told in both languages', () => {
    const said = outcomesOf([
      { criterion: 'payloadKg', verdict: 'T' },
      { criterion: 'elevator', verdict: 'F' },
    ])
    expect(spoken(said, 'zh')).toMatch(/满足、.*不满足$/)
    expect(spoken(said, 'en')).toMatch(/ met, .* not met$/)
  })
})
