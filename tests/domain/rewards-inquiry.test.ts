import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, passageOf } from '#domain/rewards/clause-text.ts'
import { factsOfInquiry, inquiredRule, RewardInquiry } from '#domain/rewards/inquiry.ts'
import { trialPlaces } from '#domain/rewards/places.ts'
import { assess } from '#domain/rewards/reward.ts'
import { rewardRules, ruleOf } from '#domain/rewards/rules.ts'
import { yuan } from '#domain/shared/money.ts'
import { provinceOf } from '#domain/shared/regions.ts'
import { seed } from '../support/reward-claims.ts'

const now = new Date('2026-11-24T02:00:00Z')
const read = (typed: object) => factsOfInquiry(RewardInquiry.parse(typed), now)
const errors = (typed: object) =>
  Object.fromEntries(
    (RewardInquiry.safeParse(typed).error?.issues ?? []).map(issue => [issue.path.join('.'), issue.message]),
  )

describe('what the calculator is asked', () => {
  it('is not known where it is left out: no answer is a no, and no cost is zero', () => {
    const blank = { own: '', stage: '', region: ' ', units: '', cost: '', list: '', on: '', funding: '' }
    for (const typed of [{}, blank]) {
      const facts = read(typed)
      expect(facts).toMatchObject({
        ruleVersion: 'm09@2023-08-16',
        product: { ownInnovation: null, stage: null },
        rdFunding: { answer: 'unknown', levels: [] },
        trial: { regionCode: null, first: null },
        pilot: { accepted: null },
        units: [{ basisFen: null, grantedFen: 0 }],
      })
      expect(assess(facts, seed)).toMatchObject({ verdict: 'undetermined', assessed: null })
    }
  })

  it('takes full-width digits, 万元, and units one a line in any spelling', () => {
    const facts = read({
      units: '９',
      cost: '６２．５',
      granted: '130',
      reserved: '0',
      list: 'sl-h2—0007 62.5 10\n\n SL-H2-0008，60万',
    })
    expect(facts.units).toEqual([
      { serial: 'SL-H2-0007', basisFen: yuan(625_000), grantedFen: yuan(100_000) },
      { serial: 'SL-H2-0008', basisFen: yuan(600_000), grantedFen: 0 },
    ])
    expect(facts.firm.years).toEqual([{ year: 2026, grantedFen: yuan(1_300_000), reservedFen: 0 }])
    expect(read({ units: '9', cost: '62.5' }).units).toHaveLength(9)
  })

  it('counts its year by the Beijing day of the decision, and gives the same facts all day', () => {
    expect(read({ on: '2027-01-01' }).firm.years[0]?.year).toBe(2027)
    const at = (instant: string) => factsOfInquiry(RewardInquiry.parse({}), new Date(instant))
    expect(at('2026-12-31T15:59:59Z').firm.years[0]?.year).toBe(2026)
    expect(at('2026-12-31T16:00:00Z').firm.years[0]?.year).toBe(2027)
    expect(at('2026-11-23T16:00:00Z')).toEqual(at('2026-11-24T15:59:59Z'))
  })

  it('answers bad input at its field', () => {
    expect(
      errors({
        rule: 'm10',
        own: 'perhaps',
        region: '990000',
        units: '0',
        cost: '-1',
        granted: 'abc',
        on: '2026-02-30',
        list: 'A 1\nB 1 2 3',
      }),
    ).toEqual({
      rule: 'field.choice',
      own: 'field.choice',
      region: 'field.region',
      units: 'field.tooSmall|min=1',
      cost: 'field.money',
      granted: 'field.money',
      on: 'field.day',
      list: 'reward.line|line=2',
    })
    expect(errors({ list: 'a\nA' })).toEqual({ list: 'reward.duplicateSerial' })
    expect(errors({ list: Array.from({ length: 41 }, (_, n) => `U${n}`).join('\n') })).toEqual({
      list: 'field.tooMany|max=40',
    })
    expect(errors({ funding: 'none', level: 'national' })).toEqual({ level: 'reward.levelsWithoutFunding' })
    expect(errors({ funding: 'received', level: ['national', 'district'] })).toEqual({})
  })

  it('can name every rule version and every place it offers', () => {
    for (const { version } of rewardRules)
      expect(inquiredRule(RewardInquiry.parse({ rule: version }))).toBe(version)
    expect(ruleOf(inquiredRule(RewardInquiry.parse({})))).toBe(seed)
    for (const { code } of trialPlaces) expect(provinceOf(code)).not.toBeNull()
    expect(new Set(trialPlaces.map(place => place.code)).size).toBe(trialPlaces.length)
  })

  it('is read whatever is in the address, and never throws', () => {
    const fields = Object.keys(RewardInquiry.shape)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.string()), typed => {
        const parsed = RewardInquiry.safeParse(typed)
        if (parsed.success) expect(assess(factsOfInquiry(parsed.data, now), seed).assessed).toBeNull()
      }),
    )
  })
})

describe('the passage of the measure', () => {
  it('holds every quotation of its rule, word for word, and is whole after cutting', () => {
    const quotes = [
      ...Object.values(seed.clauses).map(clause => clause.quote),
      seed.caps.perItem.quote,
      seed.caps.firmYear.quote,
    ]
    const pieces = passageOf(seed.version, quotes) ?? []
    expect(pieces.flatMap(piece => (piece.quote === null ? [] : [quotes[piece.quote]])).sort()).toEqual(
      [...quotes].sort(),
    )
    expect(pieces.map(piece => piece.text).join('')).toBe(passageOf(seed.version, [])?.[0]?.text)
    expect(passageOf('gjj-2026-1-4@2026-02-14', quotes)).toBeNull()
  })

  it('cut at any quotations, is the same text again', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, quotes) => {
        const pieces = cut(text, quotes)
        expect(pieces.map(piece => piece.text).join('')).toBe(text)
        for (const { text: piece, quote } of pieces) if (quote !== null) expect(piece).toBe(quotes[quote])
      }),
    )
  })
})
