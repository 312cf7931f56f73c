import type { Sql } from 'postgres'
import { demoPassword } from '#domain/accounts/demo.ts'
import { openFileStore } from '#http/files.ts'
import { renewBasis } from '#services/matching/basis.ts'
import { openVault } from '#services/vault.ts'
import { databaseNow } from '../db/queries/clock.ts'
import { StartProblem } from '../db/start-problem.ts'
import { say } from './console.ts'
import type { Platform } from './platform.ts'
import { seedConcepts } from './seed/concepts.ts'
import { seedObjects } from './seed/demo-objects.ts'
import { seedPeople } from './seed/people.ts'
import { seedReports } from './seed/reports.ts'
import { seedShowings } from './seed/showings.ts'
import { Stage } from './seed/stories.ts'
import { seedWeights } from './seed/weights.ts'

/** Stands on the schema while the demo is being written; a start that finds it begins again from nothing. */
const unfinished = 'demo data unfinished'

/** Any number will do, as long as every process that seeds takes the same. */
const lockNumber = 4_602_311

/** Fills an empty database with the demo, whole or not at all; returns whether it did. One process at a time. */
export async function seedIfEmpty(platform: Platform): Promise<boolean> {
  const turn = await platform.sql.reserve()
  try {
    await turn`select set_config('statement_timeout', '0', false)`
    await turn`select pg_advisory_lock(${lockNumber})`
    return await fill(platform)
  } finally {
    await turn`select pg_advisory_unlock(${lockNumber})`
    await turn`reset statement_timeout`
    turn.release()
  }
}

async function fill(platform: Platform): Promise<boolean> {
  const { sql } = platform
  const [state] = await sql<{ used: boolean; note: string | null }[]>`
    select exists(select from account) as used, obj_description('public'::regnamespace) as note`
  if (state?.note === unfinished) await wipe(sql)
  else if (state?.used) return false
  await sql`comment on schema public is ${sql.unsafe(`'${unfinished}'`)}`
  await seedDemo(platform)
  await sql`comment on schema public is null`
  return true
}

/** Empties every table of an interrupted demo; nobody can have used it, for the server was not up yet. */
async function wipe(sql: Sql): Promise<void> {
  try {
    await sql.begin(async tx => {
      await tx`set local session_replication_role = replica`
      const tables = await tx<{ name: string }[]>`
        select quote_ident(tablename) as name from pg_tables
        where schemaname = 'public' and tablename <> 'audit_head'`
      await tx.unsafe(`truncate ${tables.map(table => table.name).join(', ')} restart identity cascade`)
      await tx`delete from graphile_worker._private_jobs`
      await tx`update audit_head set seq = 0, hash = repeat('0', 64)`
    })
  } catch {
    throw new StartProblem(
      'An earlier start was interrupted while it wrote the demo data: drop the database of DATABASE_URL, create it again and start anew.',
    )
  }
}

/** One line for each demo person. */
export async function demoSignIns({ sql }: Platform): Promise<string[]> {
  const people = await sql<{ email: string; name: string }[]>`
    select email, name from account where demo order by created_at, email`
  return [
    ...people.map(({ email, name }) => `  ${email.padEnd(28)} ${name}`),
    `  password of all: ${demoPassword}`,
  ]
}

/** The real public cases, then the invented organisations with their objects, all through the product's verbs. */
async function seedDemo({ db, search, env }: Platform): Promise<void> {
  const actor = { kind: 'system' as const, name: '平台（示例数据）' }
  const vault = openVault(env.SECRET_KEY)
  const ctx = {
    actor,
    now: new Date(),
    clock: databaseNow,
    db,
    search,
    vault,
    files: openFileStore(env),
    requestId: 'demo-data',
  }
  await seedReports(ctx, progress('公开报道案例'))
  const cast = await seedPeople(ctx)
  const stage = new Stage(ctx, cast)
  await seedObjects(stage)
  await seedConcepts(stage)
  await seedShowings(stage)
  await seedWeights(stage)
  // What scores take from the market is counted from all of it, not from what was there first.
  await renewBasis(db)
}

/** A line at each quarter: the seeding takes seconds, and silence looks like a hang. */
function progress(what: string) {
  return (done: number, of: number) => {
    if (done === of || done % Math.ceil(of / 4) === 0) say(`    ${what} ${done} / ${of}`)
  }
}
