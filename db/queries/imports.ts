import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ImportNoun } from '../../app/domain/imports/column.ts'
import type { ImportRowStatus, ImportStatus } from '../../app/domain/imports/states.ts'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  importJob,
  importRow,
  product,
  productDeployment,
  productVersion,
  scenario,
} from '../schema/index.ts'

export type ImportJobRow = typeof importJob.$inferSelect
export type ImportRowRow = typeof importRow.$inferSelect
export type NewImportRow = typeof importRow.$inferInsert

/** Inserts the job of one form once; false means that the form was sent before. */
export async function insertImport(tx: Tx, row: typeof importJob.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(importJob).values(row).onConflictDoNothing().returning({ id: importJob.id })
  return rows.length === 1
}

export async function setImportNotes(tx: Tx, id: string, notes: ImportJobRow['notes']): Promise<void> {
  await tx.update(importJob).set({ notes }).where(eq(importJob.id, id))
}

export async function insertImportRows(tx: Tx, rows: NewImportRow[]): Promise<void> {
  await tx.insert(importRow).values(rows)
}

export async function findImport(db: DbOrTx, id: string): Promise<ImportJobRow | null> {
  const [row] = await db.select().from(importJob).where(eq(importJob.id, id)).limit(1)
  return row ?? null
}

export function listImportsOf(
  db: DbOrTx,
  ids: readonly OrganizationId[],
  limit: number,
): Promise<ImportJobRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select()
    .from(importJob)
    .where(inArray(importJob.organizationId, [...ids]))
    .orderBy(desc(importJob.createdAt))
    .limit(limit)
}

export type RowCounts = Partial<Record<ImportRowStatus | 'duplicate', number>>

/** How many rows of each job stand where; `duplicate` counts those that are ready and look like another. */
export async function countImportRows(db: DbOrTx, ids: readonly string[]): Promise<Map<string, RowCounts>> {
  const counts = new Map<string, RowCounts>()
  if (ids.length === 0) return counts
  const rows = await db
    .select({
      id: importRow.jobId,
      status: importRow.status,
      n: count(),
      duplicates: sql<number>`count(${importRow.duplicate})::int`,
    })
    .from(importRow)
    .where(inArray(importRow.jobId, [...ids]))
    .groupBy(importRow.jobId, importRow.status)
  for (const { id, status, n, duplicates } of rows) {
    const own = counts.get(id) ?? {}
    own[status] = n
    if (status === 'ready') own.duplicate = duplicates
    counts.set(id, own)
  }
  return counts
}

export function listImportRows(
  db: DbOrTx,
  id: string,
  { statuses, offset, limit }: { statuses: readonly ImportRowStatus[]; offset: number; limit: number },
): Promise<ImportRowRow[]> {
  return db
    .select()
    .from(importRow)
    .where(and(eq(importRow.jobId, id), inArray(importRow.status, [...statuses])))
    .orderBy(asc(importRow.line))
    .offset(offset)
    .limit(limit)
}

/** Moves the job only if it still is in `from`; false means that somebody was faster. */
export async function moveImport(
  tx: Tx,
  id: string,
  {
    from,
    to,
    ...row
  }: { from: readonly ImportStatus[]; to: ImportStatus } & Partial<
    Pick<ImportJobRow, 'startedBy' | 'updatedAt'>
  >,
): Promise<boolean> {
  const rows = await tx
    .update(importJob)
    .set({ ...row, status: to })
    .where(and(eq(importJob.id, id), inArray(importJob.status, [...from])))
    .returning({ id: importJob.id })
  return rows.length === 1
}

/** Puts rows into the run: all that are ready, those of them that look like no other, or those of these lines. */
export async function queueImportRows(
  tx: Tx,
  id: string,
  which: 'all' | 'fresh' | readonly number[],
): Promise<number> {
  const chosen =
    which === 'all'
      ? undefined
      : which === 'fresh'
        ? isNull(importRow.duplicate)
        : inArray(importRow.line, [...which])
  const rows = await tx
    .update(importRow)
    .set({ status: 'waiting' })
    .where(and(eq(importRow.jobId, id), eq(importRow.status, 'ready'), chosen))
    .returning({ line: importRow.line })
  return rows.length
}

/** Gives back what has not been imported yet. */
export async function releaseImportRows(tx: Tx, id: string): Promise<void> {
  await tx
    .update(importRow)
    .set({ status: 'ready' })
    .where(and(eq(importRow.jobId, id), eq(importRow.status, 'waiting')))
}

