import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { type Imported, importProducts, importScenarios } from '#domain/matching/import.ts'
import type { Match, MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import {
  byGroup,
  difference,
  type Estimate,
  estimate,
  type Judgement,
  type Measure,
  measures,
  metricsOf,
} from '#domain/matching/metrics.ts'
import { matchProducts, orderProducts } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import {
  groupsIn,
  independenceClasses,
  judgedBy,
  pairsIn,
  type Ranker,
  type Trial,
} from '#domain/matching/trial.ts'
import { builtInWeights, demandParts, supplyParts, type Weights } from '#domain/matching/weights.ts'
import { type World, worldOf } from '#domain/matching/world.ts'
import type { Bench, BenchFiles } from './house.ts'
import { baselines, newnessIn, sorted } from './match-baselines.ts'
import { engineRankers } from './match-engines.ts'
import { unknowns, violations } from './match-violations.ts'

type Print = Parameters<Bench>[0]

/**
 * How well the matcher finds what was really used, beside baselines in the same run, with intervals; what it suggests
 * against a known unmet must; and what each of its parts is worth. No times, nothing that depends on the machine.
 */
export async function matchQuality(print: Print, files: BenchFiles): Promise<boolean> {
  const { trial, newness } = trialIn(files)
  const world = worldOf(trial, ontologyConcepts)
  const matcher: Ranker = scenario => [orderProducts(world, scenario, trial.products)]
  const others = { ...baselines(trial, newness), ...(await engineRankers(trial)) }
  const ours = judgedBy(matcher, trial)
  const theirs = Object.entries(others).map(([name, ranker]) => ({ name, judged: judgedBy(ranker, trial) }))
  print(
    'match: real uses',
    `${trial.scenarios.length} scenarios, ${trial.products.length} products, ${metricsOf(ours.all).n} groups counted; means with bootstrap 95 % intervals; "newest" by the year of the source`,
  )
  for (const name of ['all', ...independenceClasses] as const) {
    const rivals = theirs.map(each => ({ name: each.name, judgements: each.judged[name] }))
    comparison({ name, ours: ours[name], rivals, print })
  }
  ablation(trial, print)
  return constraints({ trial, world, others, print })
}

interface Comparison {
  name: string
  ours: readonly Judgement[]
  rivals: readonly { name: string; judgements: readonly Judgement[] }[]
  print: Print
}

function comparison({ name, ours, rivals, print }: Comparison): void {
  print(
    `text independent: ${name}`,
    `${metricsOf(ours).n} groups   ${measures.map(each => each.padEnd(18)).join('')}`,
  )
  const line = (label: string, value: (measure: Measure) => string) =>
    print(`  ${label}`, `            ${measures.map(each => value(each).padEnd(18)).join('')}`.trimEnd())
  const all = [{ name: 'matcher', judgements: ours }, ...rivals]
  for (const each of all)
    line(each.name, measure => written(estimate([...byGroup(each.judgements, measure).values()])))
  const best = (measure: Measure) =>
    rivals.reduce((a, b) => (metricsOf(b.judgements)[measure] > metricsOf(a.judgements)[measure] ? b : a))
  line('matcher − the best of them', measure =>
    written(difference(byGroup(ours, measure), byGroup(best(measure).judgements, measure)), true),
  )
  line('  which is', measure => best(measure).name)
}

function written({ mean, low, high }: Estimate, signed = false): string {
  const figure = (value: number) =>
    `${value < 0 ? '−' : signed ? '+' : ''}${Math.abs(value).toFixed(3).replace(/^0/, '')}`
  return Number.isNaN(mean) ? '—' : `${figure(mean)} ${figure(low)}…${figure(high)}`
}

/** Each part without its weight, the rest made to sum to 1 again; and each step of the ranking left out. */
function ablation(trial: Trial, print: Print): void {
  const whole = judgedBy(
    scenario => [orderProducts(worldOf(trial, ontologyConcepts), scenario, trial.products)],
    trial,
  )
  print(
    'what each part is worth',
    'all groups without it: MRR, hit@1, hit@5, and how much the whole is better (MRR)',
  )
  for (const [name, ranker] of Object.entries(ablated(trial))) {
    const judged = judgedBy(ranker, trial)
    const { mrr, 'hit@1': first, 'hit@5': five } = metricsOf(judged.all)
    const lost = difference(byGroup(whole.all, 'mrr'), byGroup(judged.all, 'mrr'))
    print(
      `  ${name}`,
      `${[mrr, first, five].map(each => each.toFixed(3)).join('  ')}  ${written(lost, true)}`,
    )
  }
}

function ablated(trial: Trial): Record<string, Ranker> {
  const { products } = trial
  const under = (weights: Weights, concepts = ontologyConcepts): Ranker => {
    const world = worldOf(trial, concepts, weights)
    return scenario => [orderProducts(world, scenario, products)]
  }
  const demand = demandParts.map(part => [
    `demand: ${part}`,
    under({ ...builtInWeights, demand: { ...builtInWeights.demand, [part]: 0 } }),
  ])
  const supply = supplyParts.map(part => [
    `supply: ${part}`,
    under({ ...builtInWeights, supply: { ...builtInWeights.supply, [part]: 0 } }),
  ])
  const world = worldOf(trial, ontologyConcepts)
  const by = (worth: (match: Match, scenario: MatchScenario, product: MatchProduct) => number): Ranker => {
    return scenario => [
      sorted(products, product => worth(matchPair(world, scenario, product), scenario, product)),
    ]
  }
  return {
    ...Object.fromEntries([...demand, ...supply]),
    'the supply side': by(
      ({ demand: s, verdict, relevance }) => s - Number(verdict === 'F') * 2 - Number(relevance === 'F'),
    ),
    'the demand side': by(
      ({ supply: r, verdict, relevance }) => r - Number(verdict === 'F') * 2 - Number(relevance === 'F'),
    ),
    'the unknown discount': under({ ...builtInWeights, unknownDiscount: 0 }),
    'concepts in the text': under(builtInWeights, () => []),
    'other work goes last': by(({ score, verdict }) => score - Number(verdict === 'F') * 2),
    'unmet musts go': by(({ score, relevance }) => score - Number(relevance === 'F')),
  }
}

interface Suggesting {
  trial: Trial
  world: World
  others: Readonly<Record<string, Ranker>>
  print: Print
}

/** Known unmet musts among the first ten over all scenarios; the matcher's must be none. */
function constraints({ trial, world, others, print }: Suggesting): boolean {
  const { scenarios, products } = trial
  const byId = new Map(products.map(each => [each.id, each]))
  const first = (ids: readonly string[]) => ids.slice(0, 10).flatMap(id => byId.get(id) ?? [])
  const asking = scenarios.filter(({ requirements }) => requirements.some(each => each.necessity === 'must'))
  const count = (list: (scenario: MatchScenario) => readonly string[]) =>
    asking.reduce((sum, scenario) => sum + violations(scenario, first(list(scenario))), 0)
  const suggested = (scenario: MatchScenario) =>
    matchProducts(world, scenario, products, 10).main.map(each => each.productId)
  const ours = count(suggested)
  const theirs = Object.entries(others).map(
    ([name, ranker]) => `${name} ${count(scenario => ranker(scenario)[0] ?? [])}`,
  )
  print(
    'known unmet musts@10',
    `matcher ${ours} (must be 0) over ${asking.length} scenarios with musts; ${theirs.join(', ')}`,
  )
  const told = asking.map(scenario => unknowns(scenario, first(suggested(scenario))))
  const [unknown, asked] = [
    told.reduce((sum, each) => sum + each.unknown, 0),
    told.reduce((sum, each) => sum + each.asked, 0),
  ]
  print(
    'musts not disclosed@10',
    `${unknown} of ${asked} (${((100 * unknown) / Math.max(1, asked)).toFixed(0)} %), each flagged 待确认`,
  )
  return ours === 0
}

function trialIn({ scenarios, products, pairs }: BenchFiles): { trial: Trial; newness: Map<string, number> } {
  const scenarioJson = jsonIn(scenarios ?? real('scenarios'))
  const productJson = jsonIn(products ?? real('products'))
  const trial = {
    scenarios: itemsOf(importScenarios(scenarioJson)),
    products: itemsOf(importProducts(productJson)),
    pairs: usesIn(jsonIn(pairs ?? real('deployments'))),
    groups: groupsIn(scenarioJson),
  }
  return { trial, newness: newnessIn(productJson) }
}

const real = (name: string) => new URL(`../../db/seed/data/${name}.json`, import.meta.url)

function jsonIn(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function itemsOf<T>(imported: Imported<T>): T[] {
  if (imported.ok) return imported.items
  throw new Error(
    imported.errors
      .slice(0, 5)
      .map(({ path, message }) => `${path}: ${message}`)
      .join('\n'),
  )
}

function usesIn(json: unknown): Trial['pairs'] {
  const pairs = pairsIn(json)
  if (pairs.success) return pairs.data
  throw new Error(z.prettifyError(pairs.error))
}
