import { z } from 'zod'
import { findImport, type ImportJobRow } from '#db/queries/imports.ts'
import { importLimits } from '#domain/imports/limits.ts'
import type { ImportFacts } from '#domain/imports/policy.ts'
import { canSeeImport } from '#domain/imports/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { decimal, listOf } from '#domain/shared/fields.ts'
import { parseId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export const factsOf = ({ organizationId, status }: ImportJobRow): ImportFacts => ({ organizationId, status })

/** The import that a form is about. */
export const importId = z.string().refine(text => parseId(text) !== null, 'field.id')

/** The ticked lines of a form. */
export const tickedLines = listOf(decimal({ min: 1, max: 10_000_000, integer: true }), {
  max: importLimits.rows,
})

/** An import for the organisation whose it is; it does not exist for anybody else. */
export async function loadImport(ctx: Context, id: unknown): Promise<ImportJobRow> {
  permit(isSignedIn(ctx.actor))
  const known = found(parseId<ScenarioId>(id), 'import.unknown')
  const job = found(await findImport(ctx.db, known), 'import.unknown')
  permit(canSeeImport(ctx.actor, factsOf(job)))
  return job
}
