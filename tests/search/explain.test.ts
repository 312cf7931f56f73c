import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Explained, Reason } from '#search/engine.ts'
import { explain } from '#search/explain.ts'
import { otherNames } from '#search/other-names.ts'
import { anyText } from './any-text.ts'

const cart: Explained = {
  title: '潜伏式移动机器人 CR-10A',
  org: '示例智能装备公司 Example Robotics',
  keywords: ['院内配送', 'Hospital delivery', '医疗健康'],
  summary: '夜间把药品从药房送到病区，过 850 mm 的门。',
  body: 'Autonomous docking. 激光导航，自动充电。',
  attachments: [
    { fileId: 'f1', name: '需求书.pdf', pages: ['封面', '目录', '概述', '每层设置消毒缓冲区。'] },
    { fileId: 'f2', name: '说明.docx', pages: ['地面坡度说明'] },
  ],
}

const written = (reason: Reason) => {
  if ('typed' in reason) return `${reason.where} ${reason.typed}→${reason.found}`
  const text = reason.segments.map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join('')
  return reason.where === 'attachment'
    ? `attachment ${reason.name} ${reason.page} ${text}`
    : `${reason.where} ${text}`
}
const why = async (q: string, document = cart) => (await explain(document, q)).reasons.map(written)

describe('why a document was found', () => {
  it.each([
    ['潜伏式', ['title [潜伏式]移动机器人 CR-10A']],
    ['示例', ['org [示例]智能装备公司 Example Robotics']],
    ['配送', ['keywords 院内[配送]']],
    ['药房', ['summary 夜间把药品从[药房]送到病区，过 850 mm 的门。']],
    ['激光', ['body Autonomous docking. [激光]导航，自动充电。']],
    ['AMR', ['concept amr→移动机器人']],
    ['无人搬运车', ['concept 无人搬运车→移动机器人']],
    ['autonomus', ['slip autonomus→autonomous']],
    ['yaofang', []],
    ['yineipeisong', []],
    ['yuanneipeisong', ['pinyin yuanneipeisong→院内配送']],
    ['ynps', ['pinyin ynps→院内配送']],
    ['CR10A', ['title 潜伏式移动机器人 CR-10A']],
    ['消毒', ['attachment 需求书.pdf 4 每层设置[消毒]缓冲区。']],
    ['坡度', ['attachment 说明.docx null 地面[坡度]说明']],
    ['', []],
    ['量子纠缠', []],
  ])('%s', async (q, expected) => {
    expect(await why(q)).toEqual(expected)
  })

  it('tells every word its own place, and the same place once', async () => {
    const places = (await explain(cart, '移动机器人 药房 病区 消毒')).reasons.map(({ where }) => where)
    expect(places).toEqual(['title', 'summary', 'attachment'])
  })

  it('names what it cannot explain, so that attachments are read only then', async () => {
    const { attachments: _, ...short } = cart
    expect((await explain(short, '药房 消毒')).unexplained).toEqual(['消毒'])
    expect((await explain(short, '药房')).unexplained).toEqual([])
    expect((await explain(cart, '药房 消毒')).unexplained).toEqual([])
  })

  it('quotes and never changes a text, whatever is asked', async () => {
    const texts = [cart.title, cart.org, cart.summary, cart.body, ...cart.keywords]
    await fc.assert(
      fc.asyncProperty(anyText(60), async q => {
        for (const reason of (await explain(cart, q)).reasons) {
          if (!('segments' in reason) || reason.where === 'attachment') continue
          const text = reason.segments.map(each => each.text).join('')
          expect(texts).toContain(text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('other names', () => {
  it('are those of the thing that is named, without what was typed', () => {
    expect(otherNames('AMR')).toContain('移动机器人')
    expect(otherNames('AMR').map(name => name.toLowerCase())).not.toContain('amr')
    expect(otherNames('量子纠缠')).toEqual([])
  })
})
