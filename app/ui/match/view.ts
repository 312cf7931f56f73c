import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { Weights } from '#domain/matching/weights.ts'
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

export interface CandidateView<M extends ExplainedMatch = ExplainedMatch> {
  party: PartyView
  match: M
}

export interface MatchesView {
  main: readonly CandidateView[]
  near: readonly CandidateView<NearMiss>[]
  others: readonly PartyView[]
  counts: { computed: number; main: number; near: number; others: number; ruledOut: number }
  unanswered: number
  all: boolean
  weights: Weights
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
  pros: readonly SpokenReason[]
  cons: readonly SpokenReason[]
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

export interface FormulaLine {
  key: string
  subject: string
  known: boolean
  weight: number
  g: number
  contribution: number
}

/** The first candidate worked out line by line, with the constants of the formula. */
export interface FormulaView {
  name: string
  score: number
  demand: number
  supply: number
  known: number
  factor: number
  enough: number
  share: number
  demandLines: readonly FormulaLine[]
  supplyLines: readonly FormulaLine[]
}

export interface SpokenMatches extends Omit<MatchesView, 'main' | 'near'> {
  main: readonly RankedView[]
  near: readonly NearView[]
  formula: FormulaView | null
}

/** Which page it is: a scenario's products, or a product's scenarios. Its words lie under `match.<side>`. */
export type MatchSide = 'forScenario' | 'forProduct'
