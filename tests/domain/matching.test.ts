import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { MatchScenario } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import { corpusOf, sharedWords } from '#domain/matching/text.ts'
import { other, product, scenario, withSpecs, world } from '#tests/support/matching.ts'

describe('hard constraints', () => {
  const weak = withSpecs({ payloadKg: { value: 50, grade: 'C' } }, { id: 'weak' })

  test('a 50 kg robot is never suggested for 100 kg; it stands under near misses with 50 < 100', () => {
    const list = matchProducts(world, scenario, [weak, product, other])
    expect(list.main.map(each => each.productId)).toEqual(['p1'])
    expect(list.near).toMatchObject([
      {
        productId: 'weak',
        verdict: 'F',
        gap: { criterion: 'payloadKg', need: 100, have: 50, difference: 50, relative: 0.5 },
      },
    ])
    expect(list.computed).toBe(3)
  })

  test('two unmet musts are no near miss, and nothing is lost: it is in no list but counted', () => {
    const worse = withSpecs(
      { payloadKg: { value: 50, grade: 'C' }, elevator: { value: false, grade: 'C' } },
      { id: 'worse' },
    )
    const list = matchProducts(world, scenario, [worse])
    expect(list).toMatchObject({ main: [], near: [], rest: [], computed: 1 })
  })

  test('an unknown must stays in the list, is not met, and is named as a risk', () => {
    const silent = { ...product, id: 'silent', specs: {} }
    const [only] = matchProducts(world, scenario, [silent]).main
    expect(only).toMatchObject({ productId: 'silent', verdict: 'U' })
    expect(only?.risks[0]).toMatchObject({
      key: 'match.risk.mustUnknown',
      params: { count: 2, criteria: ['payloadKg', 'elevator'] },
    })
    expect(only?.reasons.map(reason => reason.haveField)).not.toContain('specs.payloadKg')
  })

  test('what does another work goes to the rest, behind everything that fits', () => {
    const list = matchProducts(world, { ...scenario, requirements: [] }, [other, product])
    expect(list.main.map(each => each.productId)).toEqual(['p1'])
    expect(list.rest.map(each => each.productId)).toEqual(['p2'])
  })

  test('contradictory musts rule out, instead of cancelling each other', () => {
    const contradictory: MatchScenario = {
      ...scenario,
      requirements: [
        { criterion: 'massKg', necessity: 'must', value: 50 },
        { criterion: 'massKg', necessity: 'must', value: { min: 90, max: 10 } },
      ],
    }
    const heavy = withSpecs({ massKg: { value: 80, grade: 'C' } })
    expect(matchPair(world, contradictory, heavy).verdict).toBe('F')
    expect(matchPair(world, contradictory, withSpecs({ massKg: { value: 40, grade: 'C' } })).verdict).toBe(
      'U',
    )
  })
})

describe('text likeness', () => {
  const texts = ['病区药品配送', '厚板弧焊', '医院药物运送', 'AGV 搬运料箱', '']
  const corpus = corpusOf(texts, ontologyConcepts)

  test('is symmetric, 1 for itself and 0 for strangers or nothing', () => {
    for (const a of texts) for (const b of texts) expect(corpus.likeness(a, b)).toBe(corpus.likeness(b, a))
    expect(corpus.likeness('病区药品配送', '病区药品配送')).toBeCloseTo(1, 9)
    expect(corpus.likeness('病区药品配送', '厚板弧焊')).toBe(0)
    expect(corpus.likeness('', '厚板弧焊')).toBe(0)
  })

  test('concepts let different words for the same thing meet', () => {
    const bare = corpusOf(texts, () => [])
    expect(corpus.likeness('病区药品配送', '医院药物运送')).toBeGreaterThan(
      bare.likeness('病区药品配送', '医院药物运送'),
    )
  })

  test('shared words are whole words of both texts', () => {
    expect(sharedWords('住院药房到病区的药品配送', '病区药品与标本配送，机器人')).toEqual([
      '病区',
      '药品',
      '配送',
    ])
    expect(sharedWords('AGV（c++）.*', 'agv')).toEqual(['agv'])
  })
})
