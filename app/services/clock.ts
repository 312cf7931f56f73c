import { databaseNow } from '#db/queries/clock.ts'
import type { Context } from './context.ts'

// public: it tells the time
/** The clock of every request: the database's, so that all processes agree on a deadline. */
export const databaseClock: Context['clock'] = databaseNow
