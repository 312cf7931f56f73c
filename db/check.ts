import postgres from 'postgres'
import { StartProblem } from './start-problem.ts'

const oldestVersion = 150_000

interface Facts {
  version: number
  encoding: string
  ctype: string
  folds: boolean
  mayCreate: boolean
}

/** Proves that this database can be used, before anything is written to it. Throws StartProblem. */
export async function checkDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    const [facts] = await sql<Facts[]>`
      select current_setting('server_version_num')::int as version,
        pg_encoding_to_char(encoding) as encoding,
        datctype as ctype,
        lower('É') = 'é' as folds,
        has_database_privilege(current_database(), 'create')
          and coalesce(has_schema_privilege('public', 'create'), false) as "mayCreate"
      from pg_database where datname = current_database()`
    const problem = facts && judge(facts, placeOf(url))
    if (problem) throw new StartProblem(problem)
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem(
      `DATABASE_URL does not lead to a usable PostgreSQL at ${placeOf(url)} (${reason(error)}): start that server, or correct the address, user and password in DATABASE_URL.`,
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function judge({ version, encoding, ctype, folds, mayCreate }: Facts, place: string): string | undefined {
  if (version < oldestVersion) {
    return `The PostgreSQL at ${place} is version ${Math.floor(version / 10_000)}: use version 15 or newer.`
  }
  if (encoding !== 'UTF8' || ['C', 'POSIX'].includes(ctype) || !folds) {
    return `The database at ${place} has encoding ${encoding} and locale ${ctype}, in which Chinese text cannot be searched: make it again with "create database … encoding 'UTF8' locale 'C.UTF-8' template template0".`
  }
  if (!mayCreate) {
    return `The user of DATABASE_URL may not create tables in ${place}: make it the owner of that database.`
  }
  return undefined
}

/** Host, port and name, without user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED') return 'connection refused'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such host'
  if (code === 'CONNECT_TIMEOUT') return 'no answer in 5 seconds'
  return error.message
}
