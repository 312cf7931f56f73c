import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Approval, standingApproval, voidApproval } from '#domain/review/approval.ts'
import { answeredNotes, notableFields, ReturnNotes, valueAt } from '#domain/review/notes.ts'
import { extendedDeadline, isMaterial, keepsEvaluation, unconfirmed } from '#domain/scenarios/addendum.ts'
import { filledShare, notCopied, sampleOf } from '#domain/scenarios/clone.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { diffContent, diffText, same } from '#domain/shared/content-diff.ts'
import { addDays, day, dayOf, instantAt, localText } from '#domain/shared/dates.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { isWorkingDay } from '#domain/shared/working-days.ts'
import { scenarioContent } from '#tests/support/factories.ts'
import { scenarios } from '../../scripts/seed/content.ts'

const content = () => JSON.parse(JSON.stringify(scenarioContent())) as Record<string, unknown>
type Row = Record<string, unknown>
const rows = (of: Record<string, unknown>, list: string) => of[list] as Row[]

describe('the differences of two contents', () => {
  it('match rows by what they are about, so that moving one is no change', () => {
    const before = content()
    const turned = { ...before, requirements: [...rows(before, 'requirements')].reverse() }
    expect(diffContent(before, turned)).toEqual([])
    const [first, ...rest] = rows(before, 'metrics')
    const changed = { ...before, metrics: [...rest, { ...first, target: 97 }] }
    expect(diffContent(before, changed)).toMatchObject([
      { field: 'metrics', row: '准时送达率', before: { target: 95 }, after: { target: 97 } },
    ])
  })

  it('tell apart two rows about the same, what came and what went', () => {
    const one = { requirements: [{ criterion: 'payloadKg', value: 50 }] }
    const two = { requirements: [...one.requirements, { criterion: 'payloadKg', value: 60 }] }
    expect(diffContent(one, two)).toEqual([
      { field: 'requirements', row: 'payloadKg#2', before: undefined, after: two.requirements[1] },
    ])
    expect(diffContent(two, one)[0]).toMatchObject({ after: undefined })
  })

  it('count blank, empty and absent as the same, and an instant as its text', () => {
    const at = new Date('2026-12-01T09:00:00Z')
    expect(diffContent({ exclusions: '', tasks: [], at }, { at: at.toISOString() })).toEqual([])
  })

  it('are none with oneself, and mirror', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined))
    const list = fc.array(fc.record({ name: fc.string(), target: fc.integer() }), { maxLength: 4 })
    const any = fc.record({ title: value, units: value, metrics: list }, { requiredKeys: [] })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(diffContent(a, a)).toEqual([])
        const [there, back] = [diffContent(a, b), diffContent(b, a)]
        const key = ({ field, row }: { field: string; row: string | null }) => `${field}/${row}`
        expect(there.map(key).sort()).toEqual(back.map(key).sort())
        for (const each of there) expect(same(each.before, each.after)).toBe(false)
      }),
    )
  })

  it('of texts keep what is shared at both ends', () => {
    expect(diffText('门净宽 850 mm，常开', '门净宽 900 mm，常开')).toEqual({
      ...{ start: '门净宽 ', removed: '850', added: '900', end: ' mm，常开' },
    })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const { start, removed, added, end } = diffText(a, b)
        expect([start + removed + end, start + added + end]).toEqual([a, b])
      }),
    )
  })
})

describe('reasons field by field', () => {
  it('may stand at a field or at a row of it, and at nothing else', () => {
    const shape = Object.keys(ScenarioDraft.shape)
    const places = notableFields(shape, content())
    expect(places).toEqual(expect.arrayContaining(['site', 'requirements[3]', 'metrics[2]']))
    expect(places).not.toContain('metrics[3]')
    expect(notableFields(['specs'], { specs: { payloadKg: { value: 1 } } })).toEqual([
      'specs',
      'specs.payloadKg',
    ])
    expect(
      ReturnNotes.parse([
        { field: 'site', reason: '' },
        { field: 'pain', reason: '太短了' },
      ]),
    ).toEqual([{ field: 'pain', reason: '太短了' }])
    for (const field of ['__proto__.x.y', 'a b', 'site[x]', ''])
      expect(ReturnNotes.safeParse([{ field, reason: '不行不行' }]).success, field).toBe(false)
    expect(valueAt(content(), 'metrics[0]')).toMatchObject({ name: '准时送达率' })
  })

  it('are answered when that very row changed, wherever it stands now', () => {
    const returned = content()
    const [first, ...rest] = rows(returned, 'metrics')
    const note = [{ field: 'metrics[0]', reason: '测法不清楚' }]
    const verdict = (now: Record<string, unknown>) =>
      answeredNotes(note, { returned, now, changes: diffContent(returned, now) })[0]?.changed
    expect(verdict({ ...returned, metrics: [...rest, first] })).toBe(false)
    expect(verdict({ ...returned, metrics: [...rest, { ...first, method: '按扫码记录统计' }] })).toBe(true)
    expect(verdict({ ...returned, metrics: rest })).toBe(true)
  })
})

describe('an approval', () => {
  it('stands for one content at one revision and for nothing after it', () => {
    const given: Approval = { step: 'initial', hash: 'a', rev: 3, by: 'x' as AccountId }
    const now = { step: 'initial', hash: 'a', rev: 3 } as const
    expect(standingApproval([given], now)).toBe(given)
    expect(voidApproval([given], now)).toBeNull()
    for (const later of [
      { ...now, hash: 'b' },
      { ...now, rev: 4 },
    ]) {
      expect(standingApproval([given], later)).toBeNull()
      expect(voidApproval([given], later)).toBe(given)
    }
    expect(standingApproval([given], { ...now, step: 'final' })).toBeNull()
  })
})

