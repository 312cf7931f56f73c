import { describe, expect, it } from 'vitest'
import { openCalls } from '#domain/matching/calls.ts'
import { heatOf } from '#domain/matching/heat.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { costsOf, nearGaps, standsOf, tallyOf } from '#domain/matching/standing.ts'
import type { Stated } from '#domain/matching/stated.ts'
import { stepsOf } from '#domain/matching/steps.ts'
import { verdictChange } from '#domain/matching/verdict-change.ts'
import { builtInWeights as weights } from '#domain/matching/weights.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { leastFirms, marketCells } from '#domain/standing/market-cell.ts'
import { whatIf } from '#domain/standing/what-if.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { card, product, scenario, withSpecs, world } from '#tests/support/matching.ts'
import { speakMatches } from '#ui/match/speak.ts'
import { speakStanding } from '#ui/standing/speak.ts'

/** Everything that is said of a market, in one language; names and places are the market's own. */
const tongues = [
  ['zh', createT(zh, 'zh')],
  ['en', createT(en, 'en')],
] as const

const must = (criterion: Requirement['criterion'], value: Requirement['value']): Requirement => ({
  ...{ criterion, necessity: 'must', value },
})
/** Twelve requirements of every kind. */
const twelve: MatchScenario = {
  ...scenario,
  region: 'Beijing',
  requirements: [
    must('payloadKg', 100),
    must('elevator', true),
    must('ipCode', 'IP54'),
    must('temperatureC', { min: -10, max: 40 }),
    must('languages', ['mandarin', 'english']),
    must('passageWidthMm', 850),
    must('runtimeHours', 8),
    must('medicalDeviceClass', 'II'),
    must('deliveryWeeks', 8),
    { criterion: 'noiseDbA', necessity: 'should', value: 55 },
    { criterion: 'maxSpeedMps', necessity: 'should', value: 1 },
    { criterion: 'localisation', necessity: 'should', value: ['lidar'] },
  ],
}
const silent: MatchProduct = {
  ...product,
  id: 'silent',
  specs: {},
  priceFromFen: null,
  priceToFen: null,
  regions: null,
  home: null,
  maturity: null,
}
const weak = withSpecs(
  {
    payloadKg: {
      value: 50,
      grade: 'B',
      source: 'https://example.org/report',
      sourceDay: dayOf(new Date('2026-01-02T04:00:00Z')),
    },
  },
  { id: 'weak' },
)
const unable = withSpecs({ elevator: { value: false, grade: 'C' } }, { id: 'unable' })
const products = [product, silent, weak, unable]

const party = (id: string) => ({
  ...{ id, title: id, organization: 'Firm', source: 'platform' as const, sourceUrl: null, domain: null },
  ...{ maturity: null, trl: null, bidDeadline: null, budgetFen: null },
})

function page(t: (typeof tongues)[number][1], asked: MatchScenario, list: readonly MatchProduct[]) {
  const found = matchProducts(world, asked, list, list.length)
  const candidate = (match: (typeof found.main)[number]) => {
    const one = list.find(each => each.id === match.productId) ?? product
    const { source, sourceDay } = one.specs.payloadKg ?? {}
    const change = verdictChange({ world, scenario: asked, product: one, match })
    return {
      ...{ party: party(match.productId), match, placed: 'newListing' as const },
      outlook: { change, proofs: source && sourceDay ? { payloadKg: { source, sourceDay } } : {} },
    }
  }
  const counts = {
    computed: list.length,
    main: found.main.length,
    near: found.near.length,
    others: 0,
    ruledOut: 0,
  }
  const near = found.near.map(match => {
    const { party, outlook } = candidate(match)
    return { party, match, remedy: outlook.change.remedy }
  })
  return speakMatches(t, {
    main: found.main.map(candidate),
    near,
    others: [],
    counts,
    unanswered: 0,
    all: true,
    open: 'all',
    ...{ weights, basisVersion: 1 },
  })
}

/** What has not become words: a key, or a place that nothing filled. */
const unsaid = /\b(match|standing|common)\.[a-z]|\{\w+\}/
/** As it is read: without the names by which a list knows its lines. */
const read = (said: object) => JSON.stringify(said, (key, value) => (key === 'key' ? undefined : value))
const inChinese = /[一-鿿]/

