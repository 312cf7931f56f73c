import { describe, expect, it } from 'vitest'
import { factsOfInquiry, RewardInquiry } from '#domain/rewards/inquiry.ts'
import { rewardRules } from '#domain/rewards/rules.ts'
import { yuan } from '#domain/shared/money.ts'
import { calculationOf } from '#services/rewards/calculate.ts'
import { Findings } from '#ui/reward/findings.tsx'
import { Law } from '#ui/reward/law.tsx'
import { Needs } from '#ui/reward/needs.tsx'
import { Versions } from '#ui/reward/versions.tsx'
import { Year } from '#ui/reward/year.tsx'
import { render } from '../support/render.tsx'

const met = {
  own: 'yes',
  stage: 'engineeringPrototype',
  accepted: 'yes',
  first: 'yes',
  funding: 'none',
  region: '110106',
  units: '2',
  granted: '100',
  reserved: '30',
}
const ask = (typed: object) =>
  calculationOf(factsOfInquiry(RewardInquiry.parse({ ...met, ...typed }), new Date('2026-11-24T02:00:00Z')))
const text = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** The three answers as their text, one after the other. */
const answers = (typed: object, locale: 'zh' | 'en' = 'zh') => {
  const markup = render(<Findings calculation={ask(typed)} yearStated={'granted' in typed} />, locale)
  return markup.split('<h2>').slice(1).map(text)
}

describe('the three answers', () => {
  it('are verdict, ceiling and no amount: the lower of unit ceilings and headroom', () => {
    const [may, ceiling, assessed] = answers({ granted: '100' })
    expect(may).toContain('符合条件')
    expect(ceiling).toMatch(/上限 70 万元 单台上限合计 100 万元，年度余额 70 万元，取小。上限不是应得金额。/)
    expect(assessed).toMatch(/^核定金额 不给出/)
  })

  it('never name an assessed amount without a rate, whatever is asked, in either language', () => {
    for (const { version } of rewardRules)
      for (const funding of ['none', 'received', 'unknown'])
        for (const typed of [
          {},
          { cost: '80' },
          { units: '9', cost: '60' },
          { own: 'no' },
          { first: 'unknown' },
        ]) {
          for (const locale of ['zh', 'en'] as const) {
            const [, , assessed = ''] = answers({ ...typed, funding, rule: version, granted: '0' }, locale)
            expect(assessed).toMatch(locale === 'zh' ? /不给出/ : /Not given/)
            expect(assessed).not.toMatch(/\d/)
          }
        }
  })

  it('say that unknown R&D money cannot be decided, and which document decides it', () => {
    const calculation = ask({ funding: 'unknown' })
    expect(answers({ funding: 'unknown', granted: '0' })[0]).toMatch(
      /不能判定 4 条已明，1 条未决：研制过程是否未获财政资金/,
    )
    expect(text(render(<Needs calculation={calculation} />))).toContain('研制经费来源声明，附专项审计报告')
    expect(render(<Law calculation={calculation} />)).toContain('data-v="U"')
  })

  it('give no ceiling where a condition is not met, and none where the cost it needs is not known', () => {
    expect(answers({ own: 'no', granted: '0' })[1]).toMatch(/上限 不适用/)
    const guide = { rule: 'gjj-2026-1-4@2026-02-14', granted: '0' }
    expect(answers(guide)[1]).toMatch(/算不出.*不超过 50 万元/)
    expect(answers({ ...guide, cost: '20' })[1]).toMatch(/上限 40 万元/)
  })

  it('do not take an unstated year for nothing: they say that it was left open', () => {
    const calculation = ask({ granted: undefined, reserved: undefined })
    expect(text(render(<Findings calculation={calculation} yearStated={false} />))).toContain(
      '本年已审定未填',
    )
    expect(text(render(<Law calculation={calculation} yearStated={false} />))).toContain('余额待核')
  })

  it('show an amount once an officer has assessed one', () => {
    const approved = { fen: yuan(360_000), capYear: 2026 }
    const markup = render(<Findings calculation={ask({})} approved={approved} />)
    expect(text(markup)).toMatch(/核定金额 36 万元 .*已计入 2026 年度/)
  })
})

describe('the reasons', () => {
  it('quote the measure whole with every piece numbered like its line', () => {
    const markup = render(<Law calculation={ask({})} />)
    const numbers = [...markup.matchAll(/<sup>(\d)<\/sup>/g)].map(match => match[1])
    expect(numbers).toEqual(['2', '3', '1', '4', '5', '6', '7'])
    for (const number of numbers) expect(markup).toContain(`<span class="n num">${number}</span>`)
  })

  it('draw the year with what fits and what does not', () => {
    const words = text(render(<Year calculation={ask({})} firm={null} />))
    for (const part of ['已审定 100 万元', '已预留 30 万元', '本次至多 70 万元', '不计 30 万元'])
      expect(words).toContain(part)
    expect(text(render(<Year calculation={ask({ own: 'no' })} firm={null} />))).not.toContain('本次至多')
  })

  it('show every version, and the press statement as on record only', () => {
    const words = text(
      render(<Versions calculation={ask({})} hrefOf={version => `/rewards?rule=${version}`} />),
    )
    for (const { title } of rewardRules) expect(words).toContain(title.zh)
    expect(words).toContain('未经主管部门确认，不参与计算')
    expect(words).toContain('第三方引文，官网未读到')
  })

  it('are complete in English', () => {
    const calculation = ask({ funding: 'received', level: ['national'], list: 'A 60 10\nB 60 0' })
    const markup = [Law, Needs, Versions]
      .map(Part => render(<Part calculation={calculation} />, 'en'))
      .join(' ')
    const foreign = markup.replace(/<(q|blockquote)[^>]*lang="zh-CN"[\s\S]*?<\/\1>/g, '')
    expect(text(foreign).replaceAll(calculation.rule.document, '')).not.toMatch(/\p{Script=Han}(?<!国内)/u)
  })
})
