import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionValue } from '#domain/ontology/criteria.ts'
import { brand, type SiteId } from '#domain/shared/ids.ts'
import { partlyMeasured, withDerived } from '#domain/sites/derive.ts'
import { siteDifferences, siteLines, siteProse } from '#domain/sites/lines.ts'
import { requirementsOf, withSite } from '#domain/sites/needs.ts'
import { SiteProfile } from '#domain/sites/site.ts'
import { siteTables } from '#domain/sites/tables.ts'
import { siteProfile } from '../support/sites.ts'

const lineOf = (site: SiteProfile, key: string) => siteLines(site, 'zh').find(each => each.key === key)?.value
const door = (name: string, widthMm?: unknown, more: object = {}) => ({ name, widthMm, ...more })

describe('what the lists of a site decide', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, Partial<Record<string, unknown>>]>([
    [
      'the narrowest door, in any unit',
      {},
      { doors: [door('东', '0.9 m'), door('西', '850')] },
      { passageWidthMm: 850 },
    ],
    [
      'the narrowest door that is known',
      {},
      { doors: [door('东', '900'), door('西', '不详')] },
      { passageWidthMm: 900 },
    ],
    ['nothing where no door is known', {}, { doors: [door('东'), door('西')] }, {}],
    [
      'the flat value where no door is known',
      { passageWidthMm: '900' },
      { doors: [door('东')] },
      { passageWidthMm: 900 },
    ],
    [
      'the worse of the flat value and the list',
      { passageWidthMm: '900', slopeDeg: '5' },
      { doors: [door('东', '950')], slopes: [{ name: '连廊', slopeDeg: '3' }] },
      { passageWidthMm: 900, slopeDeg: 5 },
    ],
    [
      'the steepest slope, in degrees or as 1:n',
      {},
      {
        slopes: [
          { name: '连廊', slopeDeg: '1:12' },
          { name: '坡道', slopeDeg: '3°' },
        ],
      },
      { slopeDeg: 4.8 },
    ],
    [
      'a level floor that was measured',
      {},
      { doors: [door('东', '900', { thresholdMm: '0' })] },
      { passageWidthMm: 900, thresholdMm: 0 },
    ],
    [
      'a door that opens by itself among doors of which nothing is known',
      {},
      { doors: [door('东', '', { kind: 'access' }), door('西')] },
      { automaticDoor: true },
    ],
    [
      'no automatic door once all were looked at',
      {},
      { doors: [door('东', '', { kind: 'manual' })] },
      { automaticDoor: false },
    ],
    ['and not before that', {}, { doors: [door('东', '', { kind: 'manual' }), door('西')] }, {}],
    [
      'the room with most people',
      {},
      {
        rooms: [
          { name: '大厅', peopleDensity: 'crowded' },
          { name: '库房', peopleDensity: 'none' },
        ],
      },
      { peopleDensity: 'crowded' },
    ],
    [
      'the networks that reach every room, and what binds in any',
      {},
      {
        rooms: [
          { name: '大厅', network: ['wifi', 'cellular5g'] },
          { name: '机房', network: ['wifi', 'intranet'] },
        ],
      },
      { network: ['wifi', 'intranet'] },
    ],
    ['a lift on the way', {}, { lifts: [{ name: '三号' }] }, { elevator: true }],
    [
      'but not against what is said of the whole site',
      { elevator: 'false' },
      { lifts: [{ name: '三号' }] },
      { elevator: false },
    ],
  ])('%s', (_, facts, lists, wanted) => {
    expect(withDerived(siteProfile(facts, lists)).facts).toEqual(wanted)
  })

  it('asks for the narrowest door of the lifts, and for what a gap in a list leaves open says so', () => {
    const site = siteProfile(
      {},
      { lifts: [{ name: '三号', doorMm: '1.1 m' }, { name: '四号', doorMm: '800' }, { name: '五号' }] },
    )
    expect(requirementsOf(site)).toContainEqual({
      criterion: 'passageWidthMm',
      necessity: 'must',
      value: 800,
    })
    expect(lineOf(site, 'liftDoorMm')).toBe('至多 800 mm（3 处已测 2 处）')
    const gaps = siteProfile({}, { doors: [door('东', '900'), door('西')] })
    expect(lineOf(gaps, 'facts.passageWidthMm')).toBe('至多 900 mm（2 处已测 1 处）')
    expect(siteProse(gaps, 'zh')).toContain('最窄门净宽：至多 900 mm（2 处已测 1 处）')
    const id = brand<SiteId>('01890000-0000-7000-8000-000000000001')
    const draft = { tasks: [], requirements: [], metrics: [] }
    expect(withSite(draft, { id, version: 1, content: gaps }).content.requirements).toEqual([
      {
        criterion: 'passageWidthMm',
        necessity: 'must',
        value: 900,
        note: '现场 2 处已测 1 处，其余待确认',
      },
    ])
  })
})

