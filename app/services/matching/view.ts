import type { Placed } from '#domain/matching/diversify.ts'
import type { ExplainedMatch, NearMiss } from '#domain/matching/match.ts'
import type { JudgedPair } from '#domain/matching/suppose.ts'
import { remedyOf, type Settling } from '#domain/matching/verdict-change.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { Found } from './finder.ts'
import { type Outlook, outlookOf } from './outlook.ts'

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

export interface Candidate {
  party: Party
  match: ExplainedMatch
  /** Of an opened candidate; null for one that is closed. */
  outlook: Outlook | null
  placed?: PlaceMark
}

/** 差一点: with the change of the product that would bring it in; null when no one change does. */
export interface NearCandidate {
  party: Party
  match: NearMiss
  remedy: Settling | null
}

/** Which candidate's reckoning is opened: one by its id, every one, or by itself nobody's. */
export type Opened = string | 'all' | null

export interface Matches {
  main: Candidate[]
  near: NearCandidate[]
  /** The work does not seem to fit, though no must fails: by name only. */
  others: Party[]
  /** How many there are of each; the lists above may be cut. `ruledOut`: more than one must fails, or work and must. */
  counts: { computed: number; main: number; near: number; others: number; ruledOut: number }
  /** Musts among the candidates that no source answers. */
  unanswered: number
  all: boolean
  open: Opened
  /** By which version of the basis everything was scored. */
  basisVersion: number
}

/** What a page shows at first, and what it shows at most when the reader asks for more; the rest by name only. */
const shownFirst = { main: 10, near: 10, rest: 10 }
const shownAtMost = { main: 100, near: 100, rest: 100 }

export function limitsOf(all: boolean): typeof shownFirst {
  return all ? shownAtMost : shownFirst
}

/** Work that goes on while something else is awaited, which may refuse first. */
export function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}

interface MatchesOptions {
  all: boolean
  open: Opened
  partyOf: (match: ExplainedMatch) => Party | null
  /** The match with the two that were judged, and in which world. */
  pairOf: (match: ExplainedMatch) => JudgedPair
  placedOf?: (match: ExplainedMatch) => Placed | undefined
}

export function matchesOf(
  { main, near, rest, computed, counts, unanswered, basisVersion }: Found,
  { all, open, partyOf, pairOf, placedOf }: MatchesOptions,
): Matches {
  const candidate = (match: ExplainedMatch): Candidate[] => {
    const party = partyOf(match)
    if (!party) return []
    const placed = placedOf?.(match)
    const mark = placed && placed !== 'score' ? { placed } : {}
    const isOpened = open === 'all' || open === party.id
    // Each of them is a dozen judgements: only what is looked at is worked out.
    return [{ party, match, outlook: isOpened ? outlookOf(pairOf(match)) : null, ...mark }]
  }
  const missed = (match: NearMiss): NearCandidate[] => {
    const party = partyOf(match)
    return party ? [{ party, match, remedy: remedyOf(pairOf(match)) }] : []
  }
  return {
    main: main.flatMap(candidate),
    near: near.flatMap(missed),
    others: rest.flatMap(match => partyOf(match) ?? []),
    counts: {
      computed,
      main: counts.main,
      near: counts.near,
      others: counts.rest,
      ruledOut: counts.ruledOut,
    },
    ...{ unanswered, all, open, basisVersion },
  }
}
