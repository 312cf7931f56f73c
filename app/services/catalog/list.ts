import { countEntries, listEntries } from '#db/queries/catalog.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { districtsOf, holds } from '#domain/shared/actor.ts'
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

const underWay = entryLifecycle.statuses.filter(status => status !== 'delisted')

// public: the statuses it asks for are the public ones, except for officers
/** 典型场景应用目录: from the public notice on for everybody; officers also see what is under way, a district its own. */
export async function listCatalog(
  ctx: Context,
  { page, domain }: { page: number; domain: string | null },
): Promise<EntryList> {
  const inside = holds(ctx.actor, 'handler', 'approver', 'auditor')
  const statuses: readonly EntryStatus[] = inside ? underWay : publicEntryStatuses
  const own = inside ? [] : districtsOf(ctx.actor)
  const known = domainIds.find(id => id === domain) ?? null
  const filter = { statuses, domain: known ?? undefined, wholly: { districts: own, statuses: underWay } }
  const [total, records] = await Promise.all([
    countEntries(ctx.db, filter),
    listEntries(ctx.db, {
      ...filter,
      offset: (page - 1) * entriesPerPage,
      limit: entriesPerPage,
    }),
  ])
  return { entries: records.map(viewOf), total, page, domain: known, inside: inside || own.length > 0 }
}
