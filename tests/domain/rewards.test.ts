import { describe, expect, it } from 'vitest'
import { itemsOf, within } from '#domain/rewards/ceiling.ts'
import { canGrant } from '#domain/rewards/grant.ts'
import { assess, compareRules } from '#domain/rewards/reward.ts'
import { capYearOf, recordedStatements, rewardRules, ruleOf, rulesInForce } from '#domain/rewards/rules.ts'
import { yuan } from '#domain/shared/money.ts'
import { normalSerial } from '#domain/shared/serial.ts'
import { claimWith, eligibleEntry, guide2026, seed, withRate } from '#tests/support/reward-claims.ts'

describe('rule versions', () => {
  it('give ceilings and no rate: none of them computes an amount', () => {
    for (const each of rewardRules) {
      expect([each.perItemCap, each.firmYearCap, each.rate]).toEqual([yuan(500_000), yuan(2_000_000), null])
      expect(each.version).toBe(`${each.id}@${each.published}`)
      expect(ruleOf(each.version)).toBe(each)
    }
  })

  it('keep the press statement out of every computation', () => {
    const [press] = recordedStatements
    expect(press?.conflictsWith).toEqual([guide2026.version])
    expect(ruleOf('press-2026-01-23')).toBeNull()
  })

  it.each([
    ['2023-08-15T15:59:59Z', []],
    ['2023-08-15T16:00:00Z', ['m09']],
    ['2024-05-01T00:00:00Z', ['m09', 'gjj-2024-3-3']],
    ['2025-06-01T00:00:00Z', ['m09']],
    ['2026-11-24T00:00:00Z', ['m09', 'gjj-2026-1-4']],
    ['2026-12-31T16:00:00Z', ['m09']],
  ])('in force at %s: %j', (at, ids) => {
    expect(rulesInForce(new Date(at)).map(each => each.id)).toEqual(ids)
  })

  it('count a decision in its Beijing year', () => {
    expect(capYearOf(new Date('2026-12-31T15:59:59.999Z'))).toBe(2026)
    expect(capYearOf(new Date('2026-12-31T16:00:00Z'))).toBe(2027)
  })
})

describe('ceilings of items', () => {
  it('follow the scope: four units of 600,000 yuan are 2,000,000 by unit and 500,000 by product', () => {
    const claim = claimWith({ units: ['A', 'B', 'C', 'D'].map(serial => ({ serial, basisFen: 60_000_000 })) })
    expect(itemsOf(claim, seed).map(item => item.ceiling)).toEqual(Array(4).fill(yuan(500_000)))
    expect(itemsOf(claim, guide2026).map(item => [item.key, item.ceiling])).toEqual([['H2', yuan(500_000)]])
  })

  it('are unknown together as soon as one is, unless the rest fills the headroom', () => {
    expect(within(yuan(10), [yuan(3), null])).toBeNull()
    expect(within(yuan(10), [yuan(10), null])).toBe(yuan(10))
    expect(within(yuan(10), [])).toBe(0)
  })

  it('with a confirmed rate give an amount: half of the cost, within both ceilings', () => {
    const found = assess(claimWith({ units: [{ serial: 'A', basisFen: 70_000_001 }] }), withRate)
    expect([found.assessed, found.ceiling, found.assessedBecause]).toEqual([
      35_000_001,
      50_000_000,
      'computed',
    ])
    const without = assess(claimWith({ units: [{ serial: 'A' }] }), withRate)
    expect([without.assessed, without.assessedBecause]).toEqual([null, 'noBasis'])
    const open = assess(claimWith({ rdFunding: {} }), withRate)
    expect([open.assessed, open.assessedBecause]).toEqual([null, 'undetermined'])
  })
})

describe('comparing versions', () => {
  it('asks each as if it were in force', () => {
    const found = compareRules(claimWith({ rdFunding: { answer: 'unknown' } }), rewardRules)
    expect(found.map(each => each.verdict)).toEqual(['undetermined', 'undetermined', 'undetermined'])
    expect(found.flatMap(each => each.conditions).some(condition => condition.id === 'inForce')).toBe(false)
  })
})

describe('canGrant', () => {
  const assessment = assess(
    claimWith({ units: [{ serial: 'A' }, { serial: 'B', grantedFen: 40_000_000 }] }),
    seed,
  )
  const grant = (serial: string, amount: number) => ({ serial, amount: yuan(amount) })

  it('takes what fits', () => {
    expect(canGrant(assessment, [grant('a', 500_000), grant('Ｂ', 100_000)])).toEqual({ ok: true })
  })

  it.each([
    ['reward.overItem', [grant('A', 500_001)]],
    ['reward.overItem', [grant('B', 100_001)]],
    ['reward.foreignUnit', [grant('C', 1)]],
    ['reward.foreignUnit', [grant('A', 1), grant('A', 1)]],
    ['reward.noAmount', []],
    ['reward.noAmount', [grant('A', 0)]],
  ])('refuses as %s: %j', (reason, grants) => {
    expect(canGrant(assessment, grants)).toMatchObject({ ok: false, reason })
  })

  it('refuses what the year, the verdict or a missing cost does not bear', () => {
    const years = [{ year: 2026, grantedFen: 190_000_000, reservedFen: 0 }]
    const nearlyFull = assess(claimWith({ firm: { ...eligibleEntry.firm, years } }), seed)
    expect(canGrant(nearlyFull, [grant('A', 100_001)])).toMatchObject({ reason: 'reward.overHeadroom' })
    const open = assess(claimWith({ rdFunding: {} }), seed)
    expect(canGrant(open, [grant('A', 1)])).toMatchObject({ reason: 'reward.undetermined' })
    const refused = assess(claimWith({ trial: { regionCode: '310115', first: true } }), seed)
    expect(canGrant(refused, [grant('A', 1)])).toMatchObject({ reason: 'reward.notEligible' })
    const costless = assess(claimWith({ units: [{ serial: 'A' }] }), guide2026)
    expect(canGrant(costless, [grant('A', 1)])).toMatchObject({ reason: 'reward.basisMissing' })
  })
})

it.each([' sl-h2—0007', 'ＳＬ－Ｈ２－０００７', 'SL-H2-00 07', 'sl−h2‐0007'])(
  '%j is one spelling of a serial',
  text => {
    expect(normalSerial(text)).toBe('SL-H2-0007')
  },
)
