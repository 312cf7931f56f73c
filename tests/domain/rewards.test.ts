import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, within } from '#domain/rewards/ceiling.ts'
import { RewardClaim } from '#domain/rewards/claim.ts'
import { canGrant } from '#domain/rewards/grant.ts'
import { assess, compareRules } from '#domain/rewards/reward.ts'
import type { RewardRule } from '#domain/rewards/rule.ts'
import { fundingLevels, trialStages } from '#domain/rewards/rule.ts'
import { capYearOf, recordedStatements, rewardRules, ruleOf, rulesInForce } from '#domain/rewards/rules.ts'
import { normalSerial } from '#domain/rewards/serial.ts'
import type { Fen } from '#domain/shared/money.ts'
import { addFen, fen, minFen, yuan } from '#domain/shared/money.ts'
import { fundingAnswerIds } from '#domain/vocabulary.ts'

const eligibleEntry = {
  decidedAt: '2026-11-24T09:30:00+08:00',
  firm: {
    uscc: '91110302562134916R',
    name: '北京示例机器人有限公司',
    registeredInBeijing: true,
    creditClean: true,
    otherDirectionThisYear: false,
  },
  product: { model: 'H2', ownInnovation: true, stage: 'engineeringPrototype', fitsProductSystem: true },
  rdFunding: { answer: 'none' },
  trial: { regionCode: '110106', first: true, typicalScenario: true },
  pilot: { accepted: true },
  units: [{ serial: 'A', basisFen: 60_000_000 }],
}

const claimWith = (over: object): RewardClaim => RewardClaim.parse({ ...eligibleEntry, ...over })

function ruleNamed(id: string): RewardRule {
  const rule = rewardRules.find(each => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

const seed = ruleNamed('m09')
const guide2026 = ruleNamed('gjj-2026-1-4')
/** A rule no text gives yet: the guide of 2026 with a confirmed rate, to hold the computing path. */
const withRate: RewardRule = { ...guide2026, id: 'test', version: 'test', rate: 5_000 }

const tri = fc.constantFrom(true, false, null)
const sum = fc.integer({ min: 0, max: 120_000_000 })
const unit = fc.record({ basisFen: fc.option(sum), grantedFen: fc.oneof(fc.constant(0), sum) })
const rule = fc.constantFrom(...rewardRules, withRate)

const entries = fc
  .record({
    decidedAt: fc.constantFrom(
      '2023-08-15T12:00',
      '2024-06-01T12:00',
      '2026-12-31T23:59',
      '2027-01-01T00:00',
    ),
    registered: tri,
    years: fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2023, max: 2028 }), grantedFen: sum, reservedFen: sum }),
      {
        selector: row => row.year,
      },
    ),
    own: tri,
    stage: fc.constantFrom(...trialStages, null),
    inModel: sum,
    answer: fc.constantFrom(...fundingAnswerIds),
    levels: fc.subarray([...fundingLevels]),
    place: fc.constantFrom('110106', '133100', '310115', '810000', 'abroad', null),
    first: tri,
    accepted: tri,
    units: fc.array(unit, { minLength: 1, maxLength: 8 }),
  })
  .map(each => ({
    decidedAt: each.decidedAt,
    firm: { ...eligibleEntry.firm, registeredInBeijing: each.registered, years: each.years },
    product: {
      ...eligibleEntry.product,
      ownInnovation: each.own,
      stage: each.stage,
      grantedFen: each.inModel,
    },
    rdFunding: { answer: each.answer, levels: each.answer === 'received' ? each.levels : [] },
    trial: { regionCode: each.place, first: each.first, typicalScenario: each.own },
    pilot: { accepted: each.accepted },
    units: each.units.map((one, index) => ({ serial: `U${index}`, ...one })),
  }))

const claims = entries.map(entry => RewardClaim.parse(entry))
/** Claims whose conditions are all met, so that only the arithmetic is left. */
const eligible = entries.map(({ firm, product, units }) =>
  claimWith({
    firm: { ...eligibleEntry.firm, years: firm.years },
    product: { ...eligibleEntry.product, grantedFen: product.grantedFen },
    units,
  }),
)

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

