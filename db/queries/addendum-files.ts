import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { FileId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, attachment } from '../schema/index.ts'
import type { AttachmentRow } from './files.ts'

const ofScenario = (id: ScenarioId) => and(eq(attachment.noun, 'scenario'), eq(attachment.objectId, id))

const isWaiting = and(
  isNotNull(attachment.addendumKey),
  isNull(attachment.addedIn),
  isNull(attachment.removedAt),
  isNull(attachment.purgedAt),
)

/** Files that wait for the next addendum of the scenario, with who uploaded them, the oldest first. */
export async function listWaiting(
  db: DbOrTx,
  id: ScenarioId,
): Promise<{ file: AttachmentRow; by: string | null }[]> {
  return db
    .select({ file: attachment, by: account.name })
    .from(attachment)
    .leftJoin(account, eq(account.id, attachment.createdBy))
    .where(and(ofScenario(id), isWaiting))
    .orderBy(asc(attachment.createdAt), asc(attachment.id))
}

/** Whether this very form has brought its files before, whatever became of them. */
export async function wasStaged(db: DbOrTx, id: ScenarioId, key: string): Promise<boolean> {
  const [row] = await db
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(ofScenario(id), eq(attachment.addendumKey, key)))
    .limit(1)
  return row !== undefined
}

/** Files by their ids, wherever they stand: what addenda name on both sides. */
export async function listFilesById(db: DbOrTx, ids: readonly FileId[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(attachment)
    .where(inArray(attachment.id, [...ids]))
}

/** Makes waiting files part of the scenario with this addendum; answers how many it was true of. */
export async function addWithAddendum(tx: Tx, ids: readonly FileId[], number: number): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx
    .update(attachment)
    .set({ addedIn: number })
    .where(and(inArray(attachment.id, [...ids]), isWaiting))
    .returning({ id: attachment.id })
  return rows.length
}

/** Takes files out of what the scenario shows from this addendum on; they stay where they are. */
export async function withdrawWithAddendum(tx: Tx, ids: readonly FileId[], number: number): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx
    .update(attachment)
    .set({ withdrawnIn: number })
    .where(
      and(
        inArray(attachment.id, [...ids]),
        isNull(attachment.withdrawnIn),
        isNull(attachment.removedAt),
        sql`(${attachment.addendumKey} is null or ${attachment.addedIn} is not null)`,
      ),
    )
    .returning({ id: attachment.id })
  return rows.length
}
