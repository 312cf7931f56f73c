import './production.ts'
import type { IndexName, SearchDocument } from '#search/engine.ts'
import { ofEntry, ofProduct, ofScenario } from '#search/documents.ts'
import { staleDocuments } from '#search/postgres.ts'
import type { Tx } from '../db/client.ts'
import { databaseNow } from '../db/queries/clock.ts'
import { entryPage, productPage, scenarioPage } from '../db/queries/search-source.ts'
import { runCommand, say, step } from './console.ts'
import { openPlatform, type Platform } from './platform.ts'

const pageSize = 100
const reportEvery = 1000

/** The next documents of an index after this id, with their rows locked until they are written. */
type Source = (tx: Tx, page: { after: string; limit: number }) => Promise<SearchDocument[]>

const sources: Record<IndexName, Source> = {
  scenarios: async (tx, page) => (await scenarioPage(tx, page)).map(ofScenario),
  products: async (tx, page) => (await productPage(tx, page)).map(ofProduct),
  catalog: async (tx, page) => (await entryPage(tx, page)).map(ofEntry),
}

/** `npm run reindex`: the whole search index anew from the rows, while the platform goes on working. */
await runCommand(async () => {
  const platform = await openPlatform()
  try {
    await platform.search.prepare()
    for (const index of ['scenarios', 'products', 'catalog'] as const) {
      await step(`search index ${index}`, () => reindex(platform, index), summary)
    }
  } finally {
    await platform.close()
  }
})

interface Reindexed {
  written: number
  removed: number
}

async function reindex({ db, search }: Platform, index: IndexName): Promise<Reindexed> {
  const began = await databaseNow(db)
  let written = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: SearchDocument[] = await db.transaction(async tx => {
      const documents = await sources[index](tx, { after: after ?? '', limit: pageSize })
      await search.put(tx, documents)
      return documents
    })
    written += page.length
    if (written > 0 && written % reportEvery === 0) say(`  ${index} … ${written}`)
    after = page.length < pageSize ? undefined : page.at(-1)?.id
  }
  const removed = await db.transaction(async tx => {
    const stale = await staleDocuments(tx, index, began)
    await search.remove(tx, index, stale)
    return stale.length
  })
  return { written, removed }
}

function summary({ written, removed }: Reindexed): string {
  return removed === 0 ? `${written} documents` : `${written} documents, ${removed} removed`
}
