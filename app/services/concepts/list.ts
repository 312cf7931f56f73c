import { z } from 'zod'
import { countProposals, findReindex, findVersion } from '#db/queries/concepts.ts'
import type { Concept } from '#domain/concepts/concept.ts'
import { conceptsWith } from '#domain/concepts/concept.ts'
import { canProposeConcept, canSeeProposals } from '#domain/concepts/policy.ts'
import { newestConcepts } from '#search/concepts.ts'
import type { Context } from '../context.ts'

const pageSize = 30

/** The list's address; what is no page is the first one. */
export const ConceptsQuery = z.object({
  q: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(100).catch(1),
})
export type ConceptsQuery = z.infer<typeof ConceptsQuery>

export interface Progress {
  done: number
  /** Null until the work has begun. */
  total: number | null
  finishedAt: Date | null
}

export interface ConceptsPage {
  query: ConceptsQuery
  concepts: readonly Concept[]
  found: number
  /** Concepts of the whole table. */
  all: number
  pageSize: number
  version: number
  /** Null for the built-in table. */
  publishedAt: Date | null
  /** How far the search index has followed; null when there was nothing to follow. */
  progress: Progress | null
  mayPropose: boolean
  /** Proposals that wait, for who may read them. */
  waiting: number | null
}

// public: the names that search knows are everybody's to read
export async function listConcepts(ctx: Context, query: ConceptsQuery): Promise<ConceptsPage> {
  const { version, table } = await newestConcepts(ctx.db)
  const found = conceptsWith(table, query.q)
  const sees = canSeeProposals(ctx.actor).ok
  const [published, progress, counts] = await Promise.all([
    findVersion(ctx.db, version),
    findReindex(ctx.db, version),
    sees ? countProposals(ctx.db) : null,
  ])
  return {
    query,
    concepts: found.slice((query.page - 1) * pageSize, query.page * pageSize),
    ...{ found: found.length, all: table.length, pageSize, version },
    publishedAt: published?.proposalId ? published.publishedAt : null,
    progress,
    mayPropose: canProposeConcept(ctx.actor).ok,
    waiting: counts?.waiting ?? null,
  }
}
