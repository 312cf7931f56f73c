import type { Placed } from '#domain/matching/diversify.ts'
import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { Found } from './finder.ts'
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
export type PlaceMark = Exclude<Placed, 'score'>

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

/** What a page shows at first, and what it shows at most when the reader asks for more; the rest by name only. */
const shownFirst = { main: 10, near: 10, rest: 10 }
const shownAtMost = { main: 100, near: 100, rest: 100 }

export function limitsOf(all: boolean): typeof shownFirst {
  return all ? shownAtMost : shownFirst
}

interface MatchesOptions {
  all: boolean
  partyOf: (match: ExplainedMatch) => Party | null
  outlookOf: (match: ExplainedMatch) => Outlook
  placedOf?: (match: ExplainedMatch) => Placed | undefined
}

export function matchesOf(
  { main, near, rest, computed, counts, unanswered }: Found,
  { all, partyOf, outlookOf, placedOf }: MatchesOptions,
): Matches {
  const candidate = <M extends ExplainedMatch>(match: M): Candidate<M>[] => {
    const party = partyOf(match)
    const placed = placedOf?.(match)
    const mark = placed && placed !== 'score' ? { placed } : {}
    return party ? [{ party, match, outlook: outlookOf(match), ...mark }] : []
  }
  return {
    main: main.flatMap(candidate),
    near: near.flatMap(candidate),
    others: rest.flatMap(match => partyOf(match) ?? []),
    counts: {
      computed,
      main: counts.main,
      near: counts.near,
      others: counts.rest,
      ruledOut: counts.ruledOut,
    },
    ...{ unanswered, all },
  }
}
