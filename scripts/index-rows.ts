import { ofEntry, ofProduct, ofScenario } from '#search/documents.ts'
import type { IndexName, SearchDocument, SearchEngine } from '#search/engine.ts'
import { staleDocuments } from '#search/postgres-store.ts'
import type { Db, Tx } from '../db/client.ts'
import { databaseNow } from '../db/queries/clock.ts'
import { entryPage, productPage, scenarioPage } from '../db/queries/search-source.ts'

const pageSize = 100

/** The next documents of an index after this id, with their rows locked until they are written. */
type Source = (tx: Tx, page: { after: string; limit: number }) => Promise<SearchDocument[]>

const sources: Record<IndexName, Source> = {
  scenarios: async (tx, page) => (await scenarioPage(tx, page)).map(ofScenario),
  products: async (tx, page) => (await productPage(tx, page)).map(ofProduct),
  catalog: async (tx, page) => (await entryPage(tx, page)).map(ofEntry),
}

interface House {
  db: Db
  search: SearchEngine
  /** Told after each page how many documents are written by now. */
  onPage?: (written: number) => void
}

/** One index anew from the rows: what is public is written, what no row stands for is removed. */
export async function indexRows(
  { db, search, onPage }: House,
  index: IndexName,
): Promise<{ written: number; removed: number }> {
  const began = await databaseNow(db)
  let written = 0
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    const page = await db.transaction(async tx => {
      const documents = await sources[index](tx, { after: from, limit: pageSize })
      await search.put(tx, documents)
      return documents
    })
    written += page.length
    onPage?.(written)
    after = page.length < pageSize ? undefined : page.at(-1)?.id
  }
  const removed = await db.transaction(async tx => {
    const stale = await staleDocuments(tx, index, began)
    await search.remove(tx, index, stale)
    return stale.length
  })
  return { written, removed }
}
