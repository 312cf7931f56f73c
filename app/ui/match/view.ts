import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'

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
  formulaVersion: number
}

/** Which page it is: a scenario's products, or a product's scenarios. Its words lie under `match.<side>`. */
export type MatchSide = 'forScenario' | 'forProduct'
