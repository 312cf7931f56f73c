import { findImport, type ImportJobRow } from '#db/queries/imports.ts'
import type { ImportFacts } from '#domain/imports/policy.ts'
import { canSeeImport } from '#domain/imports/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { parseId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export const factsOf = ({ organizationId, status }: ImportJobRow): ImportFacts => ({ organizationId, status })

/** An import for the organisation whose it is; it does not exist for anybody else. */
export async function loadImport(ctx: Context, id: unknown): Promise<ImportJobRow> {
  permit(isSignedIn(ctx.actor))
  const importId = found(parseId<ScenarioId>(id), 'import.unknown')
  const job = found(await findImport(ctx.db, importId), 'import.unknown')
  permit(canSeeImport(ctx.actor, factsOf(job)))
  return job
}
