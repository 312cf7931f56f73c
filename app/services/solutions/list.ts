import { z } from 'zod'
import type { SolutionFilter, SolutionRecord } from '#db/queries/solutions.ts'
import { countPublicSolutions, listPublicSolutions } from '#db/queries/solutions.ts'
import { choice } from '#domain/shared/fields.ts'
import type { SolutionId } from '#domain/shared/ids.ts'
import type { DomainId, Source } from '#domain/vocabulary.ts'
import { domainIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'

const pageSize = 20

/** The list's address; a value that is none counts as not given. */
export const SolutionsQuery = z.object({
  domain: choice(domainIds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type SolutionsQuery = z.infer<typeof SolutionsQuery>

export interface SolutionLine {
  id: SolutionId
  name: string
  organization: string
  source: Source
  domain: DomainId | null
  summary: string
  /** How many kinds of robots and of software it bundles. */
  robots: number
  software: number
  priceFromFen: number | null
  priceToFen: number | null
}

export interface SolutionsPage {
  items: SolutionLine[]
  total: number
  page: number
  pageSize: number
  query: SolutionsQuery
}

// public: only published versions, by the visibility clause of the query itself
export async function listSolutions(ctx: Context, input: unknown): Promise<SolutionsPage> {
  const query = SolutionsQuery.parse(input)
  const filter = { domain: query.domain }
  const [rows, total] = await Promise.all([
    listPublicSolutions(ctx.db, { filter, offset: (query.page - 1) * pageSize, limit: pageSize }),
    countPublicSolutions(ctx.db, filter),
  ])
  return { items: rows.map(solutionLine), total, page: query.page, pageSize, query }
}

// public: the same clause, for one firm
/** The newest public solutions of a firm, and how many there are in all. */
export async function someSolutions(
  { db }: Pick<Context, 'db'>,
  filter: SolutionFilter,
  limit: number,
): Promise<{ items: SolutionLine[]; total: number }> {
  const [rows, total] = await Promise.all([
    listPublicSolutions(db, { filter, offset: 0, limit }),
    countPublicSolutions(db, filter),
  ])
  return { items: rows.map(solutionLine), total }
}

export function solutionLine({ solution, organization, version }: SolutionRecord): SolutionLine {
  const { content } = version
  return {
    id: solution.id,
    name: version.name,
    organization: organization.name,
    source: solution.source,
    domain: content.domains[0] ?? null,
    summary: content.summary ?? '',
    robots: content.parts.length,
    software: content.software.length,
    priceFromFen: content.priceFromFen ?? null,
    priceToFen: content.priceToFen ?? null,
  }
}
