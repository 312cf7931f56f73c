import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Bounds, IndexName, SearchAddress, SearchFacet, SortName } from '#domain/searching/address.ts'
import type { Localized } from '#domain/shared/localized.ts'
import type { EntryRowView } from '../catalog/entry-row.tsx'
import type { FirmRowView } from '../firms/firm-row.tsx'
import type { ProductRowView } from '../products/product-row.tsx'
import type { SavingView } from '../saved-searches/save-search.tsx'
import type { ScenarioRowView } from '../scenarios/scenario-row.tsx'
import type { SolutionRowView } from '../solutions/solution-row.tsx'

export type SearchQueryView = SearchAddress & { index: IndexName }

/** How close the results stand. */
export type Density = 'comfortable' | 'compact'

/** A piece of a text; the found ones are marked. */
export interface Segment {
  text: string
  hit: boolean
}

/** Where the query's words stand in a hit, or what they were taken for. */
export type ReasonView =
  | { where: 'title' | 'org' | 'keywords' | 'summary' | 'body'; segments: readonly Segment[] }
  | { where: 'concept' | 'pinyin' | 'slip'; typed: string; found: string }
  | {
      where: 'attachment'
      fileId: string
      name: string
      page: number | null
      segments: readonly Segment[]
    }

export type HitView = (
  | { index: 'scenarios'; row: ScenarioRowView }
  | { index: 'products'; row: ProductRowView }
  | { index: 'solutions'; row: SolutionRowView }
  | { index: 'firms'; row: FirmRowView }
  | { index: 'catalog'; row: EntryRowView }
) & { title: readonly Segment[]; text: readonly Segment[]; reasons: readonly ReasonView[] }

interface FacetValue {
  value: string
  label: Localized
}

export interface FacetView {
  name: SearchFacet
  chosen: readonly FacetValue[]
  values: readonly (FacetValue & { count: number })[]
}

export interface RangeView {
  name: string
  bounds: Bounds
  span: { min: number; max: number } | null
  disclosed: number
  of: number
}

export interface RelaxationView {
  kind:
    | 'facet'
    | 'range'
    | 'near'
    | 'undisclosed'
    | 'quantity'
    | 'filters'
    | 'exclusions'
    | 'phrases'
    | 'word'
    | 'words'
    | 'all'
  what: string | null
  value: string | null
  labels: readonly Localized[]
  count: number
  query: SearchQueryView
}

export interface IdeaView {
  facet: SearchFacet
  value: string
  label: Localized
  count: number
  query: SearchQueryView
}

export interface SearchPageView {
  query: SearchQueryView
  density: Density
  hits: readonly HitView[]
  total: number
  reachable: number
  pageSize: number
  totals: Record<IndexName, number>
  facets: readonly FacetView[]
  ranges: readonly RangeView[]
  undisclosed: { chosen: 'keep' | 'drop'; keep: number; drop: number } | null
  sorts: readonly SortName[]
  understood: readonly { criterion: CriterionId; bounds: Bounds; written: string; rest: string }[]
  relaxations: readonly RelaxationView[]
  ideas: readonly IdeaView[]
  mayPublish: boolean
  /** How the words were taken: as they stand, spelt otherwise, or with some of a sentence's words missing. */
  taken: 'asTyped' | 'respelt' | 'inPart'
  degraded: boolean
  now: Date
  saving: SavingView
}
