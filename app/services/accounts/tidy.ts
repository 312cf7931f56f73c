import type { Db } from '#db/client.ts'
import { deleteStaleCredentials } from '#db/queries/credentials.ts'
import { deleteExpiredSessions } from './session.ts'

// public: a job of the platform
/** Sweeps out sessions and links that are over, and tries that do not count any more. */
export async function tidy(db: Db): Promise<void> {
  await deleteExpiredSessions(db)
  await deleteStaleCredentials(db)
}
