import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'

const { db } = await testDatabase()

test('Chinese text has trigrams, capital letters fold and the queue is there', async () => {
  const [row] = await db.execute(
    sql`select lower('ÉÄ') as lower, to_regclass('graphile_worker._private_jobs') as jobs`,
  )
  expect(row).toMatchObject({ lower: 'éä' })
  expect(row?.jobs).not.toBeNull()
})
