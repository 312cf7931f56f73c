import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Sql, TransactionSql } from 'postgres'
import { z } from 'zod'

/** A backup is a folder: this file, and one compressed file of JSON lines for each table. */
export const manifestName = 'manifest.json'
const batchRows = 1_000

export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Hashes of the migrations that the tables had; a restore needs the very same. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: z.string() }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  jobs: z.array(
    z.object({
      task: z.string(),
      payload: z.unknown(),
      runAt: z.string(),
      maxAttempts: z.number(),
      key: z.string().nullable(),
      priority: z.number(),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>
export type TableEntry = Manifest['tables'][number]
type Session = Sql | TransactionSql

export async function appliedMigrations(sql: Session): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`
  return rows.map(row => row.hash)
}

/** Our tables with the columns that hold data of their own. */
export function listTables(sql: Session): Promise<{ name: string; columns: string[] }[]> {
  return sql`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join pg_tables on tablename = table_name and schemaname = table_schema
    where table_schema = 'public' and is_generated = 'NEVER'
    group by table_name order by table_name`
}

/** Streams one table into its file, a JSON line each row. */
export async function exportTable(
  sql: Session,
  folder: string,
  { name, columns }: { name: string; columns: string[] },
): Promise<TableEntry> {
  const measure = measuring()
  async function* lines() {
    // The line stays text on its way: no number passes through a float, no instant through a Date.
    const cursor = sql<{ line: string }[]>`
      select row_to_json(t)::text as line from (select ${sql(columns)} from ${sql(name)}) t`.cursor(batchRows)
    for await (const batch of cursor) {
      for (const { line } of batch) yield measure.pass(line)
    }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(fileOf(folder, name), { mode: 0o600 }),
  )
  return { name, columns, ...measure.result() }
}

/** Streams one file into its table; answers what was really in it. */
export async function importTable(
  sql: Session,
  folder: string,
  { name, columns }: TableEntry,
): Promise<{ rows: number; sha256: string }> {
  const measure = measuring()
  const insert = (batch: string[]) => sql`
    insert into ${sql(name)} (${sql(columns)})
    select ${sql(columns)} from json_populate_recordset(null::${sql(name)}, ${`[${batch.join(',')}]`}::text::json)`
  let batch: string[] = []
  const file = createReadStream(fileOf(folder, name)).pipe(createGunzip())
  for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
    measure.pass(line)
    batch.push(line)
    if (batch.length === batchRows) {
      await insert(batch)
      batch = []
    }
  }
  if (batch.length > 0) await insert(batch)
  return measure.result()
}

const fileOf = (folder: string, table: string) => join(folder, `${table}.ndjson.gz`)

/** Counts and hashes the lines that pass. JSON escapes line ends, so a row is always one line. */
function measuring() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    pass(line: string): string {
      rows += 1
      const whole = `${line}\n`
      hash.update(whole)
      return whole
    },
    result: () => ({ rows, sha256: hash.digest('hex') }),
  }
}
