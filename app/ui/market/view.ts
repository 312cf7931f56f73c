import type { ExposureTally, LorenzPoint } from '#domain/matching/exposure.ts'
import type { MustCount } from '#domain/matching/fits.ts'
import type { Obstacle } from '#domain/matching/reach.ts'
import type { TaskId } from '#domain/ontology/tasks.ts'

interface Paged<Row> {
  rows: Row[]
  total: number
  pageSize: number
}

interface UnseenFacts<Said> {
  id: string
  name: string
  products: number
  work: number
  fits: number
  lookedAt: number
  obstacles: Said[]
}

interface UnmatchedFacts<Said> {
  id: string
  number: string | null
  title: string
  organization: string
  bidDeadline: Date | null
  published: number
  work: number
  musts: Said[]
}

interface TaskFacts<Said> {
  task: Said
  scenarios: number
  products: number
  firms: number
}

interface Effects {
  shown: number
  newcomers: number
  newcomerFirms: number
  opened: number
  openedFirms: number
  family: number
  since: string | null
}

interface Shares {
  firms: ExposureTally['firms']
  shownFirms: number
  shown: number
  gini: number | null
  curve: LorenzPoint[]
  top: { firms: number; shown: number; share: number } | null
}

interface Page<O, M, T> {
  query: { days: number; firms: 'platform' | 'all'; unseen: number; unmatched: number }
  span: { from: string; to: string }
  /** The periods one may choose. */
  days: readonly number[]
  now: Date
  exposure: { shares: Shares; effects: Effects; unseen: Paged<UnseenFacts<O>> } | null
  districts: readonly string[] | null
  totals: { open: number; counted: number; without: number; from: Date | null; to: Date | null }
  unmatched: { rows: UnmatchedFacts<M>[]; pageSize: number }
  tasks: { rows: TaskFacts<T>[]; tasks: number }
}

/** The page as the verb answers it, by ids. */
export type MarketFacts = Page<Obstacle, MustCount, TaskId>

/** The same in the reader's words, so that no table of names has to travel to the browser. */
export type MarketView = Page<string, string, string>
export type UnseenView = UnseenFacts<string>
export type UnmatchedView = UnmatchedFacts<string>
export type TaskView = TaskFacts<string>
export type SharesView = Shares
export type EffectsView = Effects
