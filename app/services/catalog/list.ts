import { countEntries, listEntries } from '#db/queries/catalog.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { holds } from '#domain/shared/actor.ts'
import type { DomainId } from '#domain/vocabulary.ts'
import { domainIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import type { EntryView } from './show.ts'
import { viewOf } from './show.ts'

export const entriesPerPage = 20

export interface EntryList {
  entries: EntryView[]
  total: number
  page: number
  domain: DomainId | null
  /** True for officers, who also see what is not public yet. */
  inside: boolean
}

// public: the statuses it asks for are the public ones, except for officers
/** 典型场景应用目录: from the public notice on for everybody; the bureau also sees what is under way. */
export async function listCatalog(
  ctx: Context,
  { page, domain }: { page: number; domain: string | null },
): Promise<EntryList> {
  const inside = holds(ctx.actor, 'handler', 'approver', 'auditor')
  const statuses: readonly EntryStatus[] = inside
    ? entryLifecycle.statuses.filter(status => status !== 'delisted')
    : publicEntryStatuses
  const known = domainIds.find(id => id === domain) ?? null
  const [total, records] = await Promise.all([
    countEntries(ctx.db, statuses, known ?? undefined),
    listEntries(ctx.db, {
      statuses,
      domain: known ?? undefined,
      offset: (page - 1) * entriesPerPage,
      limit: entriesPerPage,
    }),
  ])
  return { entries: records.map(viewOf), total, page, domain: known, inside }
}
