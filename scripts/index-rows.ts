import { hasFirmPage } from '#domain/organizations/firm-page.ts'
import { ofEntry, ofFirm, ofSolution } from '#search/documents.ts'
import type { IndexName, SearchDocument, SearchEngine } from '#search/engine.ts'
import { staleDocuments } from '#search/postgres-store.ts'
import { productDocuments, scenarioDocuments } from '#services/search/documents.ts'
import type { Db, Tx } from '../db/client.ts'
import { databaseNow } from '../db/queries/clock.ts'
import { entryPage, firmPage, productPage, scenarioPage, solutionPage } from '../db/queries/search-source.ts'

const pageSize = 100

/** The next documents of an index after this id, with their rows locked until they are written. */
type Source = (tx: Tx, page: { after: string; limit: number }) => Promise<Page>

interface Page {
  documents: SearchDocument[]
  /** The id after which the next page begins; absent on the last one. */
  next?: string
}

/** A page of rows that are all in the index. */
function every<R>(
  read: (tx: Tx, page: { after: string; limit: number }) => Promise<R[]>,
  of: (tx: Tx, rows: readonly R[]) => SearchDocument[] | Promise<SearchDocument[]>,
): Source {
  return async (tx, page) => {
    const documents = await of(tx, await read(tx, page))
    return { documents, next: documents.length < page.limit ? undefined : documents.at(-1)?.id }
  }
}

const sources: Record<IndexName, Source> = {
  scenarios: every(scenarioPage, scenarioDocuments),
  products: every(productPage, productDocuments),
  solutions: every(solutionPage, (_, rows) => rows.map(ofSolution)),
  catalog: every(entryPage, (_, rows) => rows.map(ofEntry)),
  firms: async (tx, page) => {
    const rows = await firmPage(tx, page)
    const open = rows.filter(row => hasFirmPage(row.organization, row.publicObjects))
    return {
      documents: open.map(ofFirm),
      next: rows.length < page.limit ? undefined : rows.at(-1)?.organization.id,
    }
  },
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
      const read = await sources[index](tx, { after: from, limit: pageSize })
      await search.put(tx, read.documents, { anew: true })
      return read
    })
    written += page.documents.length
    onPage?.(written)
    after = page.next
  }
  const removed = await db.transaction(async tx => {
    const stale = await staleDocuments(tx, index, began)
    await search.remove(tx, index, stale)
    return stale.length
  })
  return { written, removed }
}
