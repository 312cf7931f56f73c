import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number will do, as long as every process that migrates takes the same. */
const lockNumber = 4_602_310

/** Brings the database to this version: our tables and the job queue's. Processes that come together take turns. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await sql`select pg_advisory_lock(${lockNumber})`
    await applyMigrations(drizzle(sql), { migrationsFolder: folder })
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 })
  }
}
