import type { Db } from '#db/client.ts'
import { deleteStaleCredentials } from '#db/queries/credentials.ts'
import { withholdNames } from '#db/queries/privacy.ts'
import { deleteRemovedSearches } from '#db/queries/saved-searches.ts'
import { deleteExpiredSessions } from './session.ts'

// public: a job of the platform
/** Sweeps out sessions and links that are over, and tries that do not count any more. */
export async function tidy(db: Db): Promise<void> {
  await deleteExpiredSessions(db)
  await deleteStaleCredentials(db)
  await deleteRemovedSearches(db, new Date(Date.now() - 86_400_000))
  // A request that an erased person had sent before may have written their name after.
  await withholdNames(db)
}
