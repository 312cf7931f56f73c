import './production.ts'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres, { type TransactionSql } from 'postgres'
import { openFileStore } from '#http/files.ts'
import { StartProblem } from '../db/start-problem.ts'
import { appliedMigrations, exportTable, listTables, type Manifest, manifestName } from './archive.ts'
import { exportFiles } from './archive-files.ts'
import { runCommand, say, step } from './console.ts'
import { withDatabase } from './platform.ts'

/** `npm run backup [-- FOLDER]`: everything stored, as of one moment, while the platform goes on working. */
await runCommand(() =>
  withDatabase(async (url, settings) => {
    const target = resolve(process.argv[2] ?? join(settings.DATA_DIR, 'backups', stampOf(new Date())))
    if (existsSync(target)) throw new StartProblem(`${target} exists already: name a folder that does not.`)
    const draft = `${target}.part`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    try {
      const manifest = await sql.begin('isolation level repeatable read read only', tx => write(tx, draft))
      const { missing } = await step(
        'files',
        () => exportFiles(sql, openFileStore(settings), draft),
        ({ files }) => `${files} files`,
      )
      for (const key of missing) say(`  not there, or damaged: ${key}`)
      writeFileSync(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
      renameSync(draft, target)
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      say(`\n${rows} rows and ${manifest.jobs.length} waiting jobs in ${target}`)
      say('It holds personal data and, before the opening, bids: keep it as closely as the database itself.')
    } finally {
      await sql.end({ timeout: 5 })
      rmSync(draft, { recursive: true, force: true })
    }
  }),
)

async function write(tx: TransactionSql, folder: string): Promise<Manifest> {
  const tables: Manifest['tables'] = []
  for (const table of await listTables(tx)) {
    tables.push(
      await step(
        table.name,
        () => exportTable(tx, folder, table),
        ({ rows }) => `${rows} rows`,
      ),
    )
  }
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: await appliedMigrations(tx),
    tables,
    sequences: await sequences(tx),
    jobs: await waitingJobs(tx),
  }
}

function sequences(tx: TransactionSql): Promise<Manifest['sequences']> {
  return tx`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`
}

function waitingJobs(tx: TransactionSql): Promise<Manifest['jobs']> {
  return tx`
    select task.identifier as task, job.payload, job.run_at::text as "runAt", job.max_attempts as "maxAttempts",
      job.key, job.priority
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    order by job.id`
}

/** 20261123-204512 in UTC. */
function stampOf(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
