import { z } from 'zod'
import { type FileKind, type FilePurpose, fileLimits, type ScanState } from '../files/file.ts'
import type { Day } from '../shared/dates.ts'
import { type FileId, parseId } from '../shared/ids.ts'
import { no, type Refused } from '../shared/verdict.ts'

/** A file as a version of the scenario names it: kept with the addendum, whatever becomes of the file itself. */
export interface VersionFile {
  id: FileId
  name: string
  kind: FileKind
  purpose: FilePurpose
  bytes: number
  /** Of the bytes, in lower-case hex: what was read is what was meant. */
  sha256: string
  /** The Beijing day on which it was uploaded. */
  on: Day
  /** The file of the version before in whose place it stands. */
  replaces?: FileId
}

/** The attachments of the scenario before an addendum and after it, whole on both sides. */
export interface VersionFiles {
  before: VersionFile[]
  after: VersionFile[]
}

/** A file that waits for the next addendum: nobody outside its organisation knows of it yet. */
export interface WaitingFile extends VersionFile {
  scan: ScanState
}

/** What an addendum does with a file, beside putting it in the place of another, which it then names. */
export const fileFates = ['keep', 'withdraw', 'add', 'hold', 'drop'] as const
export type FileFate = (typeof fileFates)[number] | FileId

const isFate = (text: string): boolean =>
  (fileFates as readonly string[]).includes(text) || parseId<FileId>(text) !== null

/** What the form says of each file by its id; a file that it does not name stays where it is. */
export const Fates = z
  .record(
    z.string().refine(text => parseId<FileId>(text) !== null, 'field.id'),
    z.string().refine(isFate, 'field.choice'),
  )
  .default({})
  .transform(fates => fates as Readonly<Record<FileId, FileFate>>)

/** Every attachment that a version of a scenario shows, and every one that may come with the next. */
export interface FilesAtHand {
  current: readonly VersionFile[]
  waiting: readonly WaitingFile[]
}

export interface FileDecision {
  ok: true
  files: VersionFiles
  added: FileId[]
  withdrawn: FileId[]
}

/**
 * The attachments after an addendum, with what comes and what goes. Refused are a file that is not there any more, one
 * that is not known to be clean (the days that bidders get would run while nobody can open it), two in the place of
 * one, and bytes that are among the attachments already, which would change nothing.
 */
export function decideFiles(
  { current, waiting }: FilesAtHand,
  fates: Readonly<Record<FileId, FileFate>>,
): FileDecision | Refused {
  const known = new Set([...current, ...waiting].map(file => file.id))
  const isLost = Object.entries(fates).some(
    ([id, fate]) => fate !== 'hold' && fate !== 'drop' && !known.has(id as FileId),
  )
  if (isLost) return no('addendum.fileGone')
  const added = waiting.flatMap(({ scan, replaces: _, ...file }) => {
    const fate = fates[file.id] ?? 'hold'
    if (fate === 'hold' || fate === 'drop' || fate === 'keep' || fate === 'withdraw') return []
    return [{ scan, file: fate === 'add' ? file : { ...file, replaces: fate } }]
  })
  const broken = added.map(({ scan, file }) => unfit(file, scan, current)).find(each => each !== null)
  if (broken) return broken
  const files = added.map(({ file }) => file as VersionFile)
  const twice = repeated(files, current)
  if (twice) return twice
  const replaced = new Set(files.flatMap(file => file.replaces ?? []))
  const stays = (file: VersionFile) => fates[file.id] !== 'withdraw' && !replaced.has(file.id)
  const before = current.map(({ replaces: _, ...file }) => file)
  const after = [...before.filter(stays), ...files]
  if (after.length > fileLimits.perObject) return no('file.tooMany', { max: fileLimits.perObject })
  return {
    ok: true,
    files: { before, after },
    added: files.map(file => file.id),
    withdrawn: before.filter(file => !stays(file)).map(file => file.id),
  }
}

function unfit(file: VersionFile, scan: ScanState, current: readonly VersionFile[]): Refused | null {
  const detail = { name: file.name }
  if (scan === 'infected') return no('addendum.fileInfected', detail)
  if (scan === 'waiting') return no('addendum.fileUnchecked', detail)
  const isThere = !file.replaces || current.some(each => each.id === file.replaces)
  return isThere ? null : no('addendum.replacesUnknown', detail)
}

function repeated(files: readonly VersionFile[], current: readonly VersionFile[]): Refused | null {
  const bytes = new Set(current.map(file => file.sha256))
  const places = new Set<FileId>()
  for (const file of files) {
    const detail = { name: file.name }
    if (bytes.has(file.sha256)) return no('addendum.sameFile', detail)
    if (file.replaces && places.has(file.replaces)) return no('addendum.replacedTwice', detail)
    bytes.add(file.sha256)
    if (file.replaces) places.add(file.replaces)
  }
  return null
}

/** One attachment that differs: what it was and what it is; one side is null where it came or went. */
export interface FileChange {
  before: VersionFile | null
  after: VersionFile | null
}

/**
 * What changed among the attachments, replaced ones side by side. All of it is 实质性变更: a drawing or a description of
 * the work is what a firm measures its answer by, and no rule can tell a corrected door width from a corrected stamp.
 */
export function fileChanges({ before, after }: VersionFiles): FileChange[] {
  const left = new Set(after.map(file => file.id))
  const had = new Set(before.map(file => file.id))
  const came = after.filter(file => !had.has(file.id))
  const gone = before
    .filter(file => !left.has(file.id))
    .map(file => ({ before: file, after: came.find(each => each.replaces === file.id) ?? null }))
  const paired = new Set(gone.map(({ after: file }) => file?.id))
  return [...gone, ...came.filter(file => !paired.has(file.id)).map(file => ({ before: null, after: file }))]
}

/** How many file names a letter tells before it only counts. */
const namesInLetter = 5

/** The names that a letter about an addendum tells, new ones before those they replace; at most five and a mark. */
export function namesOf(changes: readonly FileChange[]): string {
  const names = changes.map(({ before, after }) => (after ?? before)?.name ?? '')
  return [...names.slice(0, namesInLetter), ...(names.length > namesInLetter ? ['…'] : [])].join(' · ')
}
