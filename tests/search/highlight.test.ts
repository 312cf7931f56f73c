import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from '#search/highlight.ts'
import { anyText } from './any-text.ts'

const marked = (text: string, q: string, around?: number) =>
  highlight(text, q, { around })
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

describe('highlight', () => {
  it.each([
    ['骨科手术机器人', '手术机器人', '骨科[手术机器人]'],
    ['骨科手术机器人', '机器人', '骨科手术[机器人]'],
    ['三名工人操作机器', '机器人', '三名工人操作[机器]'],
    ['潜伏式ＡＭＲ车队', 'amr', '潜伏式[ＡＭＲ]车队'],
    ['沿磁条行驶的无人搬运车', 'AMR', '沿磁条行驶的[无人搬运车]'],
    ['四足平台 XR-6279S', 'xr 6279s', '四足平台 [XR]-[6279S]'],
    ['Autonomous inspection', 'autonomus', '[Autonomous] inspection'],
    ['医院药品配送', '医院 配送', '[医院]药品[配送]'],
    ['医院药品配送 ≥50kg', '配送 ≥50kg', '医院药品[配送] ≥50kg'],
    ['医院', '', '医院'],
    ['', '医院', ''],
    ['人', '人', '[人]'],
  ])('%s for %s', (text, q, expected) => {
    expect(marked(text, q)).toBe(expected)
  })

  it('never writes markup: pieces joined are the text', () => {
    const piece = fc.oneof(anyText(20), fc.constantFrom('<b>', '机器人', '手术', '&amp;', 'AMR', '"'))
    const text = fc.array(piece, { maxLength: 10 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(text, text, (body, q) => {
        const segments = highlight(body, q)
        expect(segments.map(segment => segment.text).join('')).toBe(body)
        for (const segment of segments) expect(segment.text).not.toBe('')
      }),
    )
  })

  it('shows a window near the first hit', () => {
    const text = `${'前'.repeat(300)}药品配送${'后'.repeat(300)}`
    const window = marked(text, '配送', 40)
    expect(window).toContain('药品[配送]后')
    expect(window.startsWith('…')).toBe(true)
    expect(window.endsWith('…')).toBe(true)
    expect(window.length).toBeLessThan(50)
    expect(marked('短文配送', '配送', 40)).toBe('短文[配送]')
    expect(marked('前'.repeat(100), '配送', 20)).toBe(`${'前'.repeat(20)}…`)
  })
})
