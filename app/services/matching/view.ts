import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { MatchList } from '#domain/matching/rank.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { Outlook } from './outlook.ts'

/** The other side of a match, as much of it as its block shows. */
export interface Party {
  id: string
  title: string
  organization: string
  source: Source
  sourceUrl: string | null
  sourceYear: number | null
  domain: DomainId | null
  /** A product's; null for a scenario. */
  maturity: Maturity | null
  trl: number | null
  /** A scenario's; null for a product and for reported cases. */
  bidDeadline: Date | null
  budgetFen: number | null
}

/** Why a candidate stands where it stands, when it is not for its score: a slot kept for what is new, or a limit to one firm or one family. */
export type PlaceMark = 'newListing' | 'firmCap' | 'family'

export interface Candidate<M extends ExplainedMatch = ExplainedMatch> {
  party: Party
  match: M
  outlook: Outlook
  placed?: PlaceMark
}

export interface Matches {
  main: Candidate[]
  near: Candidate<NearMiss>[]
  /** The work does not seem to fit, though no must fails: by name only. */
  others: Party[]
  /** How many there are of each; the lists above may be cut. `ruledOut`: more than one must fails, or work and must. */
  counts: { computed: number; main: number; near: number; others: number; ruledOut: number }
  /** Musts among the candidates that no source answers. */
  unanswered: number
  all: boolean
}

/** Candidates a page shows before the reader asks for all of them. */
const shownFirst = 10

interface MatchesOptions {
  all: boolean
  partyOf: (match: ExplainedMatch) => Party | null
  outlookOf: (match: ExplainedMatch) => Outlook
}

export function matchesOf(list: MatchList, { all, partyOf, outlookOf }: MatchesOptions): Matches {
  const candidate = <M extends ExplainedMatch>(match: M): Candidate<M>[] => {
    const party = partyOf(match)
    return party ? [{ party, match, outlook: outlookOf(match) }] : []
  }
  const { main, near, rest, computed } = list
  const limit = all ? main.length : shownFirst
  return {
    main: main.slice(0, limit).flatMap(candidate),
    near: near.slice(0, all ? near.length : shownFirst).flatMap(candidate),
    others: rest.flatMap(match => partyOf(match) ?? []),
    counts: {
      computed,
      main: main.length,
      near: near.length,
      others: rest.length,
      ruledOut: computed - main.length - near.length - rest.length,
    },
    unanswered: main.reduce((sum, match) => sum + unansweredMusts(match), 0),
    all,
  }
}

function unansweredMusts({ demandRows }: ExplainedMatch): number {
  return demandRows.filter(row => row.necessity === 'must' && row.state === 'U').length
}