/** The job, held against a change of its state until commit, if it runs. */
export async function lockRunningImport(tx: Tx, id: string): Promise<ImportJobRow | null> {
  const [row] = await tx
    .select()
    .from(importJob)
    .where(and(eq(importJob.id, id), eq(importJob.status, 'running')))
    .for('share')
  return row ?? null
}

/** The next rows of the run that nobody else has in hand. */
export function takeImportRows(tx: Tx, id: string, limit: number): Promise<ImportRowRow[]> {
  return tx
    .select()
    .from(importRow)
    .where(and(eq(importRow.jobId, id), eq(importRow.status, 'waiting')))
    .orderBy(asc(importRow.line))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export async function setImportRows(
  tx: Tx,
  id: string,
  {
    lines,
    status,
    reason = null,
  }: { lines: readonly number[]; status: ImportRowStatus; reason?: string | null },
): Promise<void> {
  if (lines.length === 0) return
  await tx
    .update(importRow)
    .set({ status, reason })
    .where(and(eq(importRow.jobId, id), inArray(importRow.line, [...lines]), eq(importRow.status, 'waiting')))
}

/** The run is over when no row waits any more, those in other hands included. */
export async function finishImport(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update import_job set status = 'done', updated_at = ${at.toISOString()}::timestamptz
    where id = ${id} and status = 'running'
      and not exists (select from import_row where job_id = ${id} and status = 'waiting')
    returning id`)
  return rows.length === 1
}

/** Own references and ids that the organisation has imported or made already, with the object of each. */
export async function knownKeys(
  db: DbOrTx,
  {
    organizationId,
    noun,
    keys,
  }: { organizationId: OrganizationId; noun: ImportNoun; keys: readonly string[] },
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const imported = await db
    .select({ key: sql<string>`${importRow.cells} ->> 'key'`, id: importRow.objectId })
    .from(importRow)
    .innerJoin(importJob, eq(importJob.id, importRow.jobId))
    .where(
      and(
        eq(importJob.organizationId, organizationId),
        eq(importJob.noun, noun),
        eq(importRow.status, 'done'),
        inArray(sql`${importRow.cells} ->> 'key'`, [...keys]),
      ),
    )
  const made = await ownIds(db, { organizationId, noun, keys })
  return new Map([
    ...imported.map(({ key, id }) => [key, id] as const),
    ...made.map(({ id }) => [id, id] as const),
  ])
}

/** Which of these keys are ids of the organisation's own objects. */
function ownIds(
  db: DbOrTx,
  {
    organizationId,
    noun,
    keys,
  }: { organizationId: OrganizationId; noun: ImportNoun; keys: readonly string[] },
): Promise<{ id: string }[]> {
  if (noun === 'deployment')
    return db
      .select({ id: productDeployment.id })
      .from(productDeployment)
      .leftJoin(product, eq(product.id, productDeployment.productId))
      .where(
        and(
          sql`coalesce(${product.organizationId}, ${productDeployment.organizationId}) = ${organizationId}`,
          isNull(productDeployment.removedAt),
          inArray(productDeployment.id, [...keys]),
        ),
      )
  const own = noun === 'product' ? product : scenario
  return db
    .select({ id: own.id })
    .from(own)
    .where(and(eq(own.organizationId, organizationId), inArray(sql`${own.id}::text`, [...keys])))
}

/** What the organisation's own objects of this noun are called; a case by its product, place and task. */
export async function ownNames(
  db: DbOrTx,
  organizationId: OrganizationId,
  noun: ImportNoun,
): Promise<{ id: string; name: string; model: string }[]> {
  if (noun === 'scenario')
    return db
      .select({ id: scenario.id, name: scenario.title, model: sql<string>`''` })
      .from(scenario)
      .where(eq(scenario.organizationId, organizationId))
  if (noun === 'deployment')
    return db
      .select({
        id: productDeployment.id,
        name: sql<string>`concat(${productDeployment.productId}, '|', ${productDeployment.place})`,
        model: productDeployment.task,
      })
      .from(productDeployment)
      .leftJoin(product, eq(product.id, productDeployment.productId))
      .where(
        and(
          sql`coalesce(${product.organizationId}, ${productDeployment.organizationId}) = ${organizationId}`,
          isNull(productDeployment.removedAt),
        ),
      )
  return db
    .select({
      id: product.id,
      name: productVersion.name,
      model: sql<string>`coalesce(${productVersion.content} ->> 'model', '')`,
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(eq(product.organizationId, organizationId))
}
