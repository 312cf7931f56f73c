import { sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import type { Connection, Db } from '../../db/client.ts'
import type { Bench } from './house.ts'
import { generated } from './search-corpus.ts'
import { quantile, shown, timed } from './search-timing.ts'

type Print = Parameters<Bench>[0]

const updateBudgetMs = 5

/** One document at a time, another version each time; beside them what any such transaction costs. */
export async function timedUpdates({ db }: Connection, engine: SearchEngine, print: Print): Promise<boolean> {
  let rev = 1
  const changes: Record<string, (document: SearchDocument) => Partial<SearchDocument>> = {
    'an update of a text': ({ title }) => ({ title: `${title} ${rev}` }),
    'an update of a figure': ({ specs }) => ({ specs: { ...specs, priceYuan: 50_000 + rev } }),
  }
  const documents = Array.from({ length: 100 }, (_, nth) => generated(nth * 7))
  const floor = await timed(documents, ({ id }) => bareUpdate(db, id))
  print('a bare update of a row', `p50/p95 ${shown(floor)} ms, its transaction included`)
  let isKept = true
  for (const [what, change] of Object.entries(changes)) {
    const times = await timed(documents, document => {
      rev++
      return db.transaction(tx => engine.put(tx, [{ ...document, rev, ...change(document) }]))
    })
    print(what, `p50/p95 ${shown(times)} ms (≤ ${updateBudgetMs})`)
    isKept &&= quantile(times, 0.95) <= updateBudgetMs
  }
  return isKept
}

/** As many statements, and one row by its key. */
async function bareUpdate(db: Db, id: string): Promise<void> {
  await db.transaction(async tx => {
    await tx.execute(
      sql`select rev from ${doc} where ${doc.index} = 'products' and ${doc.id} = ${id} for no key update`,
    )
    await tx.execute(sql`update ${doc} set rev = rev where ${doc.index} = 'products' and ${doc.id} = ${id}`)
  })
}
