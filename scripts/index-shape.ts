import type { Sql } from 'postgres'
import { indexNames, type SearchEngine } from '#search/engine.ts'
import type { Db } from '../db/client.ts'
import { indexRows } from './index-rows.ts'

/** Stands on the table of the index; raised whenever documents or their analysis say something else than before. */
const shape = 'documents of shape 4'

interface House {
  db: Db
  sql: Sql
  search: SearchEngine
}

/**
 * After an update whose documents say more than those in the index: all of them anew from their rows, while searches go
 * on finding the old ones. Returns how many were written, or null where the index is as it should be.
 */
export async function bringIntoShape({ db, sql, search }: House): Promise<number | null> {
  const [found] = await sql<{ note: string | null }[]>`
    select obj_description('search_document'::regclass) as note`
  if (found?.note === shape) return null
  let written = 0
  for (const index of indexNames) written += (await indexRows({ db, search }, index)).written
  await noteShape(sql)
  return written
}

/** What has just been written from nothing is in shape. */
export async function noteShape(sql: Sql): Promise<void> {
  await sql`comment on table search_document is ${sql.unsafe(`'${shape}'`)}`
}
