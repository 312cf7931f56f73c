import type { Db } from '#db/client.ts'
import { followConcepts, refreshConcepts } from './concepts.ts'
import type { SearchEngine } from './engine.ts'
import { meilisearchEngine } from './meilisearch.ts'
import { postgresEngine } from './postgres.ts'

interface SearchOptions {
  db: Db
  meiliUrl?: string | undefined
  meiliKey?: string | undefined
  meiliSearchKey?: string | undefined
  meiliPrefix?: string | undefined
  /** Told why the configured engine could not answer. */
  onDegraded?: (problem: string) => void
}

/** The engine this installation has: inside Postgres, or Meilisearch beside it when `MEILI_URL` is set. */
export function openSearch({ db, meiliUrl, onDegraded, ...meili }: SearchOptions): SearchEngine {
  if (!meiliUrl) return withNewestConcepts(db, postgresEngine(db))
  const { meiliKey: key, meiliSearchKey: searchKey, meiliPrefix: prefix } = meili
  const engine = meilisearchEngine({ db, url: meiliUrl, key, searchKey, prefix, onDegraded })
  return withNewestConcepts(db, engine)
}

/** Searches and the worker's tasks follow what the bureau has published, whichever process published it. */
function withNewestConcepts(db: Db, engine: SearchEngine): SearchEngine {
  const tasks = Object.entries(engine.tasks).map(([name, work]) => {
    const fresh = async (payload: unknown) => {
      await refreshConcepts(db)
      await work(payload)
    }
    return [name, fresh] as const
  })
  return {
    ...engine,
    search: async query => {
      await followConcepts(db)
      return engine.search(query)
    },
    tasks: Object.fromEntries(tasks),
  }
}