describe('an addendum', () => {
  const change = (field: string, before: unknown, after: unknown) => ({ field, row: null, before, after })
  it.each([
    ['title', '甲', '乙', false],
    ['pain', '甲', '乙', false],
    ['bidDeadline', '2026-12-01', '2026-12-09', false],
    ['situation', '甲', '乙', true],
    ['site', '甲', '乙', true],
    ['exclusions', undefined, '乙', true],
    ['budgetFen', 1, 2, true],
    ['units', 1, 2, true],
    ['metrics', { target: 1 }, { target: 2 }, true],
    ['requirements', { necessity: 'must', value: 1 }, { necessity: 'must', value: 2 }, true],
    ['requirements', { necessity: 'should', value: 1 }, { necessity: 'must', value: 1 }, true],
    ['requirements', { necessity: 'must' }, undefined, true],
    ['requirements', { necessity: 'should', value: 1 }, { necessity: 'should', value: 2 }, false],
    ['requirements', undefined, { necessity: 'should', value: 2 }, false],
    ['somethingNew', 1, 2, true],
  ])('that changes %s from %o to %o: material %s', (field, before, after, material) => {
    expect(isMaterial(change(field, before, after))).toBe(material)
  })

  it('keeps the evaluation', () => {
    const weights = [{ name: '价格', weight: 30 }]
    expect(keepsEvaluation({ evaluation: weights }, { evaluation: [...weights] }).ok).toBe(true)
    expect(keepsEvaluation({ evaluation: weights }, {})).toMatchObject({ reason: 'scenario.evaluationFixed' })
  })

  it('leaves five working days at the hour of the deadline', () => {
    const at = instantAt(day('2026-11-27'), '11:00')
    expect(localText(extendedDeadline(instantAt(day('2026-11-30'), '17:00'), at))).toBe('2026-12-04T17:00')
    const later = instantAt(day('2026-12-20'), '09:30')
    expect(extendedDeadline(later, at)).toEqual(later)
  })

  it('never moves a deadline earlier, whatever the calendar knows', () => {
    const instants = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map(s => new Date(s * 1000))
    fc.assert(
      fc.property(instants, instants, (deadline, at) => {
        const moved = extendedDeadline(deadline, at)
        expect(moved >= deadline).toBe(true)
        expect(extendedDeadline(moved, at)).toEqual(moved)
        let worked = 0
        for (let on = addDays(dayOf(at), 1); on <= dayOf(moved); on = addDays(on, 1)) {
          if (isWorkingDay(on) === 'unknown') return
          if (isWorkingDay(on)) worked += 1
        }
        expect(worked).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it('asks only bids that have not seen the last material one', () => {
    const addenda = [1, 2, 3].map(number => ({ number, material: number !== 3 }))
    expect([0, 1, 2, 3].map(seen => unconfirmed(addenda, seen))).toEqual([2, 2, null, null])
    expect(unconfirmed([], 0)).toBeNull()
  })
})

describe('a sample', () => {
  const named = {
    mark: '（参照 CAT-2026-0001）',
    names: ['北京示例医院', '北京示例医院东院'],
    self: '本单位',
  }
  it('hands on tasks, requirements and metrics, and nothing that is the other side’s own', () => {
    const original = ScenarioDraft.parse({
      ...scenarioContent({ situation: '北京示例医院东院的住院药房每天向十四个病区送药约一百八十趟。' }),
    })
    const draft = sampleOf(original, named)
    expect(JSON.stringify(draft)).not.toMatch(/北京示例医院|东院/)
    for (const field of notCopied) expect(draft).not.toHaveProperty(field)
    expect(draft.metrics.map(metric => metric.target)).toEqual([95, 3, 0.1])
    expect(draft.metrics.some(metric => 'baseline' in metric)).toBe(false)
    expect(draft.title?.endsWith(named.mark)).toBe(true)
    expect(ScenarioDraft.safeParse(draft).success).toBe(true)
    expect(filledShare(draft)).toBeGreaterThanOrEqual(0.7)
  })

  it.each(Object.keys(scenarios) as (keyof typeof scenarios)[])(
    'of the demo’s scenario %s is filled to 70 % at least, whichever of them becomes an entry',
    name => {
      const draft = sampleOf(ScenarioDraft.parse(scenarios[name]), named)
      expect(filledShare(draft)).toBeGreaterThanOrEqual(0.7)
    },
  )

  it('leaves out what is marked confidential, and keeps a long title within its length', () => {
    const original = {
      ...scenarioContent({ title: '长'.repeat(80) }),
      confidential: ['pain'],
    } as ScenarioDraft
    const draft = sampleOf(original, named)
    expect(draft).not.toHaveProperty('pain')
    expect([...(draft.title ?? '')]).toHaveLength(80)
  })

  it('counts an empty draft as empty and a whole one as whole', () => {
    const blank = ScenarioDraft.parse({})
    expect(filledShare(blank)).toBe(0)
    const whole = scenarioContent()
    const measured = whole.metrics.map(metric => ({ ...metric, baseline: 1 }))
    expect(filledShare({ ...whole, metrics: measured })).toBe(1)
  })
})
