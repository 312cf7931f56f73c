import { describe, expect, it } from 'vitest'
import { remaining } from '#i18n/format.ts'
import { createT, parseError } from '#i18n/translate.ts'
import { translate } from '../support/render.tsx'

const zh = translate('zh')
const en = translate('en')

describe('t', () => {
  it('fills its places and groups thousands', () => {
    expect(zh('common.pager.summary', { total: 1260, from: 21, to: 40 })).toBe('共 1,260 条，第 21 至 40 条')
  })

  it('has one plural in Chinese and two in English', () => {
    expect(zh('common.form.errors', { n: 1 })).toBe('还有 1 处要改，未保存')
    expect(en('common.form.errors', { n: 1 })).toContain('1 place to mend')
    expect(en('common.form.errors', { n: 2 })).toContain('2 places to mend')
  })

  it('finds reasons that are keyed by their dotted name', () => {
    const t = createT({ refusal: { 'scenario.notYours': '不是{name}的场景' } }, 'zh')
    expect(t.reason('scenario.notYours', { name: '您单位' })).toBe('不是您单位的场景')
    expect(t.reason('scenario.unheardOf')).toBeNull()
  })

  it('keeps one stop where what somebody typed ends with its own', () => {
    const t = createT(
      { refusal: { a: '理由：{why}。请再交。', b: 'Because {why}. Send it again.', c: '{why}，{who}' } },
      'zh',
    )
    expect(t.reason('a', { why: '写明测法。' })).toBe('理由：写明测法。请再交。')
    expect(t.reason('a', { why: '写明测法' })).toBe('理由：写明测法。请再交。')
    expect(t.reason('b', { why: 'the unit is missing.' })).toBe('Because the unit is missing. Send it again.')
    expect(t.reason('c', { why: '其余可以。', who: '经办' })).toBe('其余可以，经办')
    expect(t.reason('c', { why: 'Demo Co., Ltd.', who: '经办' })).toBe('Demo Co., Ltd.，经办')
  })

  it('shows a place for which there is no fact rather than hiding the gap', () => {
    expect(zh('common.of')).toBe('/ {total}')
  })
})

describe('form errors', () => {
  it('carry their facts after the key', () => {
    expect(parseError('field.tooLong|max=120|unit=字')).toEqual({
      key: 'field.tooLong',
      params: { max: '120', unit: '字' },
    })
    expect(zh.error('field.tooLong|max=120')).toBe('最多 120 个字')
    expect(en.error('field.tooLong|max=120')).toBe('At most 120 characters')
  })

  it('may be a refusal', () => {
    const t = createT(
      { refusal: { 'bid.tooLate': '截止于 {deadline}' }, field: { invalid: '不合要求' } },
      'zh',
    )
    expect(t.error('bid.tooLate|deadline=2026-12-08 17:00')).toBe('截止于 2026-12-08 17:00')
  })

  it('are never empty and never a bare key', () => {
    expect(zh.error('Invalid input: expected string')).toBe(zh('field.invalid'))
  })
})

describe('formats', () => {
  it('read every instant in Beijing, whatever the machine thinks', () => {
    expect(zh.dateTime('2026-12-08T16:30:00Z')).toBe('2026-12-09 00:30')
    expect(zh.day('2026-12-08T16:30:00Z')).toBe('12 月 9 日')
    expect(en.moment('2026-12-08T09:00:00Z')).toBe('8 Dec, 17:00')
  })

  it('leave a day as it is', () => {
    expect(zh.date('2026-12-08')).toBe('2026 年 12 月 8 日')
    expect(en.date('2026-01-31')).toBe('31 Jan 2026')
  })

  it('say money as its readers do', () => {
    expect(zh.yuan(50_000_000)).toBe('50 万元')
    expect(zh.yuan(12_340_000)).toBe('12.34 万元')
    expect(zh.yuan(12_345_600)).toBe('123,456 元')
    expect(zh.yuan(999_900)).toBe('9,999 元')
    expect(en.yuan(50_000_000)).toBe('CNY 500,000')
  })

  it('count what is left and what is overdue', () => {
    const now = '2026-11-24T01:30:00Z'
    expect(zh.left('2026-12-08T09:00:00Z', now)).toBe('余 14 天')
    expect(en.left('2026-11-25T02:00:00Z', now)).toBe('1 day left')
    expect(zh.left('2026-11-23T01:00:00Z', now)).toBe('逾期 1 天')
    expect(zh.left('2026-11-24T09:00:00Z', now)).toBe('余 7 小时 30 分')
    expect(remaining(now, now)).toMatchObject({ past: true, days: 0, hours: 0, minutes: 0 })
  })

  it('round shares and sizes', () => {
    expect(zh.percent(4 / 9)).toBe('44.4%')
    expect(zh.bytes(2_516_582)).toBe('2.4 MB')
    expect(zh.bytes(900)).toBe('900 B')
  })
})
