import type { EntryRecord } from '#db/queries/catalog.ts'
import { findEntry } from '#db/queries/catalog.ts'
import type { EntryFacts } from '#domain/catalog/policy.ts'
import { canSeeEntry } from '#domain/catalog/policy.ts'
import type { EntryId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf({
  entry,
  pilot,
  handlers,
}: Pick<EntryRecord, 'entry' | 'pilot' | 'handlers'>): EntryFacts {
  const { demandOrganizationId, supplyOrganizationId, district } = pilot
  return {
    id: entry.id,
    status: entry.status,
    handlers,
    pilot: { demandOrganizationId, supplyOrganizationId, district },
  }
}

/** The entry as far as this actor may see it: from the public notice on, anybody. */
export async function loadEntry(ctx: Context, id: unknown): Promise<EntryRecord> {
  const entryId = found(parseId<EntryId>(id), 'entry.unknown')
  const record = found(await findEntry(ctx.db, entryId), 'entry.unknown')
  permit(canSeeEntry(ctx.actor, factsOf(record)))
  return record
}
