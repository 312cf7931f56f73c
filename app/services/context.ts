import type { Db } from '#db/client.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { SearchEngine } from '#search/engine.ts'

/** Everything a verb may use: who asks, when, and the house's three rooms. `now` is the only clock. */
export interface Context {
  actor: Actor
  now: Date
  db: Db
  search: SearchEngine
  requestId: string
}
