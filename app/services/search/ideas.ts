import { taskKinship } from '#domain/ontology/families.ts'
import { categoryIn, tasksIn } from '#domain/ontology/recognise.ts'
import { taskIds, tasks } from '#domain/ontology/tasks.ts'
import { facetsOf, type SearchFacet } from '#domain/searching/address.ts'
import { facetLabel } from '#domain/searching/labels.ts'
import type { Localized } from '#domain/shared/localized.ts'
import type { SearchResult } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import type { SettledAddress } from './query.ts'

/** Something near what was asked for: kindred work, the kind of robot, the domain it belongs to. */
export interface Idea {
  facet: SearchFacet
  value: string
  label: Localized
  count: number
  query: SettledAddress
}

const mostIdeas = 6

// public: it counts what a search of the same reader would find
/**
 * Where else to look when the words found nothing: the work that they name, then work of the same family, then the
 * domain. All counts come with one search, and only what leads somewhere is offered.
 */
export async function ideas(ctx: Context, query: SettledAddress): Promise<Idea[]> {
  const near = nearby(query)
  if (near.length === 0) return []
  const names = [...new Set(near.map(([facet]) => facet))]
  const { facets } = await ctx.search.search({
    ...{ index: query.index, scope: scopeOf(ctx.actor), facets: names, limit: 0 },
  })
  return near
    .map(([facet, value]) => ({
      facet,
      value,
      label: facetLabel(facet, value),
      count: countIn(facets, facet, value),
      query: only(query, facet, value),
    }))
    .filter(({ count }) => count > 0)
    .slice(0, mostIdeas)
}

function nearby({ q, index }: SettledAddress): [SearchFacet, string][] {
  const named = tasksIn({ headline: q, body: '' }).map(({ task }) => task)
  const kin = taskIds.filter(other => named.some(task => task !== other && taskKinship(task, other) > 0))
  const category = categoryIn(q)
  const all: [SearchFacet, string][] = [
    ...named.map((task): [SearchFacet, string] => ['task', task]),
    ...(category ? [['category', category] as [SearchFacet, string]] : []),
    ...kin.filter(task => !named.includes(task)).map((task): [SearchFacet, string] => ['task', task]),
    ...[...new Set(named.map(task => tasks[task].domain))].map((domain): [SearchFacet, string] => [
      'domain',
      domain,
    ]),
  ]
  const known: readonly SearchFacet[] = facetsOf[index]
  return all.filter(([facet]) => known.includes(facet))
}

function countIn(facets: SearchResult['facets'], facet: SearchFacet, value: string): number {
  return facets[facet]?.[value] ?? 0
}

/** Without the words and without what narrowed them. */
function only({ index }: SettledAddress, facet: SearchFacet, value: string): SettledAddress {
  return {
    ...{ index, q: '', facets: { [facet]: [value] }, ranges: {}, undisclosed: 'keep' },
    ...{ near: undefined, sort: 'relevance', match: 'all', page: 1 },
  }
}
