import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { HolderNoun } from '../../app/domain/files/file.ts'
import type { FileId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { attachment, attachmentText } from '../schema/index.ts'

export type ReadFile = Pick<
  typeof attachment.$inferSelect,
  | 'id'
  | 'objectId'
  | 'name'
  | 'purpose'
  | 'scan'
  | 'createdAt'
  | 'removedAt'
  | 'addendumKey'
  | 'addedIn'
  | 'withdrawnIn'
>

/** Files of these objects whose text has been taken out, the oldest first. */
export async function listReadFiles(
  db: DbOrTx,
  noun: HolderNoun,
  objectIds: readonly string[],
): Promise<ReadFile[]> {
  if (objectIds.length === 0) return []
  const { id, objectId, name, purpose, scan, createdAt, removedAt } = attachment
  const { addendumKey, addedIn, withdrawnIn } = attachment
  return db
    .select({
      ...{ id, objectId, name, purpose, scan, createdAt, removedAt },
      ...{ addendumKey, addedIn, withdrawnIn },
    })
    .from(attachment)
    .where(
      and(
        eq(attachment.noun, noun),
        inArray(attachment.objectId, [...objectIds]),
        eq(attachment.textState, 'done'),
      ),
    )
    .orderBy(asc(attachment.createdAt), asc(attachment.id))
}

/**
 * The texts of these files, each by its beginning of `most` characters; of one object only the first files until
 * they have so many together.
 */
export async function listTexts(
  db: DbOrTx,
  ids: readonly FileId[],
  most: number,
): Promise<Map<FileId, { text: string; pages: number[] }>> {
  if (ids.length === 0) return new Map()
  const before = sql<number>`coalesce(sum(length(${attachmentText.text})) over (
    partition by ${attachment.noun}, ${attachment.objectId} order by ${attachment.createdAt}, ${attachment.id}
    rows between unbounded preceding and 1 preceding), 0)`
  const texts = db
    .select({
      id: attachment.id,
      text: sql<string>`left(${attachmentText.text}, ${most})`.as('text'),
      pages: attachmentText.pages,
      before: before.as('before'),
    })
    .from(attachmentText)
    .innerJoin(attachment, eq(attachment.id, attachmentText.attachmentId))
    .where(inArray(attachment.id, [...ids]))
    .as('texts')
  const rows = await db.select().from(texts).where(sql`${texts.before} < ${most}`)
  return new Map(rows.map(({ id, text, pages }) => [id, { text, pages }]))
}
