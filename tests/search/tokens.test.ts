import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptsIn } from '#search/concepts.ts'
import { tokenize } from '#search/tokens.ts'
import { anyText } from './any-text.ts'

const cut = (text: string) => tokenize(text).map(token => token.text)

describe('tokens', () => {
  it.each([
    ['手术机器人辅助骨科置钉', ['手术', '机器', '人', '辅助', '骨科', '置', '钉']],
    ['变电站', ['变电', '站']],
    ['减速器', ['减速', '器']],
    ['移动机器人', ['移动', '机器', '人']],
    ['XR-6279S', ['xr', '6279s']],
    ['0.02mm', ['0', '02mm']],
    ['ＡＭＲ　５０㎏', ['amr', '50kg']],
    ['Zürich Straße', ['zurich', 'straße']],
    ['A＋B=C', ['a', 'b', 'c']],
    ['𠮷野家', ['𠮷', '野', '家']],
    ['', []],
    ['，。！？', []],
    ['zero\u200bwidth', ['zerowidth']],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected)
  })

  it('cuts a word alike wherever it stands', () => {
    for (const around of ['', '的手术', 'AMR', '，']) {
      expect(cut(`${around}机器人`).slice(-2)).toEqual(['机器', '人'])
    }
  })

  it('knows where each token came from', () => {
    const text = '载重５０㎏的ＡＭＲ，ok'
    for (const token of tokenize(text)) {
      expect(text.slice(token.start, token.end).normalize('NFKC').toLowerCase()).toBe(token.text)
    }
  })

  it('tells words that touch from words that do not, and sentences apart', () => {
    const [first, second, third, fourth] = tokenize('骨科手术 机器。人')
    expect([first?.glued, second?.glued, third?.glued]).toEqual([false, true, false])
    expect([third?.apart, fourth?.apart]).toEqual([false, true])
  })

  it('takes any text, in order and inside its bounds', () => {
    fc.assert(
      fc.property(anyText(200), text => {
        let at = 0
        for (const { start, end, text: word } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(word).not.toMatch(/[\p{Z}\p{Cc}\p{Cs}]/u)
          at = start
        }
      }),
    )
  })

  it('knows every name of every concept as a whole', () => {
    const named = (text: string) => conceptsIn(tokenize(text)).map(concept => concept.id)
    expect(named('无人搬运车')).toContain('移动机器人')
    expect(named('骨科手术机器人')).toEqual(
      expect.arrayContaining(['骨科手术机器人', '手术机器人', '机器人']),
    )
    expect(named('无人车间')).not.toContain('无人配送车')
    expect(named('an Autonomous-Mobile Robot')).toContain('移动机器人')
  })
})