describe.each(tongues)('what the match page says, %s', (locale, t) => {
  it.each([
    ['one of each kind', twelve, products],
    ['nobody', twelve, []],
    ['nothing asked', { ...scenario, requirements: [], region: null }, products],
    [
      'everything unknown',
      { ...scenario, domain: null, tasks: [], budgetFen: null, region: null, acceptsUnfinalised: null },
      [silent],
    ],
  ] as const)('is all in words: %s', (_, asked, list) => {
    const text = read(page(t, asked, list))
    expect(text).not.toMatch(unsaid)
    // The one thing that stays is the words that both texts share.
    const own = text.replaceAll(/Both texts name [^"]*/g, '')
    if (locale === 'en') expect(own).not.toMatch(inChinese)
  })

  it('each reason, each minus and each change of one fact names its two fields', () => {
    for (const { pros, cons, opened } of page(t, twelve, products).main) {
      const change = opened?.change ?? []
      for (const each of [...pros, ...cons]) expect(each.fields).toMatch(/ ↔ /)
      expect(change.length).toBeGreaterThan(0)
      for (const each of change)
        if (each.kind === 'lifts' || each.kind === 'tight') expect(each.fields).toMatch(/ ↔ /)
    }
  })

  it('every candidate’s score can be worked out again from its own lines', () => {
    for (const { opened, score, demand, supply } of page(t, twelve, products).main) {
      expect(opened).not.toBeNull()
      if (!opened) continue
      const { worked } = opened
      const sum = (lines: typeof worked.demandLines) =>
        lines.reduce((total, each) => total + each.weight * each.g, 0)
      const s = sum(worked.demandLines) * worked.factor
      const r = sum(worked.supplyLines)
      expect(Math.abs(s * 100 - demand)).toBeLessThanOrEqual(0.51)
      expect(Math.abs(r * 100 - supply)).toBeLessThanOrEqual(0.51)
      expect(Math.abs((200 * s * r) / (s + r) - score)).toBeLessThanOrEqual(0.51)
    }
  })

  it('and by hand, from the digits that are shown', () => {
    const shown = (value: number, decimals: number) => Number(t.number(value, decimals))
    for (const { opened, score } of page(t, twelve, products).main) {
      expect(opened).not.toBeNull()
      if (!opened) continue
      const { demandLines, factor, ...exact } = opened.worked
      const sum = demandLines.reduce((total, { weight, g }) => total + shown(weight, 4) * shown(g, 3), 0)
      const [demand, supply] = [shown(exact.demand, 2), shown(exact.supply, 2)]
      expect(Math.abs(sum * shown(factor, 4) * 100 - demand)).toBeLessThan(0.15)
      expect(Math.abs((2 * demand * supply) / (demand + supply) - exact.score)).toBeLessThan(0.02)
      expect(Math.round(exact.score)).toBe(score)
    }
  })

  it('shows the musts at first, counts the wishes, and shows them where it is opened', () => {
    const asked = twelve.requirements.filter(each => each.necessity === 'should').length
    for (const { rows, wishes, opened } of page(t, twelve, products).main) {
      expect(rows).toHaveLength(twelve.requirements.length - asked)
      expect(wishes?.match(/\d+/g)?.map(Number)[0]).toBe(asked)
      expect(opened?.wishes).toHaveLength(asked)
    }
    const wished = twelve.requirements.map(each => ({ ...each, necessity: 'should' as const }))
    const [first] = page(t, { ...twelve, requirements: wished }, products).main
    expect(first).toMatchObject({ wishes: null, opened: { wishes: [] } })
    expect(first?.rows).toHaveLength(wished.length)
  })
})

describe.each(tongues)('what the standing page says, %s', (locale, t) => {
  const scenarios = [twelve, { ...twelve, id: 's2', requirements: [must('payloadKg', 80)] }]
  const line = (id: string) => ({ id, title: id, organization: 'Hospital', bidDeadline: null })
  const firms = Array.from({ length: leastFirms }, (_, at) => `f${at}`)
  const stated = new Map<CriterionId, Stated[]>([
    ['payloadKg', firms.map((firm, at) => ({ firm, value: 80 + at }))],
    ['elevator', firms.map(firm => ({ firm, value: true }))],
  ])
  const open = openCalls()
  for (const each of scenarios) open.put(each, card)

  it.each([
    ['weak', weak],
    ['silent', silent],
  ] as const)('is all in words: %s', (_, one) => {
    const stands = standsOf(one, scenarios)
    const answer = whatIf(
      { product: one, supposed: { specs: { payloadKg: 120 } }, stands },
      changed => open.scan(world, changed, { main: 2 }).main,
    )
    const view = {
      product: {
        id: one.id,
        number: null,
        title: 'Robot',
        organization: 'Firm',
        version: 1,
        isDraft: false,
        isOwn: true,
      },
      ...{ seen: one, computed: stands.length, tally: tallyOf(stands), undisclosed: 0, alsoCostly: 0 },
      near: nearGaps(one, stands).map(gap => ({ ...gap, scenario: line(gap.scenarioId) })),
      costly: costsOf(stands).map(cost => ({
        ...cost,
        ...{ kept: [], joint: [], open: [], steps: stepsOf(one, { stands, criterion: cost.criterion }) },
      })),
      heat: heatOf(scenarios),
      cells: marketCells(stated, { own: 'own', readers: [] }),
      exposure: { shown: 3, meanPosition: 2.5, days: 30 },
      answer: { ...answer, names: new Map(scenarios.map(each => [each.id, line(each.id)])) },
    }
    const said = speakStanding(t, view, { typed: {}, errors: null, all: true })
    const text = read(said)
    expect(text).not.toMatch(unsaid)
    if (locale === 'en') expect(text).not.toMatch(inChinese)
    expect(said.market.find(each => each.key === 'payloadKg')?.peers).toMatch(/80/)
    expect(said.costly.length).toBeGreaterThan(0)
  })
})
