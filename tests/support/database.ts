import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { type Connection, connect } from '#db/client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database that may create databases, and the migrated one that tests copy. */
    adminUrl: string
    templateName: string
  }
}

export interface TestDatabase extends Connection {
  url: string
  /** The text of every statement since the start of the test file; for counting queries. */
  queries: string[]
}

/**
 * A migrated, empty database of one test file's own; gone after the file's last test. Call it at the top level of the
 * file or in `beforeAll`.
 */
export async function testDatabase({ max = 10 }: { max?: number } = {}): Promise<TestDatabase> {
  const [adminUrl, template] = [inject('adminUrl'), inject('templateName')]
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withAdmin(adminUrl, sql => sql`create database ${sql(name)} template ${sql(template)}`)
  const url = named(adminUrl, name)
  const queries: string[] = []
  const connection = connect(url, { max, onQuery: query => queries.push(query) })
  afterAll(async () => {
    await connection.close()
    await withAdmin(adminUrl, sql => sql`drop database if exists ${sql(name)} with (force)`)
  })
  return { ...connection, url, queries }
}

export async function withAdmin<T>(adminUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The same server, another database. */
export function named(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
