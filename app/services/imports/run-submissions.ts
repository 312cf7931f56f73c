import { v5 } from 'uuid'
import {
  endSubmissions,
  lockSubmissions,
  releaseSubmissions,
  setSubmission,
  takeSubmission,
} from '#db/queries/import-submissions.ts'
import { findImport, type ImportJobRow, type ImportRowRow } from '#db/queries/imports.ts'
import { canSubmitImported } from '#domain/imports/policy.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import { loadReader } from '../accounts/actor.ts'
import type { Context } from '../context.ts'
import { submitProduct } from '../products/submit.ts'
import { submitScenario } from '../scenarios/submit.ts'
import { inTransaction } from '../transaction.ts'
import { factsOf } from './load.ts'
import { type ImportDesk, onlyFor, reasonOf } from './run.ts'

/**
 * 一并提交: the waiting drafts go to the bureau one by one through the very verb of the single submission. A draft and
 * its line commit together, so a run that begins again, or two of them at once, submit nothing twice; what is refused,
 * or was changed since it was chosen, keeps its reason and stops nobody else.
 */
// public: a job of the platform; it acts as the person whose verb queued it, with the rights they have now
export async function runSubmissions(desk: ImportDesk, importId: string): Promise<void> {
  const job = await findImport(desk.db, importId)
  if (job?.submissionStatus !== 'running' || !job.submittedBy || job.noun === 'deployment') return
  const read = await loadReader(desk.db, { accountId: job.submittedBy, provedAt: job.updatedAt })
  const actor = onlyFor(read.actor, job.organizationId)
  const context = (): Context => ({
    ...desk,
    ...{ actor, now: new Date(), requestId: `submissions ${importId}` },
  })
  if (!canSubmitImported(actor, factsOf(job), job.noun).ok)
    return inTransaction(context(), async tx => {
      await endSubmissions(tx, importId, 'cancelled')
      await releaseSubmissions(tx, importId)
    })
  for (let line: number | null = 0; line !== null; ) line = await step(context(), job, line)
  await inTransaction(context(), tx => endSubmissions(tx, importId, 'done'))
}

/** One draft behind this line; null when none waits there any more, or the run was stopped. */
async function step(ctx: Context, job: ImportJobRow, after: number): Promise<number | null> {
  let at: number | null = null
  try {
    return await inTransaction(ctx, async tx => {
      if (!(await lockSubmissions(tx, job.id))) return null
      const row = await takeSubmission(tx, job.id, after)
      if (!row) return null
      at = row.line
      await submit({ ...ctx, db: tx }, job, row)
      await setSubmission(tx, row, { submission: 'done', submissionReason: null })
      return row.line
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null || at === null) throw error
    const row = { jobId: job.id, line: at }
    await inTransaction(ctx, tx => setSubmission(tx, row, { submission: 'failed', submissionReason: reason }))
    return at
  }
}

/** The submission's key follows from the draft and its revision, so that it is one deed however often it is tried. */
async function submit(ctx: Context, { noun }: ImportJobRow, row: ImportRowRow): Promise<void> {
  const rev = row.submissionRev ?? 0
  const formKey = v5(`submit ${rev}`, row.objectId)
  if (noun === 'scenario') await submitScenario(ctx, { id: brand<ScenarioId>(row.objectId), rev, formKey })
  else await submitProduct(ctx, { id: brand<ProductId>(row.objectId), rev, formKey })
}
