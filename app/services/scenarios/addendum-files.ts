import type { DbOrTx, Tx } from '#db/client.ts'
import {
  addWithAddendum,
  listFilesById,
  listWaiting,
  withdrawWithAddendum,
} from '#db/queries/addendum-files.ts'
import { type AttachmentRow, listAttachments } from '#db/queries/files.ts'
import type { ScenarioRow } from '#db/queries/scenarios.ts'
import { fileLimits } from '#domain/files/file.ts'
import { canFetchFile } from '#domain/files/policy.ts'
import {
  decideFiles,
  type FileDecision,
  type FileFate,
  type FilesAtHand,
  fileChanges,
  type VersionFile,
  type VersionFiles,
} from '#domain/scenarios/addendum-files.ts'
import { canAmendScenario } from '#domain/scenarios/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { FileId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { scenarioHolder } from '../files/holder.ts'
import { type FileView, filesOf, viewOf } from '../files/list.ts'
import { newFormKey } from '../new-id.ts'
import { Refusal } from '../refusal.ts'
import { conflict } from '../transition.ts'
import { factsOf } from './load.ts'

const versionOf = (row: AttachmentRow): VersionFile => ({
  ...{
    id: row.id,
    name: row.name,
    kind: row.kind,
    purpose: row.purpose,
    bytes: row.bytes,
    sha256: row.sha256,
  },
  on: dayOf(row.createdAt),
})

async function filesAtHand(db: DbOrTx, { id }: ScenarioRow) {
  const rows = (await listAttachments(db, 'scenario', id)).filter(row => row.removedAt === null)
  const waiting = await listWaiting(db, id)
  const hand: FilesAtHand = {
    current: rows.map(versionOf),
    waiting: waiting.map(({ file }) => ({ ...versionOf(file), scan: file.scan })),
  }
  return { hand, waiting }
}

interface Said {
  fates: Readonly<Record<FileId, FileFate>>
  /** The form's own files are meant to be published even where it could not name them yet. */
  fileKey: string | undefined
}

// public: asked by the verb that judges the addendum, inside its transaction
/** The attachments after the addendum as its form wants them; the scenario's row is locked. */
export async function filesAfter(
  tx: Tx,
  scenario: ScenarioRow,
  { fates, fileKey }: Said,
): Promise<FileDecision> {
  const { hand, waiting } = await filesAtHand(tx, scenario)
  const own = waiting.filter(({ file }) => fileKey !== undefined && file.addendumKey === fileKey)
  const meant = Object.fromEntries(own.map(({ file }) => [file.id, file.replaces ?? ('add' as const)]))
  const decision = decideFiles(hand, { ...meant, ...fates })
  if (decision.ok) return decision
  const { reason, detail } = decision
  throw new Refusal('invalid', reason, { path: 'fates', ...(detail && { detail }) })
}

/** Carries the decision out with the addendum of this number; its row is there already. */
export async function moveFiles(
  tx: Tx,
  { id }: ScenarioRow,
  { added, withdrawn, number }: Pick<FileDecision, 'added' | 'withdrawn'> & { number: number },
): Promise<void> {
  const came = await addWithAddendum(tx, added, number)
  const went = await withdrawWithAddendum(tx, withdrawn, number)
  if (came !== added.length || went !== withdrawn.length) throw await conflict(tx, 'scenario', id)
}

/** A file of a version as the comparison shows it. */
export interface VersionFileView extends VersionFile {
  /** Whether this reader can have it now. */
  open: boolean
}

export interface FileChangeView {
  before: VersionFileView | null
  after: VersionFileView | null
}

// public: of a scenario that its loader has judged; the file's own policy says whether it can be had
/** What each addendum changed among the attachments, with what of it this reader can open. */
export async function fileChangesOf(
  ctx: Context,
  scenario: ScenarioRow,
  addenda: readonly { files: VersionFiles | null }[],
): Promise<FileChangeView[][]> {
  const changes = addenda.map(({ files }) => (files ? fileChanges(files) : []))
  const ids = changes.flat().flatMap(({ before, after }) => [before?.id ?? [], after?.id ?? []].flat())
  const holder = scenarioHolder(ctx.actor, scenario)
  const rows = await listFilesById(ctx.db, [...new Set(ids)])
  const open = new Set(rows.filter(row => canFetchFile(ctx.actor, holder, row).ok).map(row => row.id))
  const view = (file: VersionFile | null) => file && { ...file, open: open.has(file.id) }
  return changes.map(list => list.map(({ before, after }) => ({ before: view(before), after: view(after) })))
}

export interface WaitingFileView extends FileView {
  /** Who uploaded it. */
  by: string | null
  isOwn: boolean
  replaces: FileId | null
}

export interface AddendumFilesSheet {
  current: FileView[]
  waiting: WaitingFileView[]
  /** How many more may wait. */
  room: number
  fileKey: string
}

/** The attachments as they are, and what waits for the next addendum: for those who can publish it, and nobody else. */
export async function filesForAddendum(ctx: Context, scenario: ScenarioRow): Promise<AddendumFilesSheet> {
  const holder = scenarioHolder(ctx.actor, scenario)
  const mayKnow = canAmendScenario(ctx.actor, factsOf(scenario)).ok
  const rows = mayKnow ? await listWaiting(ctx.db, scenario.id) : []
  const accountId = ctx.actor.kind === 'person' ? ctx.actor.accountId : null
  return {
    current: await filesOf(ctx, holder),
    waiting: rows.map(({ file, by }) => ({
      ...viewOf(ctx, holder, file),
      ...{ by, isOwn: file.createdBy === accountId, replaces: file.replaces },
    })),
    room: Math.max(0, fileLimits.perObject - rows.length),
    fileKey: newFormKey(),
  }
}
