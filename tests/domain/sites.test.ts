import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionOf } from '#domain/ontology/criteria.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { brand, type SiteId } from '#domain/shared/ids.ts'
import { type SiteFactId, siteFactIds, siteFactOf } from '#domain/sites/facts.ts'
import { siteDifferences, siteLines, siteProse } from '#domain/sites/lines.ts'
import { deviationsOf, requirementsOf, withSite } from '#domain/sites/needs.ts'
import { SiteProfile } from '#domain/sites/site.ts'
import { siteProfile } from '../support/sites.ts'

const id = brand<SiteId>('01890000-0000-7000-8000-000000000001')
const blank: ScenarioDraft = { tasks: [], requirements: [], metrics: [] }

describe('what a site asks of a robot', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, unknown]>([
    ['a door, in any unit', { passageWidthMm: '0.9 m' }, {}, { passageWidthMm: 900 }],
    [
      'the door of a lift that has to be taken',
      { passageWidthMm: '900', elevator: 'true' },
      { liftDoorMm: '80 cm' },
      { passageWidthMm: 800, elevator: true },
    ],
    [
      'not the door of a lift nobody has to take',
      { passageWidthMm: '900', elevator: 'false' },
      { liftDoorMm: '800' },
      { passageWidthMm: 900 },
    ],
    ['nor of one nobody knows of', {}, { liftDoorMm: '800' }, {}],
    [
      'a slope and a threshold',
      { slopeDeg: '6°', thresholdMm: '2 cm' },
      {},
      { slopeDeg: 6, thresholdMm: 20 },
    ],
    ['nothing where there is none', { stairs: 'false', explosionProof: 'false', outdoor: 'false' }, {}, {}],
    ['nothing of what is unknown', { slopeDeg: '不详', gapMm: '', network: [] }, {}, {}],
    ['one of several networks is enough', { network: ['wifi', 'cellular5g'] }, {}, {}],
    ['the only network', { network: 'wifi' }, {}, { network: ['wifi'] }],
    ['what binds every robot', { network: ['wifi', 'wired', 'intranet'] }, {}, { network: ['intranet'] }],
    [
      'nothing of a floor that was measured to be level',
      { thresholdMm: '0', slopeDeg: '0°', gapMm: 0 },
      {},
      {},
    ],
    ['a range', { temperatureC: '10~35' }, {}, { temperatureC: { min: 10, max: 35 } }],
    ['people', { peopleDensity: 'shared' }, {}, { peopleDensity: 'shared' }],
    ['nothing for people who are not there', { peopleDensity: 'none' }, {}, {}],
  ])('%s', (_, facts, rest, wanted) => {
    const needs = requirementsOf(siteProfile(facts, rest))
    expect(Object.fromEntries(needs.map(({ criterion, value }) => [criterion, value]))).toEqual(wanted)
    expect(needs.every(each => each.necessity === 'must')).toBe(true)
  })
})

describe('what is typed into a profile', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [{ name: '楼', facts: {} }, ['name']],
    [{ name: '门诊楼', facts: { slopeDeg: '陡' } }, ['facts.slopeDeg']],
    [{ name: '门诊楼', facts: { passageWidthMm: '9 kg' } }, ['facts.passageWidthMm']],
    [{ name: '门诊楼', facts: { passageWidthMm: '0' } }, ['facts.passageWidthMm']],
    [{ name: '门诊楼', facts: { payloadKg: '9' } }, ['facts.payloadKg']],
    [{ name: '门诊楼', facts: { constructor: '9' } }, ['facts.constructor']],
    [{ name: '门诊楼', liftLoadKg: '两吨' }, ['liftLoadKg']],
    [{ name: '门诊楼', facts: '900', liftInterface: 'magic' }, ['facts', 'liftInterface']],
  ])('%j is wrong at %j', (typed, wrong) => {
    const parsed = SiteProfile.safeParse(typed)
    expect(parsed.error?.issues.map(issue => issue.path.join('.'))).toEqual(wrong)
  })

  it('reads to itself once it is stored', () => {
    const site = siteProfile(
      { network: ['wifi'], temperatureC: '5~40', stairs: 'false' },
      { liftLoadKg: '1.6 t' },
    )
    expect(site.liftLoadKg).toBe(1600)
    expect(SiteProfile.parse(JSON.parse(JSON.stringify(site)))).toEqual(site)
  })
})

