import type { Tx } from '#db/client.ts'
import { addJob } from '#db/queries/jobs.ts'
import { deleteAlertsOf, findBefore } from '#db/queries/search-alerts.ts'
import { isMaterialChange, material } from '#domain/saved-searches/change.ts'
import type { IndexName, SearchDocument } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { readStored } from './stored.ts'

// public: it queues work about what a judged verb has just written
/**
 * Called before the new document replaces the old one, in the verb's own transaction: whether anything is new to those
 * who saved a search is found out by a job, and by none where nobody waits or nothing but the procedure moved on.
 */
export async function noteChange(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  document: SearchDocument,
): Promise<void> {
  const { index, id, rev } = document
  const { awaited, content } = await findBefore(tx, index, id)
  if (!awaited) return
  const before = content === null ? null : readStored(content)
  if (before && !isMaterialChange(before, document)) return
  const fact = before ? (`changed:${rev}` as const) : ('published' as const)
  await addJob(tx, 'alertSearches', {
    ...{ index, id, fact },
    at: now.toISOString(),
    before: before && material(before),
  })
}

// public: it takes back what may not be told any more
/** What is not public any more is in nobody's notices and in no letter that still waits. */
export function forgetAlerts(tx: Tx, index: IndexName, ids: readonly string[]): Promise<void> {
  return deleteAlertsOf(tx, index, ids)
}
