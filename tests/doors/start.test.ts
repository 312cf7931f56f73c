import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import postgres from 'postgres'
import { expect, inject, onTestFinished, test } from 'vitest'
import { named, withAdmin } from '#tests/support/database.ts'
import { emptyFolder, runScript } from './hold.ts'

const start = (variables: Record<string, string>) => runScript('scripts/start.ts', [], variables)

async function freePort(): Promise<number> {
  const { port, close } = await takePort()
  await close()
  return port
}

function takePort(): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      resolve({ port, close: () => new Promise(done => server.close(() => done())) })
    })
  })
}

test('a port that is taken', async () => {
  const dataDir = emptyFolder()
  const taken = await takePort()
  onTestFinished(taken.close)
  const { code, errors } = await start({ PORT: `${taken.port}`, DATA_DIR: dataDir })
  expect(errors).toBe(
    `Port ${taken.port} is taken by another program: stop that program, or choose another port, such as PORT=${taken.port + 1} npm start.`,
  )
  expect(code).toBe(1)
  expect(existsSync(dataDir)).toBe(false)
})

test('a bad configuration', async () => {
  const dataDir = emptyFolder()
  const { code, errors } = await start({ PORT: 'abc', DATA_DIR: dataDir })
  expect(errors).toBe('PORT ("abc") is not a port: give a whole number from 1 to 65535, such as 3000.')
  expect(code).toBe(1)
  expect(existsSync(dataDir)).toBe(false)
})

test('a data directory that cannot be written', async () => {
  const { code, errors } = await start({ PORT: `${await freePort()}`, DATA_DIR: '/proc/robot-plus' })
  expect(errors).toMatch(/^The data directory \/proc\/robot-plus cannot be written [^\n]*$/)
  expect(code).toBe(1)
})

test('a DATABASE_URL without a server, whose password stays unsaid', async () => {
  const { code, errors } = await start({
    PORT: `${await freePort()}`,
    DEMO: '1',
    DATABASE_URL: `postgres://app:hush-hush@127.0.0.1:${await freePort()}/robot`,
  })
  expect(errors).toMatch(
    /^DATABASE_URL does not lead to a usable PostgreSQL at [^\n]*\(connection refused\)[^\n]*$/,
  )
  expect(errors).not.toContain('hush')
  expect(code).toBe(1)
})

test('a database whose locale knows no Chinese', async () => {
  const adminUrl = inject('adminUrl')
  const name = `test_c_${process.hrtime.bigint()}`
  await withAdmin(adminUrl, sql =>
    sql.unsafe(`create database ${name} locale_provider libc locale 'C' template template0`),
  )
  onTestFinished(() =>
    withAdmin(adminUrl, async sql => void (await sql.unsafe(`drop database ${name} with (force)`))),
  )
  const url = named(adminUrl, name)
  const { code, errors } = await start({ PORT: `${await freePort()}`, DEMO: '1', DATABASE_URL: url })
  expect(errors).toMatch(
    /^The database at [^\n]* locale C, in which Chinese text cannot be searched: [^\n]*$/,
  )
  expect(code).toBe(1)
  const sql = postgres(url, { max: 1 })
  onTestFinished(() => sql.end({ timeout: 1 }))
  expect(await sql`select 1 from pg_tables where schemaname = 'public'`).toHaveLength(0)
})
