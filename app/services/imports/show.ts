import { countImportRows, listImportRows, listImportsOf, type RowCounts } from '#db/queries/imports.ts'
import type { Cells, ImportNoun } from '#domain/imports/column.ts'
import type { CellError } from '#domain/imports/judge.ts'
import { canCancelImport, canImport, canSteerImport, importsFor } from '#domain/imports/policy.ts'
import type { Duplicate, ImportFormat, ImportRowStatus, ImportStatus } from '#domain/imports/states.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadImport } from './load.ts'

export interface ImportLine {
  id: string
  noun: ImportNoun
  format: ImportFormat
  fileName: string
  status: ImportStatus
  at: Date
  counts: RowCounts
  total: number
}

const totalOf = ({ duplicate: _, ...counts }: RowCounts) =>
  Object.values(counts).reduce((sum, n) => sum + n, 0)

/** 导入记录 of the reader's organisations, the newest first. */
export async function listImports(ctx: Context): Promise<{ imports: ImportLine[]; can: Verdict }> {
  permit(isSignedIn(ctx.actor))
  const ids = ctx.actor.kind === 'person' ? ctx.actor.memberships.map(each => each.organizationId) : []
  const jobs = await listImportsOf(ctx.db, ids, 100)
  const counts = await countImportRows(
    ctx.db,
    jobs.map(({ id }) => id),
  )
  return {
    imports: jobs.map(({ id, noun, format, fileName, status, createdAt: at }) => {
      const own = counts.get(id) ?? {}
      return { id, noun, format, fileName, status, at, counts: own, total: totalOf(own) }
    }),
    can: canImport(ctx.actor, importsFor(ctx.actor, 'product')?.organizationId ?? null),
  }
}

export interface ImportRowView {
  line: number
  name: string
  status: ImportRowStatus
  errors: CellError[]
  missing: number
  duplicate: Duplicate | null
  objectId: string | null
  reason: string | null
}

export interface ImportPage extends ImportLine {
  notes: { unknown: string[]; repeated: string[]; orphans: string[] }
  rows: ImportRowView[]
  page: number
  pages: number
  show: 'all' | 'invalid' | 'ready' | 'done'
  can: { steer: Verdict; cancel: Verdict }
  formKey: string
}

const pageSize = 50
const shown: Record<ImportPage['show'], ImportRowStatus[]> = {
  all: ['invalid', 'ready', 'waiting', 'done', 'failed'],
  invalid: ['invalid', 'failed'],
  ready: ['ready', 'waiting'],
  done: ['done'],
}

/** One import: how many rows stand where, and a page of them with what is wrong. */
export async function showImport(
  ctx: Context,
  id: unknown,
  query: { show?: string | undefined; page?: string | undefined } = {},
): Promise<ImportPage> {
  const job = await loadImport(ctx, id)
  const counts = (await countImportRows(ctx.db, [job.id])).get(job.id) ?? {}
  const show = (['invalid', 'ready', 'done'] as const).find(each => each === query.show) ?? 'all'
  const total = shown[show].reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1))
  const window = { statuses: shown[show], offset: (page - 1) * pageSize, limit: pageSize }
  const rows = await listImportRows(ctx.db, job.id, window)
  const facts = factsOf(job)
  const { noun, format, fileName, status, notes } = job
  return {
    ...{
      id: job.id,
      noun,
      format,
      fileName,
      status,
      at: job.createdAt,
      counts,
      total: totalOf(counts),
      notes,
    },
    rows: rows.map(({ line, cells, errors, missing, duplicate, objectId, reason, ...row }) => ({
      ...{ line, status: row.status, errors, missing, duplicate, reason },
      name: nameIn(noun, cells),
      objectId: row.status === 'done' ? objectId : null,
    })),
    ...{ page, pages, show, formKey: newFormKey() },
    can: { steer: canSteerImport(ctx.actor, facts), cancel: canCancelImport(ctx.actor, facts) },
  }
}

function nameIn(noun: ImportNoun, cells: Cells): string {
  const { product, place, task } = cells
  if (noun === 'deployment') return [product, place ?? task].filter(part => part !== undefined).join(' · ')
  return String(cells[noun === 'scenario' ? 'title' : 'name'] ?? '')
}
