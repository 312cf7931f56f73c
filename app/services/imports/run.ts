import {
  findImport,
  finishImport,
  type ImportJobRow,
  type ImportRowRow,
  lockRunningImport,
  moveImport,
  releaseImportRows,
  setImportRows,
  takeImportRows,
} from '#db/queries/imports.ts'
import { judgeRow } from '#domain/imports/judge.ts'
import { canImport } from '#domain/imports/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { loadReader } from '../accounts/actor.ts'
import type { Context } from '../context.ts'
import { declareDeployment } from '../products/declare-deployment.ts'
import { draftProduct } from '../products/draft.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { draftScenario } from '../scenarios/draft.ts'
import { inTransaction } from '../transaction.ts'

/** Rows that become drafts in one transaction: a crash takes back that many at most, and they are taken again. */
const batch = 25

/** A context without its asker: the run asks as whoever started it. */
export type ImportDesk = Omit<Context, 'actor' | 'now' | 'requestId'>

/**
 * 导入: the waiting rows become drafts through the very verbs of the forms, batch by batch, until none waits or somebody
 * stops it. A row and its draft commit together under an id that was known before, so a run that begins again, or two
 * of them at once, never make a row twice. Whoever started it must still be allowed to draft.
 */
// public: a job of the platform; it acts as the person whose verb queued it, with the rights they have now
export async function runImport(desk: ImportDesk, importId: string): Promise<void> {
  const job = await findImport(desk.db, importId)
  if (job?.status !== 'running' || !job.startedBy) return
  // Starting it was proved with whatever factor the person has; the run needs no office of theirs.
  const read = await loadReader(desk.db, { accountId: job.startedBy, provedAt: job.updatedAt })
  const ctx: Context = {
    ...desk,
    ...{ actor: onlyFor(read.actor, job.organizationId), now: new Date(), requestId: `import ${importId}` },
  }
  const { actor } = ctx
  if (!canImport(actor, job.organizationId).ok) return stop(ctx, importId)
  while (await step({ ...ctx, now: new Date() }, job));
  await inTransaction(ctx, tx => finishImport(tx, importId, new Date()))
}

/** The person as a member of this organisation alone, so that every draft becomes its own. */
export function onlyFor(actor: Actor, organizationId: OrganizationId): Actor {
  if (actor.kind !== 'person') return actor
  const memberships = actor.memberships.filter(each => each.organizationId === organizationId)
  return { ...actor, memberships, offices: [] }
}

/** One batch; false when nothing waits any more, or the run was stopped. */
async function step(ctx: Context, job: ImportJobRow): Promise<boolean> {
  let lines: number[] = []
  try {
    return await inTransaction(ctx, async tx => {
      const inner = { ...ctx, db: tx }
      if (!(await lockRunningImport(tx, job.id))) return false
      const rows = await takeImportRows(tx, job.id, batch)
      lines = rows.map(row => row.line)
      for (const row of rows) await draft(inner, job, row)
      await setImportRows(tx, job.id, { lines, status: 'done' })
      return rows.length > 0
    })
  } catch (error) {
    if (reasonOf(error) === null) throw error
    // One of them was refused: each by itself, so that the others go on.
    for (const line of lines) await single(ctx, job, line)
    return true
  }
}

async function single(ctx: Context, job: ImportJobRow, line: number): Promise<void> {
  try {
    await inTransaction(ctx, async tx => {
      const inner = { ...ctx, db: tx }
      if (!(await lockRunningImport(tx, job.id))) return
      const row = (await takeImportRows(tx, job.id, batch)).find(each => each.line === line)
      if (!row) return
      await draft(inner, job, row)
      await setImportRows(tx, job.id, { lines: [line], status: 'done' })
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    await inTransaction(ctx, tx => setImportRows(tx, job.id, { lines: [line], status: 'failed', reason }))
  }
}

/** Why a row cannot be made: a verb's refusal, or data that the database does not take; null for any other fault. */
export function reasonOf(error: unknown): Reason | null {
  if (isRefusal(error)) return error.reason
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^2[23]/.test(code) ? 'import.rowRefused' : null
}

async function draft(ctx: Context, { noun }: ImportJobRow, row: ImportRowRow): Promise<void> {
  const formKey = row.objectId
  if (noun === 'scenario') {
    const { content } = judgeRow('scenario', row.cells, row.problems)
    if (!content) throw new Refusal('invalid', 'import.rowChanged')
    await draftScenario(ctx, { ...content, formKey })
  } else if (noun === 'deployment') {
    const { content } = judgeRow('deployment', row.cells, row.problems)
    if (!content) throw new Refusal('invalid', 'import.rowChanged')
    await declareDeployment(ctx, { ...content, formKey })
  } else {
    const { content } = judgeRow('product', row.cells, row.problems)
    if (!content) throw new Refusal('invalid', 'import.rowChanged')
    await draftProduct(ctx, { ...content, formKey })
  }
}

/** Who started it may not draft any more: what waits is given back. */
async function stop(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx, async tx => {
    await moveImport(tx, importId, { from: ['running'], to: 'cancelled', updatedAt: new Date() })
    await releaseImportRows(tx, importId)
  })
}

export function importIdIn(payload: unknown): string {
  const id =
    typeof payload === 'object' && payload !== null && 'importId' in payload ? payload.importId : null
  if (typeof id !== 'string') throw new Error('an import job without its import')
  return id
}
