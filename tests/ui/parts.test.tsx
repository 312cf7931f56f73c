import { describe, expect, it } from 'vitest'
import { ClosedButton } from '#ui/primitives/button.tsx'
import { DataTable } from '#ui/primitives/data-table.tsx'
import { DeadlineClock } from '#ui/primitives/deadline-clock.tsx'
import { Pager, pagesToShow } from '#ui/primitives/pager.tsx'
import { DomainTag, SourceTag } from '#ui/primitives/tags.tsx'
import { ErrorPage } from '#ui/shell/error-page.tsx'
import { Link, NavigationProvider } from '#ui/shell/link.tsx'
import { Masthead } from '#ui/shell/masthead.tsx'
import { Phrases } from '#ui/shell/phrases.tsx'
import Styleguide from '../../app/routes/styleguide.tsx'
import { render } from '../support/render.tsx'

/** Stands for the router's link. */
function Anchor({ href }: { href: string }) {
  return <b>{href}</b>
}

describe('the whole sheet of parts', () => {
  it.each(['zh', 'en'] as const)('in %s has no inline style, which the content policy would drop', locale => {
    expect(render(<Styleguide />, locale)).not.toMatch(/\sstyle=/)
  })

  it('leaves no place unfilled', () => {
    expect(render(<Styleguide />, 'en')).not.toMatch(/\{\w+\}/)
  })
})

describe('a table', () => {
  const columns = [
    { key: 'name', head: '名称', header: true, sort: 'name', cell: (row: { name: string }) => row.name },
    { key: 'n', head: '数', sort: 'n', cell: () => 1 },
  ]
  const href = (by: string, direction: string) => `/x?sort=${by}&order=${direction}`

  it('sorts by address, the current column the other way round', () => {
    const sorting = { by: 'name', direction: 'up', href } as const
    const markup = render(
      <DataTable
        caption="表"
        columns={columns}
        rows={[{ name: 'a' }]}
        rowKey={row => row.name}
        sorting={sorting}
      />,
    )
    expect(markup).toContain('aria-sort="ascending"')
    expect(markup).toContain('href="/x?sort=name&amp;order=down"')
    expect(markup).toContain('href="/x?sort=n&amp;order=up"')
    expect(markup).toContain('<th scope="row">a</th>')
  })
})

describe('a pager', () => {
  it.each([
    [1, 1, [1]],
    [2, 14, [1, 2, 3, null, 14]],
    [7, 14, [1, null, 6, 7, 8, null, 14]],
    [4, 6, [1, 2, 3, 4, 5, 6]],
    [14, 14, [1, null, 13, 14]],
  ])('on page %d of %d shows the ends and the neighbours', (page, last, shown) => {
    expect(pagesToShow(page, last)).toEqual(shown)
  })

  it('draws nothing when one page holds everything', () => {
    expect(render(<Pager page={1} pageSize={20} total={20} href={() => '/'} />)).toBe('')
  })
})

describe('tags', () => {
  it('give a domain its colour by data, with icon and word', () => {
    const markup = render(<DomainTag domain="healthcare" />)
    expect(markup).toContain('data-domain="healthcare"')
    expect(markup).toContain('<svg')
    expect(markup).toContain('智慧医疗')
  })

  it('mark reported and demo records, and leave members unmarked', () => {
    expect(render(<SourceTag source="report" />)).toContain('公开报道案例')
    expect(render(<SourceTag source="demo" />)).toContain('src--demo')
    expect(render(<SourceTag source="platform" />)).toBe('')
  })
})

describe('a deadline clock', () => {
  it('counts by the server’s clock and closes on the second', () => {
    const until = '2026-12-08T09:00:00Z'
    expect(render(<DeadlineClock label="截止" until={until} now="2026-11-24T01:30:00Z" />)).toMatch(
      /14<small>天/,
    )
    expect(render(<DeadlineClock label="截止" until={until} now={until} />)).toContain('已截止')
  })
})

describe('the shell', () => {
  it('opens with what a visitor may do and returns to where they were', () => {
    const viewer = { kind: 'visitor', name: null } as const
    const markup = render(<Masthead viewer={viewer} pathname="/scenarios/1" here="/scenarios/1?tab=2" />)
    expect(markup).toMatch(/href="\/scenarios" aria-current="page"/)
    expect(markup).toContain('href="/sign-in?next=%2Fscenarios%2F1%3Ftab%3D2"')
    expect(markup).toContain('action="/preferences"')
    expect(markup).toContain('value="/scenarios/1?tab=2"')
  })

  it('puts an officer’s desk first', () => {
    const markup = render(<Masthead viewer={{ kind: 'officer', name: '示例员甲' }} pathname="/" here="/" />)
    expect(markup.indexOf('工作台')).toBeLessThan(markup.indexOf('典型场景目录'))
    expect(markup).toContain('action="/sign-out"')
  })

  it('shows a refusal in words, with its request id', () => {
    const markup = render(<ErrorPage status={404} requestId="req-1" here="/scenarios/1" />)
    expect(markup).toContain('没有这一页')
    expect(markup).toContain('req-1')
  })

  it('sends an unlisted failure to the nearest calm page', () => {
    expect(render(<ErrorPage status={503} here="/" />)).toContain('平台出了差错')
    expect(render(<ErrorPage status={418} here="/" />)).toContain('这一步没有办成')
  })

  it('routes inside links and leaves the others alone', () => {
    const inside = (href: string) =>
      render(
        <NavigationProvider value={{ Anchor, state: 'idle', go: () => {} }}>
          <Link href={href}>x</Link>
        </NavigationProvider>,
      )
    expect(inside('/scenarios')).toBe('<b>/scenarios</b>')
    expect(inside('https://example.cn/')).toBe('<a href="https://example.cn/">x</a>')
    expect(inside('//example.cn/')).toContain('<a ')
  })

  it('breaks Chinese notes between phrases only', () => {
    expect(render(<Phrases>写清现场、要求。</Phrases>)).toBe(
      '<span class="ph">写清现场、</span><span class="ph">要求。</span>',
    )
    expect(render(<Phrases>Site, needs.</Phrases>, 'en')).toBe('Site, needs.')
  })

  it('says beside a closed action why it is closed', () => {
    expect(render(<ClosedButton why="异议未结">办结公示</ClosedButton>)).toMatch(
      /aria-disabled="true" aria-describedby="([^"]+)".*id="\1">异议未结/,
    )
  })
})
