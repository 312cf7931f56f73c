import type { Sql } from 'postgres'
import { type LetterOrder, openOrder } from '#services/letters.ts'
import { testVault } from './context.ts'

/** The letters that wait to be sent, newest first, opened. */
export async function waitingLetters(sql: Sql): Promise<LetterOrder[]> {
  const rows = await sql<{ payload: { sealed: string } }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'sendLetter' order by j.id desc`
  return rows.map(row => openOrder(testVault, row.payload.sealed))
}