describe('what a profile says', () => {
  it('names what nobody has measured, and never as a no or a zero', () => {
    const prose = siteProse(siteProfile({ passageWidthMm: '900', stairs: 'false' }), 'zh')
    expect(prose.split('\n')).toEqual([
      '地点：外科楼地下一层至十四层',
      '最窄门净宽：900 mm',
      '须走楼梯：没有',
      '待确认：最陡坡度、最高门槛、自动门与门禁、须乘电梯、可用网络、现场人流',
    ])
  })

  it('keeps a measured none apart from what nobody knows', () => {
    const line = (site: SiteProfile) =>
      siteLines(site, 'zh').find(each => each.key === 'facts.thresholdMm')?.value
    expect(line(siteProfile({ thresholdMm: '0' }))).toBe('0 mm')
    expect(line(siteProfile({}))).toBeNull()
  })

  it('tells two versions apart line by line', () => {
    const before = siteProfile({ passageWidthMm: '900', slopeDeg: '4' })
    const after = siteProfile({ passageWidthMm: '850', thresholdMm: '15' })
    expect(
      siteDifferences(before, after, 'en').map(({ key, before, after }) => [key, before, after]),
    ).toEqual([
      ['facts.passageWidthMm', '900 mm', '850 mm'],
      ['facts.slopeDeg', '4°', null],
      ['facts.thresholdMm', null, '15 mm'],
    ])
    expect(siteDifferences(after, after, 'zh')).toEqual([])
  })
})

const someFact = (criterion: SiteFactId): fc.Arbitrary<unknown> => {
  const { kind, plausible, options = {} } = criterionOf(criterion)
  const [min, max] = plausible
  const number = fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  if (kind === 'boolean') return fc.boolean()
  if (siteFactOf(criterion).mayBeNone) return fc.integer({ min: 0, max: Math.floor(max) })
  if (kind === 'choice') return fc.constantFrom(...Object.keys(options))
  if (kind === 'set') return fc.subarray(Object.keys(options), { minLength: 1 })
  if (kind === 'range')
    return fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
  return number
}

const someSite = fc
  .record(Object.fromEntries(siteFactIds.map(each => [each, someFact(each)])), { requiredKeys: [] })
  .map(facts => siteProfile(facts))

const someDraft = fc
  .record({
    facts: fc.dictionary(fc.constantFrom(...siteFactIds), fc.constant(undefined)),
    others: fc.integer({ min: 0, max: 29 }),
    site: fc.option(fc.constant('作者自己写的现场条件，不许改动。'), { nil: undefined }),
  })
  .chain(({ facts, others, site }) =>
    fc
      .tuple(
        ...(Object.keys(facts) as SiteFactId[]).slice(0, 30 - others).map(criterion =>
          fc.option(someFact(criterion), { nil: undefined }).map(value =>
            // A scenario's need is never a no.
            ({ criterion, ...(value !== undefined && value !== false && value !== 0 && { value }) }),
          ),
        ),
      )
      .map(needs =>
        ScenarioDraft.parse({
          site,
          requirements: [...needs, ...Array.from({ length: others }, () => ({ note: '还没选指标' }))],
        }),
      ),
  )

describe('filling a draft from a profile', () => {
  it('changes nothing that was typed, adds each criterion once, and twice is once', () => {
    fc.assert(
      fc.property(someDraft, someSite, (draft, content) => {
        const once = withSite(draft, { id, version: 3, content })
        const twice = withSite(once.content, { id, version: 3, content })
        expect(once.content.requirements.slice(0, draft.requirements.length)).toEqual(draft.requirements)
        if (draft.site !== undefined) expect(once.content.site).toBe(draft.site)
        expect(once.content.requirements.length).toBe(draft.requirements.length + once.added)
        expect(once.content.requirements.length).toBeLessThanOrEqual(30)
        expect(twice).toEqual({ content: once.content, added: 0, left: once.left })
        expect(ScenarioDraft.safeParse(once.content).success).toBe(true)
      }),
    )
  })

  it('keeps the unknown unknown: no need and no line comes of a fact that is not there', () => {
    fc.assert(
      fc.property(someSite, content => {
        const stated = Object.keys(content.facts)
        expect(requirementsOf(content).every(each => stated.includes(each.criterion))).toBe(true)
        const lines = siteLines(content, 'zh').filter(each => each.key.startsWith('facts.'))
        expect(lines.filter(each => each.value !== null)).toHaveLength(stated.length)
      }),
    )
  })

  it('says where the author differs, and what the author left open', () => {
    const site = siteProfile({ passageWidthMm: '900', slopeDeg: '4', gapMm: '30' })
    const draft = ScenarioDraft.parse({
      requirements: [
        { criterion: 'passageWidthMm', value: '850' },
        { criterion: 'slopeDeg', value: '4' },
        { criterion: 'gapMm' },
      ],
    })
    expect(deviationsOf(draft.requirements, site)).toEqual([
      { criterion: 'passageWidthMm', typed: 850, site: 900 },
      { criterion: 'gapMm', typed: null, site: 30 },
    ])
    expect(deviationsOf(blank.requirements, site)).toEqual([])
  })
})
