import { z } from 'zod'
import type { ScenarioFilter, ScenarioRecord, ScenarioTally } from '#db/queries/scenarios.ts'
import { listPublicScenarios, tallyPublicScenarios } from '#db/queries/scenarios.ts'
import { keepsBack, publicContent } from '#domain/scenarios/confidential.ts'
import { choice } from '#domain/shared/fields.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { districtCodes, domainIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'

const pageSize = 20
/** Deeper pages are nobody's reading; the filters lead there faster. */
const lastPage = 500

/** The list's address; a value that is none counts as not given, so an old link still opens the list. */
export const ScenarioListQuery = z.object({
  domain: choice(domainIds).optional().catch(undefined),
  district: choice(districtCodes).optional().catch(undefined),
  kind: choice(['open', 'report']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
})
export type ScenarioListQuery = z.infer<typeof ScenarioListQuery>

export interface ScenarioListItem {
  id: ScenarioId
  number: string | null
  title: string
  status: ScenarioRecord['scenario']['status']
  source: ScenarioRecord['scenario']['source']
  sourceYear: number | null
  domain: string | null
  district: string | null
  organization: { name: string; nameEn: string | null }
  summary: string
  budgetFen: number | null
  units: number | null
  acceptsUnfinalised: boolean
  bidDeadline: Date | null
}

/** A filter's values with how many scenarios each would show, given the other filters. */
export type FacetCount = { value: string; count: number }

export interface ScenarioList {
  items: ScenarioListItem[]
  total: number
  page: number
  pageSize: number
  query: ScenarioListQuery
  facets: Record<'domain' | 'district' | 'kind', FacetCount[]>
  /** Open calls among all that the other filters leave. */
  open: { count: number; total: number }
  now: Date
}

// public: only scenarios that anybody may read, by the visibility clause of the query itself
export async function listScenarios(ctx: Context, input: unknown): Promise<ScenarioList> {
  const query = ScenarioListQuery.parse(input)
  const { page, ...filter } = query
  const [rows, tally] = await Promise.all([
    listPublicScenarios(ctx.db, { filter, offset: (page - 1) * pageSize, limit: pageSize }),
    tallyPublicScenarios(ctx.db),
  ])
  return {
    items: rows.map(itemOf),
    total: sum(tally.filter(row => fits(row, filter))),
    open: openAmong(tally.filter(row => fits(row, { ...filter, kind: undefined }))),
    ...{ page, pageSize, query },
    facets: {
      domain: facet(tally, filter, 'domain'),
      district: facet(tally, filter, 'district'),
      kind: facet(tally, filter, 'kind'),
    },
    now: ctx.now,
  }
}

/** A line of a list that anybody may read. */
export function itemOf(record: ScenarioRecord): ScenarioListItem {
  const { content, budgetFen } = record.scenario
  const own = ownItemOf(record, publicContent(content))
  return { ...own, budgetFen: keepsBack(content, 'budget') ? null : budgetFen }
}

/** The same for its own people, who see all of it. */
export function ownItemOf(
  { scenario, organization }: ScenarioRecord,
  content = scenario.content,
): ScenarioListItem {
  const { id, number, title, status, source, sourceYear, domain, district, budgetFen } = scenario
  const { acceptsUnfinalised, bidDeadline } = scenario
  return {
    ...{ id, number, title, status, source, sourceYear, domain, district, budgetFen },
    ...{ acceptsUnfinalised, bidDeadline },
    organization: { name: organization.name, nameEn: organization.nameEn },
    summary: content.situation ?? content.pain ?? '',
    units: content.units ?? null,
  }
}

const sum = (rows: readonly ScenarioTally[]) => rows.reduce((n, row) => n + row.count, 0)

const openAmong = (rows: readonly ScenarioTally[]) => ({
  count: sum(rows.filter(row => row.kind === 'open')),
  total: sum(rows),
})

function fits(row: ScenarioTally, filter: ScenarioFilter): boolean {
  const { domain, district, kind } = filter
  return (
    (!domain || row.domain === domain) &&
    (!district || row.district === district) &&
    (!kind || row.kind === kind)
  )
}

function facet(
  tally: readonly ScenarioTally[],
  filter: ScenarioFilter,
  name: 'domain' | 'district' | 'kind',
): FacetCount[] {
  const counts = new Map<string, number>()
  for (const row of tally.filter(each => fits(each, { ...filter, [name]: undefined }))) {
    const value = row[name]
    if (value) counts.set(value, (counts.get(value) ?? 0) + row.count)
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}
