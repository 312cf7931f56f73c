import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'
import { searchLetterOf } from '#http/search-letters.ts'
import type { Context } from '#services/context.ts'
import type { Letter } from '#services/notifications/deliver.ts'
import { alertSearches } from '#services/saved-searches/alert.ts'
import { orderSearchLetters, sendSearchLetter } from '#services/saved-searches/letter.ts'
import { saveSearch } from '#services/saved-searches/save.ts'
import { as } from './context.ts'

/** A search that this person keeps. */
export async function savedBy(
  ctx: Context,
  person: Person,
  { rhythm = 'each', ...conditions }: Record<string, string> & { rhythm?: SearchRhythm },
): Promise<SavedSearchId> {
  const search = new URLSearchParams(conditions).toString()
  const { id } = await saveSearch(as(ctx, person), { search, name: '我等的', rhythm, formKey: v7() })
  return id
}

/** The payloads of the waiting jobs of this name, oldest first, which are taken off the queue. */
export async function takeJobs(db: Db, name: string): Promise<unknown[]> {
  const rows = await db.execute<{ id: string; payload: unknown }>(sql`
    select j.id, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${name} order by j.id`)
  for (const { id } of rows) await db.execute(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`)
  return rows.map(row => row.payload)
}

/** What the worker does about everything that has changed since; answers how many were told. */
export async function tellAll(ctx: Context): Promise<number> {
  let told = 0
  for (const payload of await takeJobs(ctx.db, 'alertSearches')) told += await alertSearches(ctx, payload)
  return told
}

/** The letters that the waiting jobs, and the rhythm's timetable where one is named, would send. */
export async function lettersOf(ctx: Context, rhythm?: 'daily' | 'weekly'): Promise<Letter[]> {
  const sent: Letter[] = []
  const post = {
    write: searchLetterOf('https://robot.example.cn'),
    send: async (_tx: unknown, letter: Letter) => void sent.push(letter),
  }
  if (rhythm) await orderSearchLetters(ctx.db, { rhythm })
  for (const payload of await takeJobs(ctx.db, 'sendSearchLetter')) await sendSearchLetter(ctx, post, payload)
  return sent
}
