import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  factOf,
  isStillFirst,
  leastScore,
  partiesOfRisen,
  partiesToTell,
  type Standing,
  toldFirst,
} from '#domain/matches/news.ts'
import { reasonsInWords, reasonsToTell } from '#domain/matches/words.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { worldOf } from '#domain/matching/world.ts'
import { product, scenario } from '#tests/support/matching.ts'

const good: Standing = { score: 0.8, verdict: 'T', relevance: 'T', scenarioRank: 3, productRank: 2 }

describe('who is told of a pair', () => {
  const cases: [string, Standing | null, Partial<Standing>, string[]][] = [
    ['a new pair among the best of both', null, {}, ['demand', 'supply']],
    ['among the best of the scenario only', null, { productRank: 40 }, ['demand', 'supply']],
    ['among the best of the product only', null, { scenarioRank: 11 }, ['supply']],
    ['in no list any more', null, { scenarioRank: null, productRank: null }, []],
    ['behind the first ten of both', null, { scenarioRank: 11, productRank: 11 }, []],
    ['a must that is not met', null, { verdict: 'F' }, []],
    ['a must that is to be confirmed', null, { verdict: 'U' }, ['demand', 'supply']],
    ['work that may not fit', null, { relevance: 'U' }, []],
    ['a poor score', null, { score: leastScore - 0.001 }, []],
    ['the same pair again', good, {}, []],
    ['moved up because others went away', { ...good, scenarioRank: 12 }, {}, []],
    ['a little better', { ...good, score: 0.76 }, {}, []],
    ['clearly better', { ...good, score: 0.7 }, {}, ['demand', 'supply']],
    ['a must that is met now', { ...good, verdict: 'U' }, {}, ['demand', 'supply']],
    ['work that fits only now', { ...good, relevance: 'U' }, {}, ['demand', 'supply']],
  ]
  it.each(cases)('%s', (_name, before, after, told) => {
    expect(partiesToTell(before, { ...good, ...after })).toEqual(told)
  })

  it('is both parties for who has risen among the first of a scenario, by the same measures', () => {
    const risen = (after: Partial<Standing>) => partiesOfRisen({ ...good, ...after })
    expect([risen({}), risen({ scenarioRank: toldFirst, productRank: null })]).toEqual([
      ['demand', 'supply'],
      ['demand', 'supply'],
    ])
    for (const short of [
      { scenarioRank: toldFirst + 1 },
      { scenarioRank: null },
      { verdict: 'F' as const },
      { relevance: 'U' as const },
      { score: leastScore - 0.001 },
    ])
      expect(risen(short), JSON.stringify(short)).toEqual([])
  })

  const rank = fc.option(fc.integer({ min: 1, max: 50 }))
  const standing: fc.Arbitrary<Standing> = fc.record({
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    verdict: fc.constantFrom('T', 'F', 'U'),
    relevance: fc.constantFrom('T', 'F', 'U'),
    scenarioRank: rank,
    productRank: rank,
  })

  it('is nobody for what has not changed, and never by the rank of others alone', () => {
    fc.assert(
      fc.property(standing, rank, rank, (before, scenarioRank, productRank) => {
        expect(partiesToTell(before, { ...before, scenarioRank, productRank })).toEqual([])
      }),
    )
  })

  it('is the demand side only within its first ten, so that no number of products floods it', () => {
    fc.assert(
      fc.property(standing, fc.option(standing), (after, before) => {
        const told = partiesToTell(before, after)
        if (told.includes('demand')) expect(after.scenarioRank).toBeLessThanOrEqual(toldFirst)
        for (const party of told) expect(isStillFirst(party, after)).toBe(true)
      }),
    )
  })

  it('hears which fact it is', () => {
    expect([factOf({ verdict: 'T' }), factOf({ verdict: 'U' })]).toEqual(['met', 'open'])
  })
})

describe('the reasons', () => {
  const world = worldOf({ scenarios: [scenario], products: [product] }, ontologyConcepts)
  const [match] = matchProducts(world, scenario, [product]).main
  const reasons = match ? reasonsToTell(match) : []

  it('name what one has beside what the other needs, in both languages', () => {
    expect(reasonsInWords(reasons, 'zh')).toContain('载重 120 kg，满足 ≥ 100 kg')
    expect(reasonsInWords(reasons, 'en')).toContain('Payload 120 kg, meets ≥ 100 kg')
    expect(reasonsInWords(reasons, 'zh')).toContain('任务相同：院内配送')
    expect(reasonsInWords(reasons, 'en').replaceAll(/“[^”]*”/g, '')).not.toMatch(/[一-鿿]/)
  })

  it('go with the field that they rest on', () => {
    const { payloadKg: _, ...specs } = product.specs
    const [silent] = matchProducts(world, scenario, [{ ...product, specs }]).main
    const said = silent ? reasonsInWords(reasonsToTell(silent), 'zh') : ''
    expect(said).not.toContain('满足 ≥ 100 kg')
    expect(said).toContain('待确认：载重')
  })

  it('leave out what they have no words for, instead of a gap', () => {
    const unknown = { key: 'match.reason.other' as never, params: {}, need: null, have: null }
    expect(reasonsInWords([unknown, ...reasons], 'zh')).toBe(reasonsInWords(reasons, 'zh'))
  })
})
