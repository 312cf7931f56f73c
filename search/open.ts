import type { Db } from '#db/client.ts'
import type { SearchEngine } from './engine.ts'
import { meilisearchEngine } from './meilisearch.ts'
import { postgresEngine } from './postgres.ts'

interface SearchOptions {
  db: Db
  meiliUrl?: string
  meiliKey?: string
  /** Told why the configured engine could not answer. */
  onDegraded?: (problem: string) => void
}

/** The engine this installation has: inside Postgres, or Meilisearch beside it when `MEILI_URL` is set. */
export function openSearch({ db, meiliUrl, meiliKey, onDegraded }: SearchOptions): SearchEngine {
  return meiliUrl ? meilisearchEngine({ db, url: meiliUrl, key: meiliKey, onDegraded }) : postgresEngine(db)
}
