import type { RobotCategoryId } from '#domain/ontology/categories.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { DistrictCode, DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { EntryRowView } from '../catalog/entry-row.tsx'
import type { ProductRowView } from '../products/product-row.tsx'
import type { ScenarioRowView } from '../scenarios/scenario-row.tsx'

export type IndexName = 'scenarios' | 'products' | 'catalog'
export type FacetName = 'domain' | 'category' | 'maturity' | 'district' | 'source'
export type SortName = 'relevance' | 'newest' | 'deadline' | 'budget' | 'price'

export interface SearchQueryView {
  index: IndexName
  q: string
  domain?: DomainId
  category?: RobotCategoryId
  maturity?: Maturity
  district?: DistrictCode
  source?: Source
  sort: SortName
  match: 'all' | 'last'
  page: number
}

/** A piece of a text; the found ones are marked. */
export interface Segment {
  text: string
  hit: boolean
}

export type HitView = (
  | { index: 'scenarios'; row: ScenarioRowView }
  | { index: 'products'; row: ProductRowView }
  | { index: 'catalog'; row: EntryRowView }
) & { title: readonly Segment[]; text: readonly Segment[] }

export interface FacetView {
  name: FacetName
  chosen: string | null
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
}
