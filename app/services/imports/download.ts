import { listOwnDeployments } from '#db/queries/deployments.ts'
import { listImportRows } from '#db/queries/imports.ts'
import { listProductsOf } from '#db/queries/products.ts'
import { listScenariosOf } from '#db/queries/scenarios.ts'
import { type ImportNoun, importNouns } from '#domain/imports/column.ts'
import { exportRows } from '#domain/imports/limits.ts'
import { canImport, importsFor } from '#domain/imports/policy.ts'
import { importFormats } from '#domain/imports/states.ts'
import type { Stored } from '#domain/imports/write.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Deployment } from '#domain/products/deployments.ts'
import { choice } from '#domain/shared/fields.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Locale } from '#domain/shared/localized.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'
import { writeLines, writeRecords } from './files/write.ts'
import { loadImport } from './load.ts'

export interface Download {
  name: string
  type: string
  bytes: Uint8Array
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

const Noun = choice(importNouns)
const Format = choice(importFormats)

// public: a blank table with the platform's own words, the same for everybody
/** 模板: a blank table with every column, in a workbook with what may stand in each. */
export async function importTemplate(
  _ctx: Context,
  asked: { noun: unknown; format: unknown },
  locale: Locale,
): Promise<Download> {
  const { noun, format } = askedFor(asked)
  const table = format === 'csv' ? 'csv' : 'xlsx'
  const bytes = writeLines(noun, [], { format: table, locale, blank: true })
  return { name: `${noun}-template.${table}`, type: types[table], bytes }
}

/** 导出 of the organisation's own scenarios or products; the file imports back to the same rows. */
export async function exportOwn(
  ctx: Context,
  asked: { noun: unknown; format: unknown },
  locale: Locale,
): Promise<Download> {
  permit(isSignedIn(ctx.actor))
  const { noun, format } = askedFor(asked)
  const membership = importsFor(ctx.actor, noun)
  permit(canImport(ctx.actor, membership?.organizationId ?? null))
  const { organizationId } = found(membership, 'import.unknown')
  const records = await recordsOf(ctx, noun, organizationId)
  const bytes = writeRecords(noun, records.slice(0, exportRows), { format, locale })
  return { name: `${noun}s.${format}`, type: types[format], bytes }
}

async function recordsOf(
  ctx: Context,
  noun: ImportNoun,
  organizationId: OrganizationId,
): Promise<{ id: string; content: Stored }[]> {
  switch (noun) {
    case 'product':
      return (await listProductsOf(ctx.db, [organizationId])).map(({ product, version }) => ({
        id: product.id,
        content: { ...version.content },
      }))
    case 'scenario':
      return (await listScenariosOf(ctx.db, [organizationId])).map(({ scenario }) => ({
        id: scenario.id,
        content: { ...scenario.content },
      }))
    case 'deployment':
      return (await listOwnDeployments(ctx.db, organizationId, exportRows)).map(({ id, ...row }) => ({
        id,
        content: Object.fromEntries([
          ['product', row.productNumber ?? row.productId],
          ...deploymentKeys.map(key => [key, row[key]]),
        ]),
      }))
  }
}

/** What a case says; who recorded it and when is not part of it. */
const deploymentKeys = [
  ...['place', 'isAnonymous', 'region', 'since', 'units'],
  ...['task', 'stage', 'evidenceUrl', 'evidenceNote', 'inUse'],
] as (keyof Deployment)[]

/** The rows of an import that are wrong, with what is wrong before each: to be mended and sent again. */
export async function downloadErrors(
  ctx: Context,
  id: unknown,
  say: (noun: ImportNoun, error: { key: string; message: string; typed: string }) => string,
): Promise<Download> {
  const job = await loadImport(ctx, id)
  const window = { statuses: ['invalid', 'failed'] as const, offset: 0, limit: exportRows }
  const rows = await listImportRows(ctx.db, job.id, window)
  const lines = rows.map(({ cells, errors }) => ({
    cells,
    said: errors.map(error => say(job.noun, error)).join('；'),
  }))
  const bytes = writeLines(job.noun, lines, { format: 'xlsx', locale: 'zh' })
  return { name: `${job.noun}-errors.xlsx`, type: types.xlsx, bytes }
}

function askedFor({ noun, format }: { noun: unknown; format: unknown }) {
  const parsed = Noun.safeParse(noun)
  const as = Format.safeParse(format)
  return {
    noun: found(parsed.success ? parsed.data : null, 'import.unknown'),
    format: as.success ? as.data : ('xlsx' as const),
  }
}
