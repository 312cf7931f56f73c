import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { IndexName, SearchAddress, SearchFacet, SortName } from '#domain/searching/address.ts'
import type { EntryRowView } from '../catalog/entry-row.tsx'
import type { FirmRowView } from '../firms/firm-row.tsx'
import type { ProductRowView } from '../products/product-row.tsx'
import type { SavingView } from '../saved-searches/save-search.tsx'
import type { ScenarioRowView } from '../scenarios/scenario-row.tsx'
import type { SolutionRowView } from '../solutions/solution-row.tsx'

export type SearchQueryView = SearchAddress & { index: IndexName }

/** A piece of a text; the found ones are marked. */
export interface Segment {
  text: string
  hit: boolean
}

export type HitView = (
  | { index: 'scenarios'; row: ScenarioRowView }
  | { index: 'products'; row: ProductRowView }
  | { index: 'solutions'; row: SolutionRowView }
  | { index: 'firms'; row: FirmRowView }
  | { index: 'catalog'; row: EntryRowView }
) & { title: readonly Segment[]; text: readonly Segment[] }

export interface FacetView {
  name: SearchFacet
  chosen: readonly string[]
  values: readonly { value: string; count: number }[]
}

export interface RelaxationView {
  kind: 'facet' | 'quantity' | 'filters' | 'words' | 'all'
  what: string | null
  value: string | null
  count: number
  query: SearchQueryView
}

export interface SearchPageView {
  query: SearchQueryView
  hits: readonly HitView[]
  total: number
  reachable: number
  pageSize: number
  totals: Record<IndexName, number>
  facets: readonly FacetView[]
  sorts: readonly SortName[]
  understood: readonly {
    criterion: CriterionId
    bounds: { gte?: number; lte?: number }
    written: string
    rest: string
  }[]
  relaxations: readonly RelaxationView[]
  degraded: boolean
  now: Date
  saving: SavingView
}
