import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { Settling, VerdictChange } from '#domain/matching/verdict-change.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { Track } from '../chart/track.tsx'

/** The other side of a match, as its block draws it. */
export interface PartyView {
  id: string
  title: string
  organization: string
  source: Source
  sourceUrl: string | null
  domain: DomainId | null
  maturity: Maturity | null
  trl: number | null
  bidDeadline: Date | null
  budgetFen: number | null
}

export interface CandidateView {
  party: PartyView
  match: ExplainedMatch
  /** Of an opened candidate. */
  outlook: OutlookView | null
  placed?: 'newListing' | 'firmCap' | 'family'
}

export interface NearCandidateView {
  party: PartyView
  match: NearMiss
  remedy: Settling | null
}

/** What would change the verdict, and where the facts that the scenario asks for can be checked. */
export interface OutlookView {
  change: VerdictChange
  proofs: Partial<Record<CriterionId, { source?: string; sourceDay?: string; body?: string }>>
}

export interface MatchesView {
  main: readonly CandidateView[]
  near: readonly NearCandidateView[]
  others: readonly PartyView[]
  counts: { computed: number; main: number; near: number; others: number; ruledOut: number }
  unanswered: number
  all: boolean
  /** Whose reckoning is opened: one by its id, `all`, or nobody's. */
  open: string | null
  weights: Weights
  /** 评分依据: by which of its versions everything was scored. */
  basisVersion: number
}

/** A ruler's line in words alone, as it travels. */
export interface SpokenRow {
  key: string
  name: string
  need: string
  track: Track
  verdict: Tri
  have: string
  note: string
}

/** Where a stated fact can be checked: words, and the address of the source where it has one. */
export interface SpokenProof {
  key: string
  /** 载重 B 第三方检测 */
  fact: string
  text: string
  href: string | null
}

export interface SpokenReason {
  key: string
  text: string
  fields: string
}

/** A candidate in the reader's words; scores are whole points of 100. */
export interface RankedView {
  party: PartyView
  score: number
  demand: number
  supply: number
  rows: readonly SpokenRow[]
  /** 期望: how those stand, in numbers; null where their rows stand among the others. */
  wishes: string | null
  pros: readonly SpokenReason[]
  cons: readonly SpokenReason[]
  opened: OpenedView | null
  /** Why it stands in this place when that is not for its score. */
  placed: string | null
}

/** What is worked out for one candidate when it is asked for: what would change it, how it is reckoned, where its facts are from. */
export interface OpenedView {
  /** 期望, line by line, where only the musts are shown at first. */
  wishes: readonly SpokenRow[]
  change: readonly SpokenChange[]
  proofs: readonly SpokenProof[]
  worked: WorkedView
}

/** One thing that would change the verdict: a must that decides, the bounds of the score, or a fact that would lift it. */
export interface SpokenChange {
  key: string
  kind: 'decides' | 'bounds' | 'lifts' | 'tight' | 'settled'
  text: string
  fields: string | null
}

/** 差一点, in words. */
export interface NearView {
  party: PartyView
  criterion: string
  need: string
  track: Track
  have: string
  gap: string
  note: string
}

/** A line of the formula; its contribution is weight × g. */
export interface FormulaLine {
  key: string
  subject: string
  known: boolean
  weight: number
  g: number
}

/** A candidate's score worked out line by line. */
export interface WorkedView {
  known: number
  factor: number
  /** Both sides and the mutual score, 0 to 100 and unrounded, so that a reader’s own sum comes out the same. */
  demand: number
  supply: number
  score: number
  demandLines: readonly FormulaLine[]
  supplyLines: readonly FormulaLine[]
}

/** The first candidate's scores as an example, with the constants of the formula. */
export interface FormulaView extends Pick<WorkedView, 'demand' | 'supply' | 'score'> {
  enough: number
  share: number
}

export interface SpokenMatches extends Omit<MatchesView, Told> {
  main: readonly RankedView[]
  near: readonly NearView[]
  others: readonly NamedView[]
  weightsVersion: number
  formula: FormulaView | null
}

/** What travels in another shape than it was worked out in. */
export type Told = 'main' | 'near' | 'others' | 'weights'

export type NamedView = Pick<PartyView, 'id' | 'title'>

/** Which page it is: a scenario's products, or a product's scenarios. Its words lie under `match.<side>`. */
export type MatchSide = 'forScenario' | 'forProduct'