describe('assess', () => {
  it('answers every claim under every rule, with a trace that ends in what it answers', () => {
    fc.assert(
      fc.property(claims, rule, (claim, version) => {
        const found = assess(claim, version)
        const step = (name: string) => found.trace.find(each => each.step === name)?.value
        expect(step('verdict')).toBe(found.verdict)
        expect(step('ceiling')).toBe(found.ceiling)
        expect(step('headroom')).toBe(found.headroom)
        expect(found.trace.at(-1)).toMatchObject({ step: 'assessed', value: found.assessed })
        expect(found.trace.filter(each => each.step === 'condition').length).toBe(found.conditions.length)
      }),
    )
  })

  it('never passes the ceilings, whatever was granted before', () => {
    fc.assert(
      fc.property(claims, rule, (claim, version) => {
        const found = assess(claim, version)
        const { granted, reserved } = found.firmYear
        for (const amount of [found.ceiling, found.assessed, found.outerLimit]) {
          if (amount === null) continue
          expect(amount).toBeGreaterThanOrEqual(0)
          if (amount > 0) expect(amount + granted + reserved).toBeLessThanOrEqual(version.firmYearCap)
        }
        for (const item of found.perItem) {
          for (const amount of [item.ceiling, item.assessed]) {
            if (amount !== null && amount > 0)
              expect(amount + item.granted).toBeLessThanOrEqual(version.perItemCap)
          }
        }
      }),
    )
  })

  it('gives an amount only for an eligible claim under a rule with a rate', () => {
    fc.assert(
      fc.property(claims, rule, (claim, version) => {
        const found = assess(claim, version)
        if (found.assessed === null) return expect(found.assessedBecause).not.toBe('computed')
        expect([found.verdict, version.version]).toEqual(['eligible', 'test'])
        expect(found.assessed).toBeLessThanOrEqual(found.ceiling ?? -1)
      }),
    )
  })

  it('is undetermined only with a document that would decide it, and never when a condition is refused', () => {
    fc.assert(
      fc.property(claims, rule, (claim, version) => {
        const { conditions, verdict, needs, ceiling } = assess(claim, version)
        const values = conditions.map(condition => condition.value)
        const expected = values.includes('F')
          ? 'notEligible'
          : values.includes('U')
            ? 'undetermined'
            : 'eligible'
        expect(verdict).toBe(expected)
        if (verdict === 'notEligible') expect(ceiling).toBe(0)
        for (const { id, value, decidedBy, quote } of conditions) {
          expect(quote).not.toBe('')
          expect(decidedBy.length > 0).toBe(value === 'U')
          if (value === 'U') expect(needs.some(need => need.settles === id)).toBe(true)
        }
      }),
    )
  })

  it('does not depend on the order of units', () => {
    fc.assert(
      fc.property(eligible, rule, fc.nat(), (claim, version, turn) => {
        const at = turn % claim.units.length
        const turned = {
          ...claim,
          units: [...claim.units.slice(at), ...claim.units.slice(0, at)].toReversed(),
        }
        const [one, other] = [assess(claim, version), assess(turned, version)]
        expect([other.ceiling, other.assessed, other.outerLimit]).toEqual([
          one.ceiling,
          one.assessed,
          one.outerLimit,
        ])
      }),
    )
  })

  it('grows with headroom and never by more', () => {
    fc.assert(
      fc.property(eligible, rule, sum, (claim, version, freed) => {
        const holding = (granted: Fen) => ({
          ...claim,
          firm: { ...claim.firm, years: [{ year: 2026, grantedFen: granted, reservedFen: fen(0) }] },
        })
        const tight = assess(holding(yuan(2_000_000)), version)
        const loose = assess(holding(fen(200_000_000 - freed)), version)
        expect(tight.ceiling).toBe(0)
        expect(loose.headroom).toBe(freed)
        expect(loose.ceiling ?? 0).toBeLessThanOrEqual(freed)
      }),
    )
  })
})

/** Files claims one after another; each is granted its whole ceiling, and the ledger remembers. */
function granted(claim: RewardClaim, version: RewardRule, parts: RewardClaim['units'][]): Fen {
  let inYear = claim.firm.years.find(row => row.year === 2026)?.grantedFen ?? fen(0)
  const before = inYear
  let inModel = claim.product.grantedFen
  const toUnit = new Map(claim.units.map(each => [each.serial, each.grantedFen]))
  for (const part of parts) {
    const units = part.map(each => ({ ...each, grantedFen: toUnit.get(each.serial) ?? fen(0) }))
    const years = [{ year: 2026, grantedFen: inYear, reservedFen: fen(0) }]
    const product = { ...claim.product, grantedFen: inModel }
    const found = assess({ ...claim, units, product, firm: { ...claim.firm, years } }, version)
    let left = found.ceiling ?? fen(0)
    inYear = addFen(inYear, left)
    inModel = addFen(inModel, left)
    for (const item of found.perItem) {
      const share = minFen(left, item.ceiling ?? fen(0))
      const [serial = ''] = item.serials
      toUnit.set(serial, addFen(toUnit.get(serial) ?? fen(0), share))
      left = fen(left - share)
    }
  }
  for (const [serial, amount] of toUnit) {
    const first = claim.units.find(each => each.serial === serial)?.grantedFen ?? 0
    if (amount > first) expect(amount).toBeLessThanOrEqual(version.perItemCap)
  }
  return fen(inYear - before)
}

describe('over a whole year', () => {
  const freshClaims = fc
    .array(fc.integer({ min: 1, max: 120_000_000 }), { minLength: 1, maxLength: 8 })
    .map(costs => claimWith({ units: costs.map((basisFen, index) => ({ serial: `U${index}`, basisFen })) }))

  it('splitting a claim never raises what it can get', () => {
    fc.assert(
      fc.property(freshClaims, rule, fc.nat(), (claim, version, cut) => {
        const at = cut % (claim.units.length + 1)
        const parts = [claim.units.slice(0, at), claim.units.slice(at)].filter(part => part.length > 0)
        expect(granted(claim, version, parts)).toBeLessThanOrEqual(granted(claim, version, [claim.units]))
      }),
    )
  })

  it('claiming the same units again never passes a unit or the firm', () => {
    fc.assert(
      fc.property(freshClaims, rule, fc.integer({ min: 2, max: 6 }), (claim, version, times) => {
        const total = granted(
          claim,
          version,
          Array.from({ length: times }, () => claim.units),
        )
        expect(total).toBe(granted(claim, version, [claim.units]))
        expect(total).toBeLessThanOrEqual(version.firmYearCap)
      }),
    )
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
    expect(canGrant(assessment, [grant('A', 500_000), grant('B', 100_000)])).toEqual({ ok: true })
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
