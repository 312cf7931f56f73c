import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { SubmissionRunStatus, SubmissionStatus } from '../../app/domain/imports/states.ts'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { importJob, importRow, product, productVersion, scenario } from '../schema/index.ts'
import type { ImportJobRow, ImportRowRow } from './imports.ts'

const standing = {
  line: importRow.line,
  submission: importRow.submission,
  reason: importRow.submissionReason,
}

/** Scenarios that an import made, as they are now, in the order of its file. */
export function importedScenarios(db: DbOrTx, jobId: string) {
  return db
    .select({
      ...standing,
      ...{ id: scenario.id, name: scenario.title, status: scenario.status },
      ...{ rev: scenario.rev, content: scenario.content },
    })
    .from(importRow)
    .innerJoin(scenario, eq(scenario.id, importRow.objectId))
    .where(and(eq(importRow.jobId, jobId), eq(importRow.status, 'done')))
    .orderBy(asc(importRow.line))
}

/** Products that an import made, in their latest version. */
export function importedProducts(db: DbOrTx, jobId: string) {
  return db
    .select({
      ...standing,
      ...{ id: product.id, name: productVersion.name, status: product.status },
      ...{ rev: product.rev, content: productVersion.content },
    })
    .from(importRow)
    .innerJoin(product, eq(product.id, importRow.objectId))
    .innerJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(and(eq(importRow.jobId, jobId), eq(importRow.status, 'done')))
    .orderBy(asc(importRow.line))
}

/** Begins a run unless one goes on; false when it does. */
export async function beginSubmissions(tx: Tx, id: string, submittedBy: AccountId): Promise<boolean> {
  const rows = await tx
    .update(importJob)
    .set({ submissionStatus: 'running', submittedBy })
    .where(
      and(
        eq(importJob.id, id),
        or(isNull(importJob.submissionStatus), inArray(importJob.submissionStatus, ['done', 'cancelled'])),
      ),
    )
    .returning({ id: importJob.id })
  return rows.length === 1
}

/** Ends a run that goes on: stopped, or because nothing waits any more; false when it did not. */
export async function endSubmissions(
  tx: Tx,
  id: string,
  to: Exclude<SubmissionRunStatus, 'running'>,
): Promise<boolean> {
  const waits = sql`exists (select from import_row where job_id = ${id} and submission = 'waiting')`
  const rows = await tx
    .update(importJob)
    .set({ submissionStatus: to })
    .where(
      and(
        eq(importJob.id, id),
        eq(importJob.submissionStatus, 'running'),
        to === 'done' ? sql`not ${waits}` : undefined,
      ),
    )
    .returning({ id: importJob.id })
  return rows.length === 1
}

/** Puts drafts into the run at the revisions that were looked at. */
export async function queueSubmissions(
  tx: Tx,
  jobId: string,
  rows: readonly { line: number; rev: number }[],
): Promise<void> {
  const chosen = JSON.stringify(rows.map(({ line, rev }) => ({ line, rev })))
  await tx.execute(sql`
    update import_row set submission = 'waiting', submission_rev = chosen.rev, submission_reason = null
    from jsonb_to_recordset(${chosen}::jsonb) as chosen (line int, rev int)
    where import_row.job_id = ${jobId} and import_row.line = chosen.line and import_row.status = 'done'`)
}

/** Gives back what has not been submitted yet. */
export async function releaseSubmissions(tx: Tx, jobId: string): Promise<void> {
  await tx
    .update(importRow)
    .set({ submission: null, submissionRev: null })
    .where(and(eq(importRow.jobId, jobId), eq(importRow.submission, 'waiting')))
}

/** The job, held against a stop until commit, if its run goes on. */
export async function lockSubmissions(tx: Tx, id: string): Promise<ImportJobRow | null> {
  const [row] = await tx
    .select()
    .from(importJob)
    .where(and(eq(importJob.id, id), eq(importJob.submissionStatus, 'running')))
    .for('share')
  return row ?? null
}

/** The next draft that nobody else has in hand. */
export async function takeSubmission(tx: Tx, jobId: string, after: number): Promise<ImportRowRow | null> {
  const [row] = await tx
    .select()
    .from(importRow)
    .where(
      and(eq(importRow.jobId, jobId), eq(importRow.submission, 'waiting'), sql`${importRow.line} > ${after}`),
    )
    .orderBy(asc(importRow.line))
    .limit(1)
    .for('update', { skipLocked: true })
  return row ?? null
}

export async function setSubmission(
  tx: Tx,
  { jobId, line }: { jobId: string; line: number },
  result: { submission: SubmissionStatus; submissionReason: string | null },
): Promise<void> {
  await tx
    .update(importRow)
    .set(result)
    .where(and(eq(importRow.jobId, jobId), eq(importRow.line, line), eq(importRow.submission, 'waiting')))
}