describe('what is typed into the lists', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [{ doors: [{ widthMm: '900' }] }, ['doors.0.name']],
    [{ doors: [{}, { name: '东', widthMm: '宽' }] }, ['doors.1.widthMm']],
    [{ slopes: [{ name: '坡', slopeDeg: '1:0' }] }, ['slopes.0.slopeDeg']],
    [{ shiftTimes: [{ name: '白班', from: '25:00', to: '7：30' }] }, ['shiftTimes.0.from']],
    [{ lifts: [{ name: '三号', interface: 'magic' }], rooms: ['大厅'] }, ['rooms.0', 'lifts.0.interface']],
    [{ doors: Array.from({ length: 31 }, (_, n) => ({ name: `${n}` })) }, ['doors']],
  ])('%j is wrong at %j', (typed, wrong) => {
    const parsed = SiteProfile.safeParse({ name: '门诊楼', ...typed })
    expect(parsed.error?.issues.map(issue => issue.path.join('.'))).toEqual(wrong)
  })

  it('drops blank rows, keeps a profile without lists as it was, and reads to itself', () => {
    const blank = siteProfile({}, { doors: [{ name: '', widthMm: '' }], rooms: [] })
    expect(JSON.stringify(blank)).toBe(JSON.stringify(siteProfile({})))
    const full = siteProfile(
      {},
      {
        doors: [{ name: '' }, door('东', '0.9 m', { kind: 'manual', thresholdMm: '0' })],
        shiftTimes: [{ name: '夜班', from: '22：00', to: '6:00' }],
        slopes: [{ name: '坡', slopeDeg: '1:12', lengthM: '8' }],
      },
    )
    expect(full.shiftTimes).toEqual([{ name: '夜班', from: '22:00', to: '06:00' }])
    expect(SiteProfile.parse(JSON.parse(JSON.stringify(full)))).toEqual(full)
  })

  it('is read as tables in which the unknown is not a zero, and compared row by row', () => {
    const before = siteProfile({}, { doors: [door('东', '900'), door('西')] })
    const after = siteProfile({}, { doors: [door('西', '820')] })
    const [table] = siteTables(before, 'en')
    expect(table?.rows.map(({ name, cells }) => [name, cells[1], cells[3]])).toEqual([
      ['东', '900 mm', null],
      ['西', null, null],
    ])
    expect(siteDifferences(before, after, 'zh').map(each => [each.key, each.after])).toEqual([
      ['facts.passageWidthMm', '820 mm'],
      ['doors.西.1', '位置 待确认，净宽 820 mm，开门方式 待确认，门槛 待确认'],
      ['doors.东.1', null],
    ])
  })
})

const size = fc.option(fc.integer({ min: 300, max: 3000 }), { nil: undefined })
const sill = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined })
const slope = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })
const kind = fc.constantFrom('manual', 'automatic', 'access', undefined)
const density = fc.constantFrom('none', 'staff', 'shared', 'crowded', undefined)
const rows = <T>(cell: fc.Arbitrary<T>) => fc.array(cell, { maxLength: 12 })
const someLists = fc.record({
  doors: rows(fc.record({ name: fc.constant('门'), widthMm: size, thresholdMm: sill, kind })),
  slopes: rows(fc.record({ name: fc.constant('坡'), slopeDeg: slope })),
  rooms: rows(fc.record({ name: fc.constant('室'), peopleDensity: density })),
  lifts: rows(fc.record({ name: fc.constant('梯'), doorMm: size })),
})
type Lists = typeof someLists extends fc.Arbitrary<infer L> ? L : never
const someFacts = fc.record(
  { passageWidthMm: fc.integer({ min: 300, max: 3000 }), slopeDeg: fc.integer({ min: 0, max: 30 }) },
  { requiredKeys: [] },
)

const order = ['none', 'staff', 'shared', 'crowded']
/** How hard a fact makes a site; what is not known makes it no harder. */
function hardness(id: string, value: CriterionValue | undefined): number {
  if (value === undefined) return Number.NEGATIVE_INFINITY
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return order.indexOf(value)
  return typeof value === 'number' ? (id.endsWith('WidthMm') || id === 'liftDoorMm' ? -value : value) : 0
}
const decided = ['passageWidthMm', 'thresholdMm', 'slopeDeg', 'peopleDensity'] as const

describe('deriving', () => {
  it('never makes a site easier when a place is added, and changes nothing the second time', () => {
    fc.assert(
      fc.property(someFacts, someLists, someLists, (facts, lists, more) => {
        const before = withDerived(siteProfile(facts, lists))
        const joined = Object.fromEntries(
          (Object.keys(lists) as (keyof Lists)[]).map(key => [key, [...lists[key], ...more[key]]]),
        )
        const after = withDerived(siteProfile(facts, joined))
        for (const id of decided)
          expect(hardness(id, after.facts[id])).toBeGreaterThanOrEqual(hardness(id, before.facts[id]))
        expect(hardness('liftDoorMm', after.liftDoorMm)).toBeGreaterThanOrEqual(
          hardness('liftDoorMm', before.liftDoorMm),
        )
        expect(withDerived(after)).toEqual(after)
      }),
    )
  })

  it('takes no value from a place of which it is not known, and counts such places', () => {
    fc.assert(
      fc.property(someLists, lists => {
        const site = siteProfile({}, lists)
        const { facts } = withDerived(site)
        const widths = lists.doors.flatMap(each => each.widthMm ?? [])
        expect(facts.passageWidthMm).toBe(widths.length === 0 ? undefined : Math.min(...widths))
        const sills = lists.doors.flatMap(each => each.thresholdMm ?? [])
        expect(facts.thresholdMm).toBe(sills.length === 0 ? undefined : Math.max(...sills))
        const covered = partlyMeasured(site).get('passageWidthMm')
        const isPart = widths.length > 0 && widths.length < lists.doors.length
        expect(covered && [covered.known, covered.of]).toEqual(
          isPart ? [widths.length, lists.doors.length] : undefined,
        )
        if (facts.automaticDoor === false)
          expect(lists.doors.every(each => each.kind === 'manual')).toBe(true)
      }),
    )
  })
})
