import type { Db } from '#db/client.ts'
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
  if (!meiliUrl) return postgresEngine(db)
  const { meiliKey: key, meiliSearchKey: searchKey, meiliPrefix: prefix } = meili
  return meilisearchEngine({ db, url: meiliUrl, key, searchKey, prefix, onDegraded })
}
