import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charabiaText } from '#search/charabia.ts'
import { conceptsIn } from '#search/concepts.ts'
import { highlight } from '#search/highlight.ts'
import { foldText, tokenize } from '#search/tokens.ts'
import { anyText } from './any-text.ts'

const cut = (text: string) => tokenize(text).map(token => token.text)

describe('traditional characters', () => {
  it.each([
    ['機器人', '机器人'],
    ['醫院藥品配送', '医院药品配送'],
    ['機械手臂', '机械手臂'],
    ['無人搬運車', '无人搬运车'],
    ['康復訓練與護理', '康复训练与护理'],
    ['電動叉車', '电动叉车'],
    ['協作機器人', '协作机器人'],
    ['臺灣', '台湾'],
    ['裡面、裏面', '里面、里面'],
    ['乾燥', '干燥'],
    ['後臺', '后台'],
    ['變電站巡檢', '变电站巡检'],
    ['豬舍清潔', '猪舍清洁'],
    ['著名', '著名'],
    ['薴', '苎'],
    // A compatibility ideograph of 車.
    ['\uf902', '车'],
  ])('%s is read as %s', (traditional, simplified) => {
    expect(foldText(traditional)).toBe(simplified)
    expect(cut(traditional)).toEqual(cut(simplified))
  })

  it('name the same concepts', () => {
    expect(conceptsIn(tokenize('無人搬運車')).map(each => each.id)).toContain('移动机器人')
  })

  it('are marked where they stand', () => {
    const hits = (text: string, q: string) =>
      highlight(text, q)
        .filter(each => each.hit)
        .map(each => each.text)
    expect(hits('醫院用的機器人', '机器人')).toEqual(['機器人'])
    expect(hits('医院用的机器人', '機器人')).toEqual(['机器人'])
    expect(hits('ＡＭＲ機器人', 'amr')).toContain('ＡＭＲ')
  })
})

describe('folding', () => {
  it.each([
    ['ＡＧＶ　５０㎏', 'agv 50kg'],
    ['5μm、5µm', '5um、5um'],
    ['㎌', 'uf'],
    ['Œuvre Æther', 'oeuvre aether'],
    ['Zürich', 'zurich'],
    ['e\u0301', 'e'],
    ['①②', '12'],
    ['25℃', '25°c'],
  ])('%j is %j', (text, folded) => expect(foldText(text)).toBe(folded))

  // A million characters take seconds by themselves, and a busy machine makes minutes of them.
  it('changes no character the second time', { timeout: 300_000 }, () => {
    const changed: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code === 0xd800) code = 0xe000
      const char = String.fromCodePoint(code)
      const once = foldText(char)
      if (once !== char && foldText(once) !== once) changed.push(code.toString(16))
    }
    expect(changed).toEqual([])
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText(100), text => {
        const once = foldText(text)
        expect(foldText(once)).toBe(once)
      }),
    )
  })

  it('knows for each token the characters that it came from', () => {
    fc.assert(
      fc.property(anyText(100), text => {
        for (const { text: word, start, end } of tokenize(text)) {
          // Whatever stands there folds to the word, but for marks that belong to a letter before them.
          if (word.length < 64) expect(foldText(text.slice(start, end))).toContain(word)
        }
      }),
    )
  })
})

describe('separators are those of charabia', () => {
  it.each([
    ['Pc connector', 'a_b', 'a‿b'],
    ['Pd dash', 'a-b', 'a—b', 'a－b', 'a〜b'],
    ['Ps and Pe brackets', 'a(b)', 'a【b】', 'a（b）', 'a「b」'],
    ['Pi and Pf quotes', 'a“b”', 'a‘b’', 'a«b»'],
    ['Po other', 'a/b', 'a.b', 'a、b', 'a。b', 'a·b', 'a：b', 'a@b', 'a%b', 'a…b'],
    ['Sm signs', 'a+b', 'a±b', 'a×b', 'a≥b', 'a√b'],
    ['Z spaces', 'a b', 'a\u3000b', 'a\u00a0b', 'a\u2028b', 'a\u2009b'],
    ['controls', 'a\nb', 'a\tb', 'a\0b'],
    ['backtick', 'a`b'],
  ])('%s', (_, ...texts) => {
    for (const text of texts) expect([text, cut(text)]).toEqual([text, ['a', 'b']])
  })

  it.each(['a°b', 'a$b', 'a^b', 'a€b'])('%s is one word', text => expect(cut(text)).toHaveLength(1))
})

describe('what Meilisearch gets', () => {
  it.each([
    ['采用3D視覺', '采用 ×3d 视觉'],
    ['负载50kg', '负载 ×50kg'],
    ['50kg', '×50kg'],
    ['AGV小车', 'agv 小车'],
    ['骨科手术机器人', '骨科 手术 机器 人'],
    ['机器人。医院', '机器 人。医院'],
    ['KR 210 R2700', 'kr ×210 r2700'],
    ['"手术" -机器人', '手术 机器 人'],
  ])('%s is written %s', (text, written) => expect(charabiaText(text)).toBe(written))

  it('is cut as the text itself, and has no sign that a query gives a meaning', () => {
    fc.assert(
      fc.property(anyText(100), text => {
        const written = charabiaText(text)
        expect(cut(written)).toEqual(cut(text))
        expect(written).not.toMatch(/["“”]|(?:^|\s)-/)
      }),
    )
  })
})
