import type { CriterionId, CriterionValue } from '#domain/ontology/criteria.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { ScenarioRowView } from '../scenarios/scenario-row.tsx'

interface Name {
  name: string
  nameEn: string | null
}

export interface FiguresView {
  scenarios: { open: number; own: number; reported: number; byDomain: Record<string, number> }
  pilots: Record<string, number>
  entries: Record<string, number>
  products: { total: number; payloadKnown: number }
}

export interface PairView {
  scenario: { id: string; title: string; organization: Name; source: Source }
  product: { id: string; name: string; source: Source }
  rows: readonly {
    criterion: CriterionId
    need: CriterionValue
    have: CriterionValue | null
    state: Tri
  }[]
}

export interface ShowcaseView {
  id: string
  title: string
  source: Source
  demand: Name
  supply: Name
  metrics: readonly {
    name: string
    unit: string
    baseline: number
    measured: number
    sample: string | null
  }[]
}

/** The home page as it is drawn. */
export interface HomeView {
  figures: FiguresView
  newest: readonly ScenarioRowView[]
  showcase: ShowcaseView | null
  pair: PairView | null
  now: Date
}
