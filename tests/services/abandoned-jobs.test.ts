import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Logger, run } from 'graphile-worker'
import { expect, onTestFinished, test } from 'vitest'
import { releaseAbandonedJobs } from '#db/queries/jobs.ts'
import { openLifeline } from '#http/lifeline.ts'
import { testDatabase } from '../support/database.ts'

const { db, url } = await testDatabase()

const add = (task: string) => db.execute(sql`select graphile_worker.add_job(${task}, queue_name := ${task})`)
const inHand = async () =>
  (
    await db.execute<{ task: string }>(
      sql`select task_identifier as task from graphile_worker.jobs where locked_by is not null order by 1`,
    )
  ).map(row => row.task)
const ours = sql`locktype = 'advisory' and classid = 4602313
  and database = (select oid from pg_database where datname = current_database())`
const locks = async () => (await db.execute(sql`select from pg_locks where granted and ${ours}`)).length

/** A process of its own with a job in hand that it never ends. */
async function doomed(): Promise<{ kill(): Promise<void> }> {
  const script = join(import.meta.dirname, '../support/lone-worker.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  onTestFinished(kill)
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => reject(new Error('the worker ended before it had a job')))
  })
  return { kill }
}

/** A worker in this process; `begun` is fulfilled once its task has begun, which goes on until the test is over. */
async function living(task: string): Promise<{ begun: Promise<void> }> {
  let over = () => {}
  const ending = new Promise<void>(resolve => {
    over = resolve
  })
  let begin = () => {}
  const begun = new Promise<void>(resolve => {
    begin = resolve
  })
  const lifeline = openLifeline(url)
  const runner = await run({
    ...lifeline.options,
    ...{
      connectionString: url,
      pollInterval: 200,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    },
    taskList: {
      [task]: async () => {
        begin()
        await ending
      },
    },
  })
  onTestFinished(async () => {
    over()
    await runner.stop()
    await lifeline.end()
  })
  return { begun }
}

test('what a worker had in hand at kill -9 is free at once, and a living colleague keeps its own', {
  timeout: 240_000,
}, async () => {
  await add('killedInIt')
  await add('goesOn')
  const [dead] = await Promise.all([doomed(), living('goesOn').then(({ begun }) => begun)])
  expect(await inHand()).toEqual(['goesOn', 'killedInIt'])
  // However long it takes: who lives is not relieved.
  await db.execute(sql`update graphile_worker._private_jobs set locked_at = now() - interval '3 hours'`)
  expect(await releaseAbandonedJobs(db)).toBe(0)
  expect(await locks()).toBe(2)
  await dead.kill()
  // The server learns of the closed line in its own time; from then on the first look frees the job.
  await expect.poll(locks, { timeout: 200_000 }).toBe(1)
  expect(await releaseAbandonedJobs(db)).toBe(1)
  expect(await inHand()).toEqual(['goesOn'])
  expect(await releaseAbandonedJobs(db)).toBe(0)
  // Job and queue are free for whoever comes next.
  await (await living('killedInIt')).begun
  expect(await inHand()).toEqual(['goesOn', 'killedInIt'])
})

test('a worker whose line is lost says anew that it lives before it takes another job', {
  timeout: 240_000,
}, async () => {
  const lifeline = openLifeline(url)
  onTestFinished(lifeline.end)
  const { events, forbiddenFlags } = lifeline.options
  if (typeof forbiddenFlags !== 'function') throw new Error('the sign of life has no gate')
  await expect(Promise.resolve().then(() => forbiddenFlags())).rejects.toThrow('before it has a name')
  const before = await locks()
  events?.emit('pool:create', { workerPool: { id: 'pool-of-the-test' } } as never)
  await Promise.all([forbiddenFlags(), forbiddenFlags()])
  expect(await locks()).toBe(before + 1)
  const cut = sql`select pg_terminate_backend(pid) from pg_locks
    where ${ours} and objid = hashtext('pool-of-the-test')::oid`
  await db.execute(cut)
  await expect.poll(locks, { timeout: 200_000 }).toBe(before)
  const look = async () => {
    await forbiddenFlags()
    return locks()
  }
  await expect.poll(look, { timeout: 200_000 }).toBe(before + 1)
})
