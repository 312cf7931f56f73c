import { and, asc, count, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { fileLimits, type HolderNoun } from '../../app/domain/files/file.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { FileId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { attachment, attachmentDay, attachmentText } from '../schema/index.ts'

export type AttachmentRow = typeof attachment.$inferSelect
export type NewAttachment = typeof attachment.$inferInsert

/** A file of an addendum that is not published yet. */
const isWaiting = sql`${attachment.addendumKey} is not null and ${attachment.addedIn} is null`

/** All files that the object has or had while it was published, the oldest first; what an addendum took is not. */
export function listAttachments(db: DbOrTx, noun: HolderNoun, objectId: string): Promise<AttachmentRow[]> {
  return db
    .select()
    .from(attachment)
    .where(
      and(
        eq(attachment.noun, noun),
        eq(attachment.objectId, objectId),
        isNull(attachment.purgedAt),
        isNull(attachment.withdrawnIn),
        sql`not (${isWaiting})`,
      ),
    )
    .orderBy(asc(attachment.createdAt), asc(attachment.id))
    .limit(200)
}

export async function findAttachment(db: DbOrTx, id: FileId): Promise<AttachmentRow | null> {
  const [row] = await db.select().from(attachment).where(eq(attachment.id, id))
  return row ?? null
}

/** The nouns that hold files, by their table. */
const holderTables: Record<HolderNoun, string> = {
  scenario: 'scenario',
  product: 'product',
  site: 'site',
}

/**
 * Keeps the object as it is until commit: two uploads go one after the other, so that they cannot pass its limit
 * together, and it is not submitted or published between our look at it and our deed.
 */
export async function lockHolder(tx: Tx, noun: HolderNoun, objectId: string): Promise<void> {
  await tx.execute(
    sql`select from ${sql.identifier(holderTables[noun])} where id = ${objectId} for no key update`,
  )
}

export async function countAttachments(tx: Tx, noun: HolderNoun, objectId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(attachment)
    .where(and(eq(attachment.noun, noun), eq(attachment.objectId, objectId), isNull(attachment.removedAt)))
  return row?.n ?? 0
}

export async function insertAttachments(tx: Tx, rows: readonly NewAttachment[]): Promise<void> {
  await tx.insert(attachment).values([...rows])
}

/** Takes `bytes` from the organisation's day; false when it would pass the day's limit, and nothing is taken. */
export async function takeDayBytes(
  tx: Tx,
  { organizationId, day, bytes }: { organizationId: OrganizationId; day: Day; bytes: number },
): Promise<boolean> {
  if (bytes > fileLimits.bytesPerDay) return false
  const rows = await tx
    .insert(attachmentDay)
    .values({ organizationId, day, bytes })
    .onConflictDoUpdate({
      target: [attachmentDay.organizationId, attachmentDay.day],
      set: { bytes: sql`${attachmentDay.bytes} + excluded.bytes` },
      setWhere: sql`${attachmentDay.bytes} + excluded.bytes <= ${fileLimits.bytesPerDay}`,
    })
    .returning({ bytes: attachmentDay.bytes })
  return rows.length === 1
}

/** Marks the file as removed; false when it was already. */
export async function removeAttachment(
  tx: Tx,
  id: FileId,
  by: Pick<AttachmentRow, 'removedAt' | 'removedBy'>,
): Promise<boolean> {
  const rows = await tx
    .update(attachment)
    .set(by)
    .where(and(eq(attachment.id, id), isNull(attachment.removedAt)))
    .returning({ id: attachment.id })
  return rows.length === 1
}

/** Writes what the scan found, once; false when it had been told before. */
export async function setScan(
  tx: Tx,
  id: FileId,
  result: Pick<AttachmentRow, 'scan' | 'scannedAt' | 'threat'>,
): Promise<boolean> {
  const rows = await tx
    .update(attachment)
    .set(result)
    .where(and(eq(attachment.id, id), eq(attachment.scan, 'waiting')))
    .returning({ id: attachment.id })
  return rows.length === 1
}

/** Keeps the text of a file, or that it has none to give; done again, it has the same effect. */
export async function setText(
  tx: Tx,
  id: FileId,
  found: { text: string; pages: number[]; cut: boolean } | null,
): Promise<void> {
  await tx
    .update(attachment)
    .set({ textState: found ? 'done' : 'failed' })
    .where(eq(attachment.id, id))
  if (!found) return
  await tx
    .insert(attachmentText)
    .values({ attachmentId: id, ...found })
    .onConflictDoUpdate({ target: attachmentText.attachmentId, set: found })
}

export async function findText(db: DbOrTx, id: FileId): Promise<typeof attachmentText.$inferSelect | null> {
  const [row] = await db.select().from(attachmentText).where(eq(attachmentText.attachmentId, id))
  return row ?? null
}

/** Files that were removed before `before` and that no published version shows; their bytes may go. */
export function listPurgeable(db: DbOrTx, before: Date): Promise<AttachmentRow[]> {
  return db
    .select()
    .from(attachment)
    .where(
      and(
        isNotNull(attachment.removedAt),
        isNull(attachment.purgedAt),
        lt(attachment.removedAt, before),
        // A file that was part of what was published stays until a newer version has been.
        sql`not exists (
          select from product_version version join product on product.published_version_id = version.id
          where ${attachment.noun} = 'product' and product.id = ${attachment.objectId}
            and version.published_at >= ${attachment.createdAt}
            and version.published_at < ${attachment.removedAt})`,
      ),
    )
    .limit(200)
}

/** Files that waited since before `before` for an addendum to a call that takes none any more; their bytes may go. */
export function listForsaken(db: DbOrTx, before: Date): Promise<AttachmentRow[]> {
  return db
    .select()
    .from(attachment)
    .where(
      and(
        isWaiting,
        isNull(attachment.removedAt),
        isNull(attachment.purgedAt),
        lt(attachment.createdAt, before),
        sql`not exists (select from scenario where scenario.id = ${attachment.objectId} and scenario.status = 'published')`,
      ),
    )
    .limit(200)
}

export async function setPurged(db: DbOrTx, id: FileId, at: Date): Promise<void> {
  await db.transaction(async tx => {
    await tx.update(attachment).set({ purgedAt: at }).where(eq(attachment.id, id))
    await tx.delete(attachmentText).where(eq(attachmentText.attachmentId, id))
  })
}

/** Which of these keys of the store some file still uses. */
export async function keysInUse(db: DbOrTx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ storeKey: attachment.storeKey, thumbnailKey: attachment.thumbnailKey })
    .from(attachment)
    .where(
      and(
        isNull(attachment.purgedAt),
        sql`(${inArray(attachment.storeKey, [...keys])} or ${inArray(attachment.thumbnailKey, [...keys])})`,
      ),
    )
  return new Set(rows.flatMap(row => [row.storeKey, ...(row.thumbnailKey ? [row.thumbnailKey] : [])]))
}
