import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { listWaiting, wasStaged } from '#db/queries/addendum-files.ts'
import { insertAttachments, removeAttachment } from '#db/queries/files.ts'
import { lockScenario, type ScenarioRow } from '#db/queries/scenarios.ts'
import { type FilePurpose, fileLimits, purposesOf } from '#domain/files/file.ts'
import { Fates } from '#domain/scenarios/addendum-files.ts'
import { canAmendScenario, canWriteAddenda } from '#domain/scenarios/policy.ts'
import { choice, optional } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { FileId, ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { type FileRow, orderJobs, spendDay, takeUploads } from '../files/take.ts'
import type { Upload } from '../files/upload.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { conflict } from '../transition.ts'
import { factsOf, loadScenario } from './load.ts'

export const StageFiles = z.object({
  id: id.scenario,
  /** The form's key for its files; the deed that they wait for has another one. */
  fileKey: formKey.optional(),
  purpose: choice(purposesOf.scenario as readonly [FilePurpose, ...FilePurpose[]]).optional(),
  /** The file in whose place they are meant to stand. */
  replaces: optional(id.file),
  fates: Fates,
  /** Which button was pressed: `keep` puts files by, `stay` keeps what was typed; neither publishes. */
  act: optional(choice(['keep', 'stay'])),
})
export type StageFiles = z.infer<typeof StageFiles>

/** Whether this person writes addenda of the scenario at all: asked before a byte of a form is read. */
export async function permitStaging(ctx: Context, scenarioId: unknown): Promise<void> {
  const { scenario } = await loadScenario(ctx, scenarioId)
  permit(canWriteAddenda(ctx.actor, factsOf(scenario)))
}

/**
 * 暂存公告附件: takes the files of an addendum's form before the rest of it is judged, so that a refused form has lost
 * nothing, and lets go of those that were dropped. They are of no version and nobody outside the organisation knows
 * of them until an addendum publishes them.
 */
export async function stageFiles(ctx: Context, input: StageFiles, uploads: readonly Upload[]): Promise<void> {
  const { id: scenarioId, fileKey, purpose, replaces, fates, act } = StageFiles.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  permit(canWriteAddenda(ctx.actor, factsOf(scenario)))
  const dropped = (Object.keys(fates) as FileId[]).filter(file => fates[file] === 'drop')
  if (dropped.length > 0) await dropFiles(ctx, scenarioId, dropped)
  if (uploads.length === 0 && act === 'keep' && dropped.length === 0)
    throw new Refusal('invalid', 'file.none', { path: 'file' })
  if (uploads.length === 0) return
  if (!fileKey) throw new Refusal('invalid', 'field.formKey', { path: 'file' })
  if (await wasStaged(ctx.db, scenarioId, fileKey)) return
  permit(canAmendScenario(ctx.actor, factsOf(scenario)))
  const what = { purpose: purpose ?? purposesOf.scenario[0] ?? 'other', replaces: replaces ?? null, fileKey }
  await takeUploads(ctx, uploads, rows => save(ctx, scenarioId, { rows, ...what }))
}

interface Saving {
  rows: readonly FileRow[]
  purpose: FilePurpose
  replaces: FileId | null
  fileKey: string
}

/** Rows, history and jobs; false when this very form has brought its files before. */
function save(ctx: Context, scenarioId: ScenarioId, saving: Saving): Promise<boolean> {
  const { rows, purpose, replaces, fileKey } = saving
  return inTransaction(ctx, async tx => {
    const scenario = found(await lockScenario(tx, scenarioId, 'update'), 'scenario.unknown')
    if (await wasStaged(tx, scenarioId, fileKey)) return false
    await permitStill(tx, ctx, scenario)
    const waiting = await listWaiting(tx, scenarioId)
    if (waiting.length + rows.length > fileLimits.perObject)
      throw new Refusal('invalid', 'addendum.tooManyWaiting', {
        path: 'file',
        detail: { max: fileLimits.perObject },
      })
    const { organizationId } = scenario
    await spendDay(tx, ctx, { organizationId, rows })
    const made = rows.map(row => ({
      ...row,
      ...{ id: newId<FileId>(), organizationId, noun: 'scenario' as const, objectId: scenarioId },
      ...{ purpose, replaces, addendumKey: fileKey },
    }))
    await insertAttachments(tx, made)
    await orderJobs(tx, made)
    const after = made.map(({ name, kind, bytes, sha256 }) => ({ name, kind, size: bytes, sha256, purpose }))
    await trace(tx, ctx, { scenario, deed: 'stageFile', after })
    return true
  })
}

/** What was judged before the bytes were kept may have closed meanwhile; the database's clock has the last word. */
async function permitStill(tx: Tx, ctx: Context, scenario: ScenarioRow): Promise<void> {
  permit(canAmendScenario(ctx.actor, factsOf(scenario)))
  const isOver = scenario.bidDeadline === null || (await ctx.clock(tx)) >= scenario.bidDeadline
  if (isOver) throw new Refusal('conflict', 'bid.deadlinePassed')
}

/** Lets waiting files go; one that somebody else let go, or that has been published meanwhile, is left alone. */
function dropFiles(ctx: Context, scenarioId: ScenarioId, ids: readonly FileId[]): Promise<void> {
  return inTransaction(ctx, async tx => {
    const scenario = found(await lockScenario(tx, scenarioId, 'update'), 'scenario.unknown')
    const waiting = (await listWaiting(tx, scenarioId)).filter(({ file }) => ids.includes(file.id))
    const by = { removedAt: ctx.now, removedBy: accountIdOf(ctx.actor) }
    for (const { file } of waiting)
      if (!(await removeAttachment(tx, file.id, by))) throw await conflict(tx, 'scenario', scenarioId)
    const before = waiting.map(({ file: { name, kind, sha256, purpose } }) => ({
      name,
      kind,
      sha256,
      purpose,
    }))
    if (before.length > 0) await trace(tx, ctx, { scenario, deed: 'dropFile', before })
  })
}

/** The chain keeps a digest of what was put by; its names stay with the organisation. */
function trace(
  tx: Tx,
  ctx: Context,
  {
    scenario: { id, status },
    ...told
  }: { scenario: ScenarioRow; deed: string; before?: unknown; after?: unknown },
): Promise<void> {
  return record(tx, ctx, { noun: 'scenario', id, from: status, to: status, ...told })
}
