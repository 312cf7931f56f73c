import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import type { Ranker, Trial } from '#domain/matching/trial.ts'
import { robotCategories, tasks } from '#domain/ontology/tasks.ts'
import { domains } from '#domain/vocabulary.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import { meilisearchEngine } from '#search/meilisearch.ts'
import { postgresEngine } from '#search/postgres.ts'
import { stopWords, tokenize } from '#search/tokens.ts'
import { type Connection, connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'

/** As many words as both engines take. */
const mostWords = 10

/**
 * The raw order of the site's own search for each scenario: its text as a sentence, cut to the rarest words that some
 * product has. What the engine does not find comes last.
 */
export async function engineRankers(trial: Trial): Promise<Record<string, Ranker>> {
  const dataDir = join(tmpdir(), `robot-plus-bench-match-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  const connection = connect(embedded.url)
  try {
    await migrate(embedded.url)
    const postgres = postgresEngine(connection.db)
    await postgres.prepare()
    await connection.db.transaction(tx => postgres.put(tx, trial.products.map(documentOf)))
    return {
      'our search': rankerOf(await rankings(postgres, trial), trial),
      ...(await meilisearchRanker(connection, trial)),
    }
  } finally {
    await connection.close()
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function meilisearchRanker({ db }: Connection, trial: Trial): Promise<Record<string, Ranker>> {
  const url = process.env.MEILI_URL
  if (!url) return {}
  const options = { db, url, key: process.env.MEILI_KEY, prefix: `bench_${randomUUID().slice(0, 8)}_` }
  await meilisearchEngine(options).rebuild?.('products', () => {})
  // One that has never seen the server behind.
  const engine = meilisearchEngine(options)
  await engine.prepare()
  return { Meilisearch: rankerOf(await rankings(engine, trial), trial) }
}

async function rankings(
  engine: SearchEngine,
  { scenarios, products }: Trial,
): Promise<Map<string, string[]>> {
  const rarity = rarityIn(products)
  const found = new Map<string, string[]>()
  for (const scenario of scenarios) {
    const q = rarest(scenario, rarity)
    const { hits } = await engine.search({
      ...{ index: 'products', scope: ['public'], match: 'most' },
      q,
      limit: products.length,
    })
    found.set(scenario.id, q === '' ? [] : hits.map(({ id }) => id))
  }
  return found
}

function rankerOf(found: ReadonlyMap<string, readonly string[]>, { products }: Trial): Ranker {
  const all = products.map(({ id }) => id).sort()
  return ({ id }) => {
    const first = found.get(id) ?? []
    return [[...first, ...all.filter(each => !first.includes(each))]]
  }
}

function wordsIn(text: string): Set<string> {
  return new Set(tokenize(text).flatMap(({ text: word }) => (stopWords.has(word) ? [] : [word])))
}

/** ln of one over the share of products that have the word. */
function rarityIn(products: readonly MatchProduct[]): Map<string, number> {
  const spread = new Map<string, number>()
  for (const { text } of products)
    for (const word of wordsIn(text)) spread.set(word, (spread.get(word) ?? 0) + 1)
  return new Map([...spread].map(([word, count]) => [word, Math.log(products.length / count)]))
}

function rarest({ text }: MatchScenario, rarity: ReadonlyMap<string, number>): string {
  return [...wordsIn(text)]
    .filter(word => rarity.has(word))
    .sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0))
    .slice(0, mostWords)
    .join(' ')
}

/** As a published product is found: its kind, tasks and domains are labels that people search by. */
function documentOf(product: MatchProduct): SearchDocument {
  const labels = [
    ...(product.category ? [robotCategories[product.category].label] : []),
    ...product.tasks.map(({ task }) => tasks[task].label),
    ...product.domains.map(domain => domains[domain]),
  ]
  return {
    ...{ id: product.id, index: 'products', rev: 1, org: '', body: '' },
    title: product.name,
    keywords: labels.flatMap(({ zh, en }) => [zh, en]),
    summary: product.text,
    facets: { domain: product.domains },
    specs: {},
    standing: 0,
    updatedAt: new Date(0),
    visibility: ['public'],
  }
}
