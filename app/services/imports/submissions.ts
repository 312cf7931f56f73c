import { z } from 'zod'
import {
  beginSubmissions,
  endSubmissions,
  importedProducts,
  importedScenarios,
  queueSubmissions,
  releaseSubmissions,
} from '#db/queries/import-submissions.ts'
import type { ImportJobRow } from '#db/queries/imports.ts'
import { addJob } from '#db/queries/jobs.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { canImport, canSubmitImported } from '#domain/imports/policy.ts'
import type { SubmissionRunStatus, SubmissionStatus } from '#domain/imports/states.ts'
import { Product } from '#domain/products/product.ts'
import { choice, decimal, listOf } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import { parseId } from '#domain/shared/ids.ts'
import { all, type Verdict, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { proofGapsOf } from '../products/proof.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { openPlaces } from '../scenarios/complete.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { factsOf, loadImport } from './load.ts'

export interface ImportedDraft {
  line: number
  id: string
  name: string
  rev: number
  /** It can still be submitted: a draft, or returned. */
  open: boolean
  /** How much is missing before it can be. */
  missing: number
  submission: SubmissionStatus | null
  reason: string | null
}

/** Drafts judged between two looks at other requests. */
const judgedAtOnce = 200

/** What an import made, with what each draft lacks now, by the rules of the single submission. */
async function draftsOf(ctx: Context, { id, noun }: ImportJobRow): Promise<ImportedDraft[]> {
  const scenarios = noun === 'scenario' ? await importedScenarios(ctx.db, id) : []
  const products = noun === 'product' ? await importedProducts(ctx.db, id) : []
  const drafts: ImportedDraft[] = []
  const add = async (row: (typeof scenarios)[number] | (typeof products)[number], missing: number) => {
    const { line, name, rev, status, submission, reason } = row
    const open = status === 'draft' || status === 'returned'
    drafts.push({ line, id: row.id, name, rev, open, missing: open ? missing : 0, submission, reason })
    if (drafts.length % judgedAtOnce === 0) await new Promise(resolve => setImmediate(resolve))
  }
  for (const row of scenarios) await add(row, openPlaces(row.content, ctx.now).length)
  for (const row of products) {
    const whole = Product.safeParse(row.content)
    const gaps = await proofGapsOf(ctx, row.id, row.content)
    await add(row, (whole.success ? 0 : whole.error.issues.length) + gaps.length)
  }
  return drafts
}

const isReady = ({ open, missing, submission }: ImportedDraft) =>
  open && missing === 0 && submission !== 'waiting'

export interface SubmissionsPage {
  id: string
  noun: 'scenario' | 'product'
  fileName: string
  status: SubmissionRunStatus | null
  drafts: ImportedDraft[]
  /** Drafts that are complete and wait for nothing; those that lack something; those that are no drafts any more. */
  counts: { ready: number; incomplete: number; gone: number; waiting: number; done: number; failed: number }
  page: number
  pages: number
  formKey: string
  can: { submit: Verdict; cancel: Verdict }
}

const pageSize = 50

/** 导入后一并提交: which of the drafts are complete, for the people of their organisation. */
export async function showSubmissions(
  ctx: Context,
  id: unknown,
  query: { page?: string | undefined } = {},
): Promise<SubmissionsPage> {
  const job = await loadImport(ctx, id)
  const noun = found(job.noun === 'deployment' ? null : job.noun, 'import.unknown')
  const drafts = await draftsOf(ctx, job)
  const n = (test: (draft: ImportedDraft) => boolean) => drafts.filter(test).length
  const pages = Math.max(1, Math.ceil(drafts.length / pageSize))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1))
  const isRunning = job.submissionStatus === 'running'
  return {
    ...{ id: job.id, noun, fileName: job.fileName, status: job.submissionStatus },
    drafts: drafts.slice((page - 1) * pageSize, page * pageSize),
    counts: {
      ready: n(isReady),
      incomplete: n(({ open, missing }) => open && missing > 0),
      gone: n(({ open }) => !open),
      waiting: n(({ submission }) => submission === 'waiting'),
      done: n(({ submission }) => submission === 'done'),
      failed: n(({ submission }) => submission === 'failed'),
    },
    ...{ page, pages, formKey: newFormKey() },
    can: {
      submit: all(canSubmitImported(ctx.actor, factsOf(job), noun), when(!isRunning, 'import.submitting')),
      cancel: all(canImport(ctx.actor, job.organizationId), when(isRunning, 'import.notSubmitting')),
    },
  }
}

const importId = z.string().refine(text => parseId(text) !== null, 'field.id')

export const SubmitImported = z.object({
  id: importId,
  /** All drafts that are complete, or those of the ticked ones that are. */
  which: choice(['all', 'chosen']),
  lines: listOf(decimal({ min: 1, max: 10_000_000, integer: true }), { max: importLimits.rows }),
  formKey,
})
export type SubmitImported = z.infer<typeof SubmitImported>

/** 一并提交审核: complete drafts wait for the worker at the revision they have now; nothing is submitted yet. */
export async function submitImported(ctx: Context, input: SubmitImported): Promise<void> {
  const { id, which, lines, formKey: key } = SubmitImported.parse(input)
  const job = await loadImport(ctx, id)
  const noun = found(job.noun === 'deployment' ? null : job.noun, 'import.unknown')
  if (await alreadyDone(ctx.db, id, key)) return
  permit(canSubmitImported(ctx.actor, factsOf(job), noun))
  if (job.submissionStatus === 'running') throw new Refusal('conflict', 'import.submitting')
  const chosen = (await draftsOf(ctx, job)).filter(
    draft => isReady(draft) && (which === 'all' || lines.includes(draft.line)),
  )
  if (chosen.length === 0) throw new Refusal('invalid', 'import.noneComplete', { path: 'which' })
  await inTransaction(ctx, async tx => {
    const by = found(accountIdOf(ctx.actor), 'import.unknown')
    if (!(await beginSubmissions(tx, id, by))) {
      if (await alreadyDone(tx, id, key)) return
      throw new Refusal('conflict', 'import.submitting')
    }
    await queueSubmissions(tx, id, chosen)
    await addJob(tx, 'runSubmissions', { importId: id })
    const deed = { noun: 'import', id, deed: 'submit', from: job.status, to: job.status, formKey: key }
    await record(tx, ctx, { ...deed, after: { which, rows: chosen.length } })
  })
}

export const CancelSubmissions = z.object({ id: importId, formKey })
export type CancelSubmissions = z.infer<typeof CancelSubmissions>

/** 停止提交: what is submitted stays so, what waits is given back. */
export async function cancelSubmissions(ctx: Context, input: CancelSubmissions): Promise<void> {
  const { id, formKey: key } = CancelSubmissions.parse(input)
  const job = await loadImport(ctx, id)
  if (await alreadyDone(ctx.db, id, key)) return
  permit(canImport(ctx.actor, job.organizationId))
  await inTransaction(ctx, async tx => {
    if (!(await endSubmissions(tx, id, 'cancelled'))) {
      if (await alreadyDone(tx, id, key)) return
      throw new Refusal('conflict', 'import.notSubmitting')
    }
    await releaseSubmissions(tx, id)
    const deed = { noun: 'import', id, deed: 'stopSubmit', from: job.status, to: job.status, formKey: key }
    await record(tx, ctx, deed)
  })
}
