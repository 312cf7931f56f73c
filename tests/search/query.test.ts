import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Phrase, readQuery } from '#search/query.ts'
import { distance, nearWords, slipsAllowed } from '#search/typos.ts'
import { anyText } from './any-text.ts'

describe('a query as it is read', () => {
  it.each([
    ['配送 ≥50kg', '配送', [['payloadKg', { gte: 50 }, '≥50kg']]],
    ['载重不低于50公斤', '', [['payloadKg', { gte: 50 }, '载重不低于50公斤']]],
    ['载重５０ｋｇ以上的小车', '的小车', [['payloadKg', { gte: 50 }, '载重50kg以上']]],
    ['0.5吨以上', '', [['payloadKg', { gte: 500 }, '0.5吨以上']]],
    ['门宽≤900', '', [['passageWidthMm', { lte: 900 }, '门宽≤900']]],
    ['门宽<=0.9m AMR', 'AMR', [['passageWidthMm', { lte: 900 }, '门宽<=0.9m']]],
    ['噪音≤60dB', '', [['noiseDbA', { lte: 60 }, '噪音≤60dB']]],
    ['payload >= 1 t', '', [['payloadKg', { gte: 1000 }, 'payload >= 1 t']]],
    ['速度≥3.6km/h', '', [['maxSpeedMps', { gte: 1 }, '速度≥3.6km/h']]],
    ['50公斤 AMR', 'AMR', [['payloadKg', { gte: 50 }, '50公斤']]],
    ['0.05毫米 装配', '装配', [['repeatabilityMm', { lte: 0.05 }, '0.05毫米']]],
    ['60分贝 清洁', '清洁', [['noiseDbA', { lte: 60 }, '60分贝']]],
    [
      '载重50kg 门宽850',
      '',
      [
        ['payloadKg', { gte: 50 }, '载重50kg'],
        ['passageWidthMm', { lte: 850 }, '门宽850'],
      ],
    ],
    ['重复精度0.02', '', [['repeatabilityMm', { lte: 0.02 }, '重复精度0.02']]],
  ] as const)('%s', (q, text, understood) => {
    const read = readQuery(q)
    expect(read.text).toBe(text)
    expect(read.understood.map(each => [each.criterion, each.bounds, each.written])).toEqual(understood)
  })

  it.each([
    '≥50',
    '50人以上',
    '精度',
    '5G',
    '2026年',
    '载重≥',
    '门宽≤900公斤',
    'AMR > AGV',
    '850毫米的门',
    'KR-50kg',
    '24小时巡检',
    '110kV变电站',
  ])('takes %s as words', q => {
    expect(readQuery(q).understood).toEqual([])
  })

  const words = (phrases: readonly Phrase[]) =>
    phrases.map(phrase => phrase.map(({ text, gap }) => `${text}${gap > 1 ? `+${gap}` : ''}`).join(' '))

  it.each([
    ['"手术机器人" 辅助', ' 手术机器人  辅助', ['手术 机器 人'], []],
    ['“夜间的配送”', ' 夜间的配送 ', ['夜间 配送+2'], []],
    ['「骨科」《需求书》', ' 骨科  需求书 ', ['骨科', '需求 书'], []],
    ['＂AMR＂', ' AMR ', ['amr'], []],
    ['配送 -酒店', '配送  ', [], ['酒店']],
    ['配送 －酒店 -"手术 室"', '配送    ', [], ['手术 室', '酒店']],
    ['-机器人', '', [], ['机器 人']],
    ['XR-6279S', 'XR-6279S', [], []],
    ['AMR - 叉车', 'AMR - 叉车', [], []],
    ['耐低温 -20℃', '耐低温 -20°C', [], []],
    ['""" - -- ""', '""" - -- ""', [], []],
    ['"没有关上', '"没有关上', [], []],
  ])('%s: phrases and what is left out', (q, text, phrases, without) => {
    const read = readQuery(q)
    expect([read.text, words(read.phrases), words(read.without)]).toEqual([text, phrases, without])
  })

  it('keeps at most ten words, the last one as a beginning', () => {
    const { terms } = readQuery('手术机器人辅助骨科置钉手术机器人辅助骨科')
    expect(terms).toHaveLength(10)
    expect(terms.some(term => term.prefix)).toBe(false)
    expect(readQuery('骨科 手').terms.at(-1)).toMatchObject({ text: '手', prefix: true })
    expect(readQuery('骨科 手 ').terms.at(-1)).toMatchObject({ text: '手', prefix: false })
  })

  it('reads no more than the first 400 characters', () => {
    for (const unit of ['机', 'a', '≥', '载重≥', '1', ' ', '载重50', "'"]) {
      const long = unit.repeat(Math.ceil(10_000 / unit.length))
      expect(readQuery(long)).toEqual(readQuery(long.slice(0, 400)))
    }
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText(500), q => {
        const { terms } = readQuery(q)
        expect(terms.length).toBeLessThanOrEqual(10)
        for (const term of terms) expect(term.text).not.toMatch(/[\p{C}\p{Z}]/u)
      }),
    )
  })
})

describe('slips of the fingers', () => {
  it.each([
    ['robot', 'robto', 1],
    ['robot', 'rbot', 1],
    ['robot', 'robott', 1],
    ['robot', 'rabot', 1],
    ['ca', 'abc', 3],
    ['autonomous', 'autnomuos', 2],
    ['', 'abc', 3],
  ])('%s and %s differ by %i', (one, other, slips) => {
    expect(distance(one, other)).toBe(slips)
    expect(distance(other, one)).toBe(slips)
  })

  it('is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other) === 0).toBe(one === other)
        expect(distance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })

  it('allows none in short words, numbers and Chinese, one from five letters, two from nine', () => {
    expect(['amr', '移动机器人', '62790'].map(slipsAllowed)).toEqual([0, 0, 0])
    expect(['robot', '6279s', 'autonomous'].map(slipsAllowed)).toEqual([1, 1, 2])
  })

  it('never changes the first letter', () => {
    expect(nearWords('robot', ['robto', 'obot', 'tobot', 'robot', 'rabbit'])).toEqual(['robto'])
  })
})
