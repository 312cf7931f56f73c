import './production.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres, { type TransactionSql } from 'postgres'
import { openFileStore } from '#http/files.ts'
import { type Connection, connect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { StartProblem } from '../db/start-problem.ts'
import { appliedMigrations, importTable, Manifest, manifestName, type TableEntry } from './archive.ts'
import { importFiles } from './archive-files.ts'
import { runCommand, say, step } from './console.ts'
import { checkInvariants } from './invariants.ts'
import { withDatabase } from './platform.ts'

/** `npm run restore -- FOLDER`: a backup into an empty database, whole or not at all. */
await runCommand(async () => {
  const folder = resolve(process.argv[2] ?? '')
  const manifest = readManifest(folder)
  return withDatabase(async (url, settings) => {
    await step('migrations', () => migrate(url))
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    try {
      await sql.begin(tx => read(tx, folder, manifest))
      const { missing } = await step(
        'files',
        () => importFiles(sql, openFileStore(settings), folder),
        ({ files }) => `${files} files`,
      )
      for (const key of missing) say(`  not in the backup, or damaged there: ${key}`)
    } finally {
      await sql.end({ timeout: 5 })
    }
    say(`\nRestored the backup of ${manifest.madeAt}.`)
    return verify(connect(url, { max: 1, patient: true }))
  })
})

function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName)
  if (!process.argv[2] || !existsSync(path)) {
    throw new StartProblem(
      `There is no backup at ${folder}: name a folder that "npm run backup" has written.`,
    )
  }
  const manifest = Manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!manifest.success)
    throw new StartProblem(`${path} is not the manifest of a backup: take another backup.`)
  return manifest.data
}

async function read(tx: TransactionSql, folder: string, manifest: Manifest): Promise<void> {
  await refuseOtherVersion(tx, manifest)
  await refuseUsed(tx)
  await stillTriggers(tx)
  // The migrations have put first rows into some tables; the backup has them too.
  const names = manifest.tables.map(table => table.name)
  await tx`truncate ${tx(names)} cascade`
  for (const table of manifest.tables) {
    await step(
      table.name,
      () => fill(tx, folder, table),
      ({ rows }) => `${rows} rows`,
    )
  }
  for (const { name, last } of manifest.sequences) await tx`select setval(${name}::regclass, ${last}::bigint)`
  for (const job of manifest.jobs) {
    await tx`select graphile_worker.add_job(${job.task}, ${tx.json(JSON.parse(JSON.stringify(job.payload)))}::json,
      run_at := ${job.runAt}::timestamptz, max_attempts := ${job.maxAttempts}::int, job_key := ${job.key},
      priority := ${job.priority}::int)`
  }
}

async function refuseOtherVersion(tx: TransactionSql, manifest: Manifest): Promise<void> {
  const ours = await appliedMigrations(tx)
  if (ours.join() !== manifest.migrations.join()) {
    throw new StartProblem(
      'This backup was made by another version of the platform: restore it with that version, then upgrade.',
    )
  }
}

async function refuseUsed(tx: TransactionSql): Promise<void> {
  const [state] = await tx<{ used: boolean }[]>`
    select exists(select from account) or exists(select from organization) or exists(select from history) as used`
  if (state?.used) {
    throw new StartProblem(
      'The database is not empty, and a restore replaces nothing: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.',
    )
  }
}

/** The guards of append-only tables and the order of references are for the living, not for a true copy. */
async function stillTriggers(tx: TransactionSql): Promise<void> {
  await tx`set local session_replication_role = replica`.catch(() => {
    throw new StartProblem(
      'The user of DATABASE_URL may not still the triggers: let an administrator "grant set on parameter session_replication_role" to it.',
    )
  })
}

async function fill(tx: TransactionSql, folder: string, table: TableEntry) {
  const found = await importTable(tx, folder, table)
  const [stored] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table.name)}`
  if (stored?.n !== table.rows || found.rows !== table.rows || found.sha256 !== table.sha256) {
    throw new StartProblem(
      `The file of ${table.name} is not the one that was backed up (${found.rows} rows of ${table.rows}): nothing was restored; take another backup.`,
    )
  }
  return found
}

async function verify({ db, close }: Connection): Promise<number> {
  try {
    return (await checkInvariants(db)) === 0 ? 0 : 1
  } finally {
    await close()
  }
}
