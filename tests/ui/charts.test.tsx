import { describe, expect, it } from 'vitest'
import { CapBar } from '#ui/chart/cap-bar.tsx'
import { MutualScore } from '#ui/chart/mutual-score.tsx'
import { Ruler, type RulerRow } from '#ui/chart/ruler.tsx'
import { ticks } from '#ui/chart/series-geometry.ts'
import { TrackDrawing } from '#ui/chart/track.tsx'
import { render } from '../support/render.tsx'

const unknown = (key: string): RulerRow => ({
  key,
  name: key,
  need: '≤ 850 mm',
  track: { kind: 'unknown' },
  verdict: 'U',
  have: '待确认',
})
const met: RulerRow = {
  ...unknown('payload'),
  track: { kind: 'num', ratio: 1.3 },
  verdict: 'T',
  have: '65 kg',
}

describe('a track', () => {
  it('puts the need at the middle and twice the need at the end', () => {
    expect(render(<TrackDrawing track={{ kind: 'num', ratio: 1 }} />)).toContain('width="50%"')
    expect(render(<TrackDrawing track={{ kind: 'num', ratio: 1.3 }} />)).toContain('width="65%"')
  })

  it('breaks a bar that goes beyond twice', () => {
    const markup = render(<TrackDrawing track={{ kind: 'num', ratio: 6 }} />)
    expect(markup).toContain('width="100%"')
    expect(markup).toContain('class="cut"')
  })

  it('draws the gap of what falls short up to the need', () => {
    const markup = render(<TrackDrawing track={{ kind: 'short', ratio: 0.8 }} />)
    expect(markup).toContain('width="40%"')
    expect(markup).toMatch(/class="g" x1="40%" x2="50%"/)
  })

  it('never draws the unknown as a bar of no length', () => {
    const markup = render(<TrackDrawing track={{ kind: 'unknown' }} />)
    expect(markup).not.toContain('<rect')
    expect(markup).toContain('class="u"')
    expect(markup).toContain('?')
  })

  it('keeps a range inside the scale', () => {
    const markup = render(<TrackDrawing track={{ kind: 'range', from: 0.75, to: 5 }} />)
    expect(markup).toContain('x="37.5%"')
    expect(markup).toContain('width="62.5%"')
  })
})

describe('a ruler', () => {
  it('says each verdict in words for those who do not see the picture', () => {
    expect(render(<Ruler name="Y3" rows={[met]} />)).toMatch(/65 kg<\/b><span class="vh">满足/)
  })

  it('folds unknown rows only when asked, and only several', () => {
    expect(render(<Ruler name="Y3" rows={[met, unknown('a'), unknown('b')]} />)).not.toContain('<details')
    expect(render(<Ruler name="Y3" fold rows={[met, unknown('a')]} />)).not.toContain('<details')
    const folded = render(<Ruler name="Y3" fold rows={[met, unknown('a'), unknown('b')]} />)
    expect(folded).toContain('另有 2 项待确认')
    expect(folded.indexOf('65 kg')).toBeLessThan(folded.indexOf('<details'))
  })
})

describe('a mutual score', () => {
  it('grows from the middle line to both sides', () => {
    const markup = render(<MutualScore score={92} demand={94} supply={91} />)
    expect(markup).toMatch(/class="score__demand" x="3%" width="47%"/)
    expect(markup).toMatch(/class="score__supply" x="50%" width="45.5%"/)
  })
})

describe('a cap bar', () => {
  const wan = 1_000_000

  it('draws the ceiling where it is when the claim goes beyond it', () => {
    const markup = render(
      <CapBar limit={200 * wan} paid={100 * wan} held={30 * wan} want={70 * wan} over={30 * wan} />,
    )
    expect(markup).toMatch(/class="cap__lim" x1="86.96%"/)
    expect(markup).toContain(
      '年度上限 200 万元：已审定 100 万元；已预留 30 万元；余额，本次至多 70 万元；超出，不计 30 万元',
    )
    expect(markup).not.toContain('room')
  })

  it('shows the headroom as unknown ground, not as money', () => {
    const markup = render(<CapBar limit={200 * wan} paid={50 * wan} held={0} />)
    expect(markup).toContain('cap__part room')
    expect(markup).toMatch(/class="cap__lim" x1="100%"/)
  })
})

describe('ticks', () => {
  it.each([
    [40.5, 45],
    [1, 1.2],
    [97, 120],
    [0.3, 0.3],
  ])('hold %d under the last of four', (max, last) => {
    const marks = ticks(max)
    expect(marks[0]).toBe(0)
    expect(marks).toHaveLength(4)
    expect(marks[3]).toBeGreaterThanOrEqual(max)
    expect(marks[3]).toBeCloseTo(last)
  })
})
