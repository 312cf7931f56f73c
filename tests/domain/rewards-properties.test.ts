import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RewardClaim } from '#domain/rewards/claim.ts'
import { assess } from '#domain/rewards/reward.ts'
import type { RewardRule } from '#domain/rewards/rule.ts'
import { fundingLevels, trialStages } from '#domain/rewards/rule.ts'
import { rewardRules } from '#domain/rewards/rules.ts'
import type { Fen } from '#domain/shared/money.ts'
import { addFen, fen, minFen } from '#domain/shared/money.ts'
import { fundingAnswerIds } from '#domain/vocabulary.ts'
import { claimWith, eligibleEntry, withRate } from '#tests/support/reward-claims.ts'

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
      fc.property(fc.oneof(claims, eligible), rule, (claim, version) => {
        const found = assess(claim, version)
        expect(found.assessed === null).toBe(found.assessedBecause !== 'computed')
        if (found.assessed === null) return
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

  it('never falls when headroom grows, and never exceeds it', () => {
    fc.assert(
      fc.property(eligible, rule, sum, sum, (claim, version, one, other) => {
        const [more, less] = [Math.max(one, other), Math.min(one, other)].map(grantedFen => {
          const years = [{ year: 2026, grantedFen: fen(grantedFen), reservedFen: fen(0) }]
          return assess({ ...claim, firm: { ...claim.firm, years } }, version)
        })
        if (!more || !less) throw new Error('two assessments')
        expect(more.headroom).toBe(200_000_000 - Math.max(one, other))
        expect(more.outerLimit).toBeLessThanOrEqual(less.outerLimit)
        expect(more.ceiling ?? 0).toBeLessThanOrEqual(more.headroom)
        if (less.ceiling !== null) expect(more.ceiling).toBeLessThanOrEqual(less.ceiling)
        if (less.assessed !== null && more.assessed !== null)
          expect(more.assessed).toBeLessThanOrEqual(less.assessed)
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
