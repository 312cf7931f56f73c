import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { organization } from '#db/schema/index.ts'
import type { Context } from '#services/context.ts'
import { record } from '#services/record.ts'
import { inTransaction } from '#services/transaction.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { publishedScenario } from '#tests/support/factories.ts'
import { emptyFolder, runScript } from './hold.ts'

const source = await testDatabase()
const target = await testDatabase()

const command = (script: string, url: string, folder?: string) =>
  runScript(`scripts/${script}.ts`, folder ? [folder] : [], { DATABASE_URL: url, DEMO: '1' })

function rowsOf(folder: string): Record<string, string[]> {
  const files = readdirSync(folder).filter(name => name.endsWith('.gz'))
  return Object.fromEntries(
    files.map(name => [
      name,
      gunzipSync(readFileSync(join(folder, name)))
        .toString()
        .split('\n')
        .sort(),
    ]),
  )
}

/** Factories put organisations in place without their history; the laws ask for it. */
async function enrolOnPaper(ctx: Context): Promise<void> {
  for (const { id, status } of await source.db.select().from(organization)) {
    const enrolment = { noun: 'organization', id, deed: 'enrol', from: null, to: status }
    await inTransaction(ctx, tx => record(tx, ctx, enrolment))
  }
}

test('what was backed up is what is restored, with its waiting jobs; a spoilt file restores nothing', async () => {
  const ctx = testContext({ db: source.db })
  await publishedScenario(ctx)
  await enrolOnPaper(ctx)
  const folder = emptyFolder()
  expect(await command('backup', source.url, folder)).toMatchObject({ code: 0 })

  const file = join(folder, 'history.ndjson.gz')
  const whole = readFileSync(file)
  writeFileSync(file, gzipSync(gunzipSync(whole).toString().replace('draft', 'DRAFT')))
  const spoilt = await command('restore', target.url, folder)
  expect(spoilt).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^The file of history is not the one/),
  })
  expect(await target.sql`select 1 from account`).toHaveLength(0)

  writeFileSync(file, whole)
  expect(await command('restore', target.url, folder)).toMatchObject({ code: 0 })
  const again = emptyFolder()
  expect(await command('backup', target.url, again)).toMatchObject({ code: 0 })
  expect(rowsOf(again)).toEqual(rowsOf(folder))
  const [jobs] = await target.sql`select count(*)::int as n from graphile_worker._private_jobs`
  const [before] = await source.sql`select count(*)::int as n from graphile_worker._private_jobs`
  expect(jobs).toEqual(before)

  const twice = await command('restore', target.url, folder)
  expect(twice).toMatchObject({ code: 1, errors: expect.stringMatching(/^The database is not empty/) })
})

test('check:invariants names what was tampered with', async () => {
  const clean = await command('check-invariants', source.url)
  expect(clean).toMatchObject({ code: 0, output: expect.stringMatching(/All laws hold\.\n$/) })
  await source.sql.begin(async tx => {
    await tx`set local session_replication_role = replica`
    await tx`update audit set deed = 'forged' where seq = 1`
    await tx`update scenario set status = 'archived'`
  })
  const { code, output } = await command('check-invariants', source.url)
  expect(code).toBe(1)
  expect(output).toContain('row 1 is not what was written')
  expect(output).toMatch(/scenario \S+ is archived, history says published/)
})
