import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { type Imported, ImportFile, importProducts, importScenarios } from '#domain/matching/import.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type Judgement, type Metrics, metricsOf } from '#domain/matching/metrics.ts'
import { matchProducts, orderProducts } from '#domain/matching/rank.ts'
import { corpusOf } from '#domain/matching/text.ts'
import { type World, worldOf } from '#domain/matching/world.ts'

const usage = `npm run match -- --scenarios F --products F [--pairs F] [--limit 10]
npm run match -- --schema

Ranks products for each scenario by the matcher the site uses; needs no database.
Prints one JSON line a scenario {scenarioId, hits:[{productId, score, reasons}]}, with --pairs a last line {summary}.`

/** Which product was used where; extra keys are ignored. */
const Pairs = z.array(
  z.object({
    scenario_id: z.string(),
    product_id: z.string().nullish(),
    match_level: z.string().nullish(),
    benchmark_ok: z.boolean().nullish(),
    product_text_independent: z.string().nullish(),
  }),
)
type Pair = z.infer<typeof Pairs>[number]

/** dup_group of the scenarios: near-identical calls that together count once. */
const Groups = z.array(z.object({ id: z.string(), dup_group: z.string().nullish() }))

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
  const pairs = values.pairs ? pairsIn(values.pairs) : null
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

interface Task {
  scenarios: readonly MatchScenario[]
  products: readonly MatchProduct[]
  pairs: readonly Pair[]
  groups: ReadonlyMap<string, string>
}

const classes = ['no', 'partly', 'yes']

function summary(world: World, task: Task) {
  const plainText = corpusOf(
    [...task.scenarios, ...task.products].map(each => each.text),
    () => [],
  )
  const rankers: Record<string, Ranker> = {
    matcher: scenario => orderProducts(world, scenario, task.products),
    bigrams: scenario => sorted(task.products, product => plainText.likeness(scenario.text, product.text)),
    random: scenario => sorted(task.products, product => noise(`${scenario.id}/${product.id}`)),
  }
  const { matcher, ...baselines } = Object.fromEntries(
    Object.entries(rankers).map(([name, ranker]) => [name, measure(task, ranker)]),
  )
  return { ...matcher, baselines }
}

type Ranker = (scenario: MatchScenario) => string[]

function measure(task: Task, ranker: Ranker): Metrics & { byTextIndependence: Record<string, Metrics> } {
  const ids = new Set(task.products.map(product => product.id))
  const countable = task.pairs.filter(
    pair =>
      pair.benchmark_ok !== false &&
      pair.match_level !== 'vendor' &&
      pair.product_id &&
      ids.has(pair.product_id),
  )
  const rankings = new Map(task.scenarios.map(scenario => [scenario.id, ranker(scenario)]))
  const metrics = (pairs: readonly Pair[]) => metricsOf(judgements(pairs, { rankings, groups: task.groups }))
  const byClass = classes.map(name => [
    name,
    metrics(countable.filter(pair => pair.product_text_independent === name)),
  ])
  return { ...metrics(countable), byTextIndependence: Object.fromEntries(byClass) }
}

function judgements(
  pairs: readonly Pair[],
  { rankings, groups }: { rankings: ReadonlyMap<string, string[]>; groups: ReadonlyMap<string, string> },
): Judgement[] {
  return [...new Set(pairs.map(pair => pair.scenario_id))].flatMap(id => {
    const ranking = rankings.get(id)
    const used = new Set(pairs.filter(pair => pair.scenario_id === id).flatMap(pair => pair.product_id ?? []))
    return ranking ? [{ group: groups.get(id) ?? id, ranking, used }] : []
  })
}

function sorted(products: readonly MatchProduct[], worth: (product: MatchProduct) => number): string[] {
  return products
    .map(product => ({ id: product.id, worth: worth(product) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** The same shuffle every run (FNV-1a), so that the baseline is a number and not a mood. */
function noise(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
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
    return JSON.parse(readFileSync(file, 'utf8'))
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

function pairsIn(file: string): Pair[] {
  const pairs = Pairs.safeParse(jsonIn(file))
  return pairs.success
    ? pairs.data
    : fail(`${file} does not fit the format (see --schema):\n${z.prettifyError(pairs.error)}`)
}

function groupsIn(json: unknown): Map<string, string> {
  const groups = Groups.safeParse(json)
  return new Map(
    (groups.success ? groups.data : []).flatMap(each => (each.dup_group ? [[each.id, each.dup_group]] : [])),
  )
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
