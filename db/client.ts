import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { keepPlans } from './prepare.ts'
import * as schema from './schema/index.ts'

export type Db = PostgresJsDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** Queries take either: a verb's transaction, or the pool for a plain read. */
export type DbOrTx = Db | Tx

export interface Connection {
  db: Db
  sql: postgres.Sql
  close(): Promise<void>
}

interface ConnectOptions {
  max?: number
  /** Sees each statement's text, for the tests that count queries. */
  onQuery?: (query: string) => void
  /** For commands that read or write everything at once and may take their time. */
  patient?: boolean
  /** For what holds only as long as its line does: the one line stays open, and its end is told. */
  onLost?: () => void
}

/** A request that waits longer than this is better told no. */
const impatience = {
  statement_timeout: 5_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 10_000,
}

/** A pool on this database. */
export function connect(
  url: string,
  { max = 10, onQuery, patient = false, onLost }: ConnectOptions = {},
): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 10,
    idle_timeout: onLost ? 0 : 60,
    ...(onLost && { max_lifetime: null, onclose: onLost }),
    connection: {
      application_name: 'robot-plus',
      ...(!patient && impatience),
    },
  })
  const logger = onQuery && { logQuery: (query: string) => onQuery(query) }
  return { db: drizzle(keepPlans(sql), { schema, logger }), sql, close: () => sql.end({ timeout: 5 }) }
}
