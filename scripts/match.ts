import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { type Imported, ImportFile, importProducts, importScenarios } from '#domain/matching/import.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { metricsOf } from '#domain/matching/metrics.ts'
import { matchProducts, orderProducts } from '#domain/matching/rank.ts'
import { groupsIn, judgedBy, Pairs, pairsIn, type Ranker, type Trial } from '#domain/matching/trial.ts'
import { type World, worldOf } from '#domain/matching/world.ts'
import { baselines, bigrams } from './bench/match-baselines.ts'

const usage = `npm run match -- --scenarios F --products F [--pairs F] [--limit 10]
npm run match -- --schema

Ranks products for each scenario by the matcher the site uses; needs no database.
Prints one JSON line a scenario {scenarioId, hits:[{productId, score, reasons}]}, with --pairs a last line {summary}.`

function main(): void {
  const { values } = options()
  if (values.help) print(usage)
  else if (values.schema) print(JSON.stringify(schemas(), null, 2))
  else rank(values)
}

function rank(values: ReturnType<typeof options>['values']): void {
  if (!values.scenarios || !values.products) fail(`--scenarios and --products are needed.\n\n${usage}`)
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    fail(`--limit must be a whole number from 1 to 10000, not "${values.limit}".`)
  const scenarioJson = jsonIn(values.scenarios)
  const scenarios = itemsOf(importScenarios(scenarioJson), values.scenarios)
  const products = itemsOf(importProducts(jsonIn(values.products)), values.products)
  const pairs = values.pairs ? usesIn(values.pairs) : null
  const world = worldOf({ scenarios, products }, ontologyConcepts)
  for (const scenario of scenarios) print(JSON.stringify(lineOf(world, scenario, { products, limit })))
  if (pairs)
    print(
      JSON.stringify({
        summary: summary(world, { scenarios, products, pairs, groups: groupsIn(scenarioJson) }),
      }),
    )
}

function options() {
  const string = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      options: {
        scenarios: string,
        products: string,
        pairs: string,
        limit: { ...string, default: '10' },
        schema: flag,
        help: { ...flag, short: 'h' },
      },
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function lineOf(
  world: World,
  scenario: MatchScenario,
  { products, limit }: { products: readonly MatchProduct[]; limit: number },
) {
  const { main: fitting, rest, near } = matchProducts(world, scenario, products, limit)
  const shown = (each: (typeof fitting)[number]) => ({
    productId: each.productId,
    score: round(each.score),
    reasons: each.reasons,
    risks: each.risks,
  })
  return {
    scenarioId: scenario.id,
    hits: [...fitting, ...rest].slice(0, limit).map(shown),
    nearMisses: near.map(each => ({ ...shown(each), gap: each.gap })),
  }
}

function summary(world: World, trial: Trial) {
  const { random } = baselines(trial, new Map())
  const rankers: Record<string, Ranker> = {
    matcher: scenario => [orderProducts(world, scenario, trial.products)],
    bigrams: bigrams(trial),
    ...(random && { random }),
  }
  const { matcher, ...others } = Object.fromEntries(
    Object.entries(rankers).map(([name, ranker]) => [name, measured(ranker, trial)]),
  )
  return { ...matcher, baselines: others }
}

function measured(ranker: Ranker, trial: Trial) {
  const { all, ...classes } = judgedBy(ranker, trial)
  const byTextIndependence = Object.entries(classes).map(([name, judgements]) => [
    name,
    metricsOf(judgements),
  ])
  return { ...metricsOf(all), byTextIndependence: Object.fromEntries(byTextIndependence) }
}

function schemas() {
  const draft = { io: 'input', unrepresentable: 'any' } as const
  return {
    scenarios: z.toJSONSchema(ImportFile.scenarios, draft),
    products: z.toJSONSchema(ImportFile.products, draft),
    pairs: z.toJSONSchema(Pairs, draft),
  }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    return fail(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function itemsOf<T>(imported: Imported<T>, file: string): T[] {
  if (imported.ok) return imported.items
  const shown = imported.errors.slice(0, 20).map(({ path, message }) => `  ${path}: ${message}`)
  const more = imported.errors.length > 20 ? [`  and ${imported.errors.length - 20} more`] : []
  return fail([`${file} does not fit the format (see --schema):`, ...shown, ...more].join('\n'))
}

function usesIn(file: string): Trial['pairs'] {
  const pairs = pairsIn(jsonIn(file))
  return pairs.success
    ? pairs.data
    : fail(`${file} does not fit the format (see --schema):\n${z.prettifyError(pairs.error)}`)
}

function round(score: number): number {
  return Math.round(score * 1e6) / 1e6
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

// A reader that closes the pipe early, such as `| head`, has seen what it wanted.
process.stdout.on('error', () => process.exit(0))
main()
