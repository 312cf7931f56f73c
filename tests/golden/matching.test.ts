import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import type { MatchScenario } from '#domain/matching/match.ts'
import { measures, metricsOf } from '#domain/matching/metrics.ts'
import { matchProducts, orderProducts } from '#domain/matching/rank.ts'
import { groupsIn, judgedBy, pairsIn } from '#domain/matching/trial.ts'
import { worldOf } from '#domain/matching/world.ts'
import { tasksIn } from '#domain/ontology/recognise.ts'
import { baselines, bigrams } from '../../scripts/bench/match-baselines.ts'
import { violations } from '../../scripts/bench/match-violations.ts'

/** Invented texts and an invented market: floors that a change of words or weights must not fall through. */
const golden = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

describe('recognising the task in a text', () => {
  const texts: { headline: string; body: string; task: string }[] = golden('./matching-tasks.json')

  test('names the task first in at least nine of ten texts, and among the four in nearly all', () => {
    const found = texts.map(text => ({
      want: text.task,
      got: tasksIn(text).map(each => each.task as string),
    }))
    const first = found.filter(({ want, got }) => got[0] === want)
    const missed = found.filter(({ want, got }) => !got.includes(want))
    expect(first.length / texts.length).toBeGreaterThanOrEqual(0.9)
    expect(missed.length).toBeLessThanOrEqual(1)
  })

  test.each(['', ' ', '机器人', '场景', '\u{1F916}', 'robot', '<script>', 'constructor __proto__'])(
    '%j names no task',
    text => {
      expect(tasksIn({ headline: text, body: text })).toEqual([])
    },
  )
})

interface InventedCall {
  id: string
  want: string | string[]
  never?: string[]
}

/** The calls ranked by the matcher and by what it has to beat, and what it may never suggest. */
function tried(file: string) {
  const market: { scenarios: InventedCall[] } = golden(file)
  const scenarios = importScenarios(market)
  const products = importProducts(market)
  if (!scenarios.ok || !products.ok) throw new Error(`${file} does not import`)
  const world = worldOf({ scenarios: scenarios.items, products: products.items }, ontologyConcepts)
  const calls = new Map(market.scenarios.map(each => [each.id, each]))
  const judged = (rank: (scenario: MatchScenario) => readonly string[]) =>
    metricsOf(
      scenarios.items.map(scenario => ({
        group: scenario.id,
        ranking: rank(scenario),
        used: new Set([calls.get(scenario.id)?.want ?? []].flat()),
      })),
    )
  const trespasses = scenarios.items.flatMap(scenario => {
    const { main } = matchProducts(world, scenario, products.items)
    return main.filter(each => calls.get(scenario.id)?.never?.includes(each.productId))
  })
  return {
    matcher: judged(scenario => orderProducts(world, scenario, products.items)),
    bigrams: judged(
      scenario => bigrams({ scenarios: scenarios.items, products: products.items })(scenario)[0] ?? [],
    ),
    trespasses,
    forbidden: market.scenarios.flatMap(each => each.never ?? []).length,
  }
}

/**
 * Hard ones: paraphrases that share no word with the product, mixed languages, model codes, facts left out, and beside
 * the right robot one of its kind that is too weak. `care` and `works` were written before the words were widened, and
 * the words were then widened until they did well, so they only guard against falling back. `held-out` was written
 * afterwards and first met at MRR 0.83 (hit@1 0.77); what it then taught was of general kind (a word is read by the
 * domain it stands in), with some words besides.
 */
describe.each([
  ['./matching-market.json', { 'hit@1': 0.9, 'hit@5': 1 }],
  ['./matching-hard-care.json', { 'hit@1': 0.92, 'hit@5': 1 }],
  ['./matching-hard-works.json', { 'hit@1': 0.9, 'hit@5': 1 }],
  ['./matching-hard-held-out.json', { 'hit@1': 0.88, 'hit@5': 0.97 }],
] as const)('ranking the invented market %s', (file, floor) => {
  const { matcher, bigrams, trespasses, forbidden } = tried(file)

  test('the robot made for the work stands first nearly always, among the first five always or nearly so', () => {
    expect(matcher['hit@1']).toBeGreaterThanOrEqual(floor['hit@1'])
    expect(matcher['hit@5']).toBeGreaterThanOrEqual(floor['hit@5'])
  })

  test('and earlier than by likeness of the texts', () => {
    expect(matcher.mrr).toBeGreaterThan(bigrams.mrr)
  })

  test('one of the right kind that is known to be too weak is not suggested', () => {
    expect(trespasses).toEqual([])
    if (file.includes('hard')) expect(forbidden).toBeGreaterThan(0)
  })
})

describe('the real deployments of db/seed/data', () => {
  const read = (name: string) => golden(`../../db/seed/data/${name}.json`)
  const scenarios = importScenarios(read('scenarios'))
  const products = importProducts(read('products'))
  const pairs = pairsIn(read('deployments'))
  if (!scenarios.ok || !products.ok || !pairs.success) throw new Error('the real files do not import')
  const trial = {
    scenarios: scenarios.items,
    products: products.items,
    pairs: pairs.data,
    groups: groupsIn(read('scenarios')),
  }
  const world = worldOf(trial, ontologyConcepts)
  const ours = judgedBy(scenario => [orderProducts(world, scenario, trial.products)], trial)
  const others = Object.values(baselines(trial, new Map())).map(ranker => judgedBy(ranker, trial))

  test.each(['all', 'no', 'partly', 'yes'] as const)('class %s: no baseline is better', name => {
    const matcher = metricsOf(ours[name])
    expect(matcher.n).toBeGreaterThan(7)
    for (const each of others) {
      const baseline = metricsOf(each[name])
      for (const measure of measures) expect(matcher[measure]).toBeGreaterThanOrEqual(baseline[measure])
      expect(matcher.mrr).toBeGreaterThan(baseline.mrr)
    }
  })

  test('the means do not fall', () => {
    expect(metricsOf(ours.all).mrr).toBeGreaterThanOrEqual(0.86)
    expect(metricsOf(ours.all)['hit@5']).toBeGreaterThanOrEqual(0.95)
  })

  test('nothing suggested is known to fail a must, by a count of its own', () => {
    const byId = new Map(trial.products.map(each => [each.id, each]))
    const asking = trial.scenarios.filter(each => each.requirements.some(one => one.necessity === 'must'))
    expect(asking.length).toBeGreaterThan(20)
    for (const scenario of asking) {
      const shown = matchProducts(world, scenario, trial.products).main.flatMap(
        each => byId.get(each.productId) ?? [],
      )
      expect(violations(scenario, shown)).toBe(0)
    }
    const [weak] = trial.products
    const heavy = { criterion: 'payloadKg', necessity: 'must', value: 1e5 } as const
    expect(
      weak && violations({ ...trial.scenarios[0], requirements: [heavy] } as MatchScenario, [weak]),
    ).toBe(1)
  })
})
