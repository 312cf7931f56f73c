import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import { databaseNow } from '#db/queries/clock.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { postgresEngine } from '#search/postgres.ts'
import type { Context } from '#services/context.ts'
import { diskStore } from '#services/files/store-disk.ts'
import { openVault } from '#services/vault.ts'

export const testVault = openVault('a secret of tests, long enough')
/** Files of tests: a folder of this process, below the system's temporary one. */
export const testFiles = diskStore(join(tmpdir(), `robot-plus-test-${process.pid}`))

/** A request as a verb sees it: by default a visitor's, now, over the engine inside Postgres. */
export function testContext({
  db,
  actor = visitor,
  now = new Date(),
}: {
  db: Db
  actor?: Actor
  now?: Date
}): Context {
  return {
    ...{ actor, now, clock: databaseNow, db, search: postgresEngine(db), vault: testVault, files: testFiles },
    requestId: v7(),
  }
}

/** The same moment and the same rooms, asked by somebody else. */
export function as(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor, requestId: v7() }
}

/** The same asker some hours later (earlier when negative). Deadlines follow the database's clock all the same. */
export function later(ctx: Context, hours: number): Context {
  return { ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) }
}
