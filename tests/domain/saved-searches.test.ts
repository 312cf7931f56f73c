import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMaterialChange, material } from '#domain/saved-searches/change.ts'
import { type Findable, fitInWords, fitReasons } from '#domain/saved-searches/fit.ts'
import { canonicalSearch, keptAddress } from '#domain/saved-searches/kept.ts'
import { canKeepAnother, canKeepSearches, canSeeSavedSearch } from '#domain/saved-searches/policy.ts'
import { proposedName } from '#domain/saved-searches/words.ts'
import { newcomer, visitor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Filter } from '#search/engine.ts'
import { rulesOut } from '#services/saved-searches/rules-out.ts'

const amr: Findable = {
  title: '院内送药',
  org: '示例医院',
  keywords: ['配送'],
  summary: '夜间送药',
  body: '电梯',
  facets: { domain: ['healthcare'], district: ['110106'], status: ['published'] },
  specs: { payloadKg: 60, priceYuan: { min: 100_000, max: 300_000 } },
}

describe('a search that is kept', () => {
  test('is read back from its canonical form unchanged, whatever was typed', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.string(), (query, q) => {
        const params = new URLSearchParams(query)
        params.set('q', q)
        const once = canonicalSearch(keptAddress(params))
        expect(canonicalSearch(keptAddress(once))).toBe(once)
        expect(once).toMatch(/^index=/)
        expect(once).not.toMatch(/[?&]page=/)
      }),
    )
  })

  test.each([
    ['', '场景', 'Scenarios'],
    ['index=products&q=%E9%80%81%E8%8D%AF', '机器人产品 · 送药', 'Robot products · 送药'],
    [
      'index=scenarios&district=110108&district=110106&budgetYuan=..500000',
      '场景 · 所在区：丰台区或海淀区 · 预算 ≤ 50 万元',
      'Scenarios · District: Fengtai or Haidian · Budget ≤ 500,000 CNY',
    ],
    [
      'index=scenarios&near=110108&km=5&noiseDbA=30..50&undisclosed=drop',
      '场景 · 噪声 ≥ 30 dB(A)、≤ 50 dB(A) · 距海淀区中心 5 km 以内 · 只要已披露的',
      'Scenarios · Noise ≥ 30 dB(A), ≤ 50 dB(A) · within 5 km of the middle of Haidian · disclosed figures only',
    ],
  ])('proposes a name in words: %s', (search, zh, en) => {
    const address = keptAddress(search)
    expect(proposedName(address, 'zh')).toBe(zh)
    expect([...proposedName(address, 'en')].length).toBeLessThanOrEqual(60)
    expect(en.startsWith(proposedName(address, 'en').replace(/…$/, ''))).toBe(true)
  })

  test('is whose it is, thirty at most', () => {
    const own = newcomer('a' as AccountId, '甲')
    expect(canKeepSearches(visitor)).toMatchObject({ ok: false, reason: 'account.signInFirst' })
    expect(canKeepSearches(own).ok).toBe(true)
    expect(canSeeSavedSearch(own, 'a' as AccountId).ok).toBe(true)
    expect(canSeeSavedSearch(own, 'b' as AccountId)).toMatchObject({ reason: 'savedSearch.unknown' })
    expect(canSeeSavedSearch(visitor, 'a' as AccountId)).toMatchObject({ reason: 'account.signInFirst' })
    expect([canKeepAnother(29).ok, canKeepAnother(30).ok]).toEqual([true, false])
  })
})

