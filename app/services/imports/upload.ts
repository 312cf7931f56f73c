import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import {
  insertImport,
  insertImportRows,
  knownKeys,
  type NewImportRow,
  ownNames,
  setImportNotes,
} from '#db/queries/imports.ts'
import { type ImportNoun, importNouns } from '#domain/imports/column.ts'
import { clip, judgeRow } from '#domain/imports/judge.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { canImport, importsFor } from '#domain/imports/policy.ts'
import { type Duplicate, identityOf } from '#domain/imports/states.ts'
import type { Membership } from '#domain/shared/actor.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import type { Upload } from '../files/upload.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { readImportFile } from './files/read.ts'
import type { ReadRow } from './files/table.ts'
import { identityIn, productsNamed, unnamedProduct } from './identity.ts'

export const UploadImport = z.object({ noun: choice(importNouns), formKey })
export type UploadImport = z.infer<typeof UploadImport>

/** Whoever may draft one may send a file of many; asked before a byte of it is read. */
export async function permitImport(ctx: Context): Promise<void> {
  permit(canImport(ctx.actor, importsFor(ctx.actor, 'product')?.organizationId ?? null))
}

/** Rows written at once. */
const batch = 250

/**
 * 上传并预览: every row is read, judged by the rules of the form and kept with what is wrong with it; nothing becomes a
 * draft yet. The form's key is the import's id, so the same form sent twice is one import.
 */
export async function uploadImport(
  ctx: Context,
  input: UploadImport,
  files: readonly Upload[],
): Promise<{ id: string }> {
  const { noun, formKey: id } = UploadImport.parse(input)
  const membership = importsFor(ctx.actor, noun)
  permit(canImport(ctx.actor, membership?.organizationId ?? null))
  const { organizationId } = found<Membership>(membership, 'import.unknown')
  const [file] = files
  if (!file) throw new Refusal('invalid', 'import.noFile', { path: 'file' })
  if (file.bytes > importLimits.bytes) throw new Refusal('invalid', 'import.tooLarge', { path: 'file' })
  const read = await readImportFile(noun, await readFile(file.path))
  return inTransaction(ctx, async tx => {
    const createdBy = found(accountIdOf(ctx.actor), 'import.unknown')
    const row = { id, organizationId, noun, format: read.format, fileName: nameOf(file.name), createdBy }
    const notes = { unknown: read.unknown, repeated: read.repeated, orphans: read.orphans }
    const times = { createdAt: ctx.now, updatedAt: ctx.now }
    if (!(await insertImport(tx, { ...row, ...times, notes, status: 'preview' }))) return { id }
    const rows = await keepRows(tx, { id, noun, organizationId }, read.rows)
    if (rows === 0) throw new Refusal('invalid', 'import.empty', { path: 'file' })
    await setImportNotes(tx, id, {
      unknown: read.unknown.slice(0, 50),
      repeated: read.repeated.slice(0, 50),
      orphans: read.orphans.slice(0, 50),
    })
    const deed = { noun: 'import', id, deed: 'upload', from: null, to: 'preview' }
    await record(tx, ctx, { ...deed, after: { noun, rows, file: row.fileName } })
    return { id }
  })
}

const nameOf = (name: string) =>
  clip(
    name
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .split(/[/\\]/)
      .at(-1) ?? '',
    120,
  )

interface Owner {
  id: string
  noun: ImportNoun
  organizationId: OrganizationId
}

async function keepRows(tx: Tx, owner: Owner, rows: AsyncIterable<ReadRow>): Promise<number> {
  const judge = await duplicateJudge(tx, owner)
  let held: ReadRow[] = []
  let all = 0
  const flush = async () => {
    if (held.length === 0) return
    await insertImportRows(tx, await judge(held))
    held = []
    // Reading and judging leave room for other requests in between.
    await new Promise(resolve => setImmediate(resolve))
  }
  for await (const row of rows) {
    held.push(row)
    all += 1
    if (held.length === batch) await flush()
  }
  await flush()
  return all
}

/** Judges rows in the order of the file and marks those that look like one that is there, or like an earlier row. */
async function duplicateJudge(tx: Tx, { id, noun, organizationId }: Owner) {
  const names = new Map<string, string>()
  for (const own of await ownNames(tx, organizationId, noun))
    names.set(identityOf(own.name, own.model), own.id)
  const seen = new Map<string, number>()
  return async (rows: readonly ReadRow[]): Promise<NewImportRow[]> => {
    const keyOf = ({ cells }: ReadRow) => String(cells.key ?? '').trim()
    const keys = await knownKeys(tx, {
      organizationId,
      noun,
      keys: rows.map(keyOf).filter(key => key !== ''),
    })
    const products = noun === 'deployment' ? await productsNamed(tx, organizationId, rows) : new Map()
    return rows.map(row => {
      const wrong = { ...row.problems, ...unnamedProduct(noun, row, products) }
      const { content, errors, missing } = judgeRow(noun, row.cells, wrong)
      const identity = identityIn(noun, row, products)
      const key = keyOf(row)
      const marks = [key && `key:${key}`, identity && `name:${identity}`].filter(mark => mark !== '')
      const earlier = marks.flatMap(mark => seen.get(mark) ?? [])[0]
      const duplicate = duplicateOf({ imported: keys.get(key), earlier, named: names.get(identity) })
      for (const mark of marks) if (!seen.has(mark)) seen.set(mark, row.line)
      return {
        ...{
          jobId: id,
          line: row.line,
          cells: row.cells,
          problems: row.problems,
          errors,
          missing,
          duplicate,
        },
        status: content ? ('ready' as const) : ('invalid' as const),
        objectId: newFormKey(),
        reason: null,
      }
    })
  }
}

function duplicateOf(found: {
  imported: string | undefined
  earlier: number | undefined
  named: string | undefined
}): Duplicate | null {
  if (found.imported !== undefined) return { kind: 'key', objectId: found.imported }
  if (found.earlier !== undefined) return { kind: 'twice', line: found.earlier }
  return found.named === undefined ? null : { kind: 'name', objectId: found.named }
}