describe('why an object fits', () => {
  const why = (
    search: string,
    found: string[] = [],
    understood: Parameters<typeof fitReasons>[2]['understood'] = [],
  ) => {
    const reasons = fitReasons(keptAddress(search), amr, { found, understood })
    return [fitInWords(reasons, 'zh'), fitInWords(reasons, 'en')]
  }

  test.each([
    [
      'index=scenarios',
      '这个搜索没有限定条件，凡新公开的都算',
      'the search has no conditions, so everything new counts',
    ],
    ['index=scenarios&payloadKg=50..', '载重 60 kg，符合 ≥ 50 kg', 'Payload 60 kg, meets ≥ 50 kg'],
    [
      'index=scenarios&noiseDbA=..50',
      '噪声未披露，未排除（要求 ≤ 50 dB(A)）',
      'Noise not disclosed, so not ruled out (asked: ≤ 50 dB(A))',
    ],
    [
      'index=products&priceYuan=..200000',
      '价格 10 万元–30 万元，可能符合 ≤ 20 万元',
      'Price 100,000 CNY–300,000 CNY, may meet ≤ 200,000 CNY',
    ],
    ['index=scenarios&domain=healthcare&domain=elderlyCare', '领域：智慧医疗', 'Domain: Smart healthcare'],
    ['index=scenarios&q=songyao', '与“songyao”相符', 'answers ‘songyao’'],
  ])('%s', (search, zh, en) => {
    expect(why(search)).toEqual([zh, en])
  })

  test('names the words as they are written there, and a quantity read out of the words as a figure', () => {
    expect(why('index=scenarios&q=送药', ['送药', '药'])[0]).toBe('写有“送药”、“药”')
    const understood = [{ criterion: 'payloadKg', bounds: { gte: 50 } }]
    expect(why('index=scenarios&q=≥50kg', [], understood)[0]).toBe('载重 60 kg，符合 ≥ 50 kg')
    expect(why('index=scenarios&q=送药≥50kg', ['送药'], understood)[0]).toBe(
      '写有“送药”；载重 60 kg，符合 ≥ 50 kg',
    )
  })
})

describe('a material change', () => {
  test.each([
    [{ title: '院内送餐' }, true],
    [{ specs: { ...amr.specs, payloadKg: 61 } }, true],
    [{ facets: { ...amr.facets, district: ['110108'] } }, true],
    [{ attachments: [{ name: '附件.pdf', pages: ['新的一页'] }] }, true],
    [{ facets: { ...amr.facets, status: ['evaluating'] } }, false],
    [{ facets: { district: ['110106'], domain: ['healthcare'] } }, false],
    [{ place: { lat: 1, lng: 1 } }, false],
  ])('%o: %s', (change, expected) => {
    expect(isMaterialChange(amr, { ...amr, ...change })).toBe(expected)
    expect(isMaterialChange(material(amr), { ...amr, ...change })).toBe(expected)
  })
})

describe('what an object’s own figures rule out', () => {
  const range = (name: string, bounds: object, unknown: 'keep' | 'drop' = 'keep'): Filter => ({
    range: [name, bounds],
    unknown,
  })
  test.each<[Filter, boolean]>([
    [range('payloadKg', { gte: 60 }), false],
    [range('payloadKg', { gte: 61 }), true],
    [range('payloadKg', { lte: 59 }), true],
    [range('noiseDbA', { lte: 1 }), false],
    [range('noiseDbA', { lte: 1 }, 'drop'), true],
    [range('priceYuan', { lte: 100_000 }), false],
    [range('priceYuan', { lte: 99_999 }), true],
    [range('priceYuan', { lte: 200_000 }, 'drop'), true],
    [{ eq: ['district', '110106'] }, false],
    [{ in: ['district', ['110101', '110102']] }, true],
    [{ eq: ['concept', 'amr'] }, false],
    [{ or: [range('payloadKg', { gte: 61 }), { eq: ['district', '110106'] }] }, false],
    [{ and: [range('payloadKg', { gte: 61 }), { eq: ['district', '110106'] }] }, true],
    // What is negated is left to the engine.
    [{ not: { eq: ['district', '110106'] } }, false],
  ])('%o: %s', (filter, expected) => {
    expect(rulesOut({ filter }, amr)).toBe(expected)
  })
  test('chosen facets are alternatives', () => {
    expect(rulesOut({ chosen: { district: ['110108', '110106'], domain: [] } }, amr)).toBe(false)
    expect(rulesOut({ chosen: { district: ['110106'], domain: ['industry'] } }, amr)).toBe(true)
  })
})
