import { type Day, daysBetween } from '../shared/dates.ts'
import type { Match } from './match.ts'

/** 公平展示: how the suggestions of a scenario are laid out. The rules are public, and no score is touched by them. */
export const fairOrder = {
  /** The places that most readers look at and no further; the rules below are about these. */
  first: 10,
  /** 单家上限: products of one firm among them. */
  perFirm: 2,
  /**
   * Neighbours change places for another kind of robot only where their scores differ by no more than this. A typed
   * requirement of an ordinary scenario weighs about 0.16 / 5: so what is one requirement worse is never put first.
   */
  margin: 0.03,
  /** Days for which a product counts as newly listed (新上架), from its first publication. */
  newDays: 90,
  /** A newcomer is given the last place only with at least this share of the score that stood there. */
  newShare: 0.75,
} as const

/** What the order takes of a match. */
export type Scored = Pick<Match, 'productId' | 'score' | 'demand' | 'verdict' | 'relevance'>

/** What the order takes of a product besides its scores. */
export interface ListingFacts {
  firm: string
  /** Its kind of robot; null while it is not stated, which is like no other. */
  family: string | null
  /** The day of its first publication here; null for a reported case, which nobody has listed. */
  listedOn: Day | null
  /** On how many pages it stood among the first in the days before today. */
  shownLately: number
}

/**
 * Why an entry stands where it stands, and not where its score alone would have put it: `firmCap` and `family` have
 * moved down for it, `newListing` has been placed. Whoever moved only because another did stands by `score`.
 */
export const placements = ['score', 'firmCap', 'family', 'newListing'] as const
export type Placed = (typeof placements)[number]

export interface PlacedEntry<T> {
  entry: T
  /** From 1. */
  place: number
  /** The place by score alone, from 1. */
  byScore: number
  placed: Placed
}

interface Item<T> {
  entry: T & Scored
  facts: ListingFacts
  byScore: number
}

/**
 * The order in which suggestions are shown: by score, but with at most two products of a firm among the first ten as
 * long as others can fill them, close neighbours exchanged for another kind of robot, and the tenth place for the new
 * listing that was shown least. Nothing is dropped, and the same list and facts always give the same order, in
 * whatever order they come. Whoever fails a must is never moved up.
 */
export function diversify<T extends Scored>(
  matches: readonly T[],
  factsOf: (match: T) => ListingFacts,
  today: Day,
): PlacedEntry<T>[] {
  const items = byScore(matches, factsOf)
  // Where one page holds all of them nobody is hidden, and the score alone decides.
  if (items.length <= fairOrder.first) return items.map((item, at) => placedAt(item, at, 'score'))
  const head = withinCap(items)
  const newcomer = newcomerFor(head, items, today)
  const kept = newcomer ? head.slice(0, fairOrder.first - 1) : head
  const { order, passed } = spread(kept)
  const first = newcomer ? [...order, newcomer] : order
  const shown = new Set(first)
  const rest = items.filter(item => !shown.has(item))
  const standing = new Set(head)
  const lastOfHead = head.at(-1)?.byScore ?? 0
  return [...first, ...rest].map((item, at) => {
    if (item === newcomer) return placedAt(item, at, 'newListing')
    if (passed.has(item)) return placedAt(item, at, 'family')
    // Better than somebody who stands among the first by score, and not there: for its firm's sake.
    const held = isOpen(item.entry) && !standing.has(item) && item.byScore < lastOfHead
    return placedAt(item, at, held ? 'firmCap' : 'score')
  })
}

function placedAt<T>({ entry, byScore }: Item<T>, at: number, placed: Placed): PlacedEntry<T> {
  return { entry, place: at + 1, byScore, placed }
}

/** Best first; scores that differ by rounding only are equal, as in the ranking. */
function byScore<T extends Scored>(matches: readonly T[], factsOf: (match: T) => ListingFacts): Item<T>[] {
  const steps = (value: number) => Math.round(value * 1e9)
  return [...matches]
    .sort(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        steps(b.score) - steps(a.score) ||
        steps(b.demand) - steps(a.demand) ||
        (a.productId < b.productId ? -1 : 1),
    )
    .map((entry, at) => ({ entry, facts: factsOf(entry), byScore: at + 1 }))
}

/** The first ten with at most two of a firm; places that nobody else can fill go back to those held back. By score. */
function withinCap<T>(items: readonly Item<T>[]): Item<T>[] {
  const ofFirm = new Map<string, number>()
  const within: Item<T>[] = []
  const heldBack: Item<T>[] = []
  for (const item of items) {
    const had = ofFirm.get(item.facts.firm) ?? 0
    // Who fails a must never takes the place of who does not.
    if (had >= fairOrder.perFirm || !isOpen(item.entry)) heldBack.push(item)
    else {
      ofFirm.set(item.facts.firm, had + 1)
      within.push(item)
    }
  }
  return [...within, ...heldBack].slice(0, fairOrder.first).sort((a, b) => a.byScore - b.byScore)
}

const isOpen = ({ verdict, relevance }: Scored) => verdict !== 'F' && relevance !== 'F'

/**
 * The new listing for the last of the first places: the work is known to fit, no must is known to be unmet, it is
 * nearly as good as what stood there, and its firm is not there twice already. The least shown before today, so that
 * looking again on the same day shows the same; of these the best.
 */
function newcomerFor<T>(head: readonly Item<T>[], items: readonly Item<T>[], today: Day): Item<T> | null {
  const above = new Set(head.slice(0, fairOrder.first - 1))
  const last = head[fairOrder.first - 1]
  if (!last) return null
  const ofFirm = (firm: string) => [...above].filter(item => item.facts.firm === firm).length
  const [least] = items
    .filter(
      item =>
        !above.has(item) &&
        item.entry.relevance === 'T' &&
        item.entry.verdict !== 'F' &&
        isNew(item.facts, today) &&
        item.entry.score >= last.entry.score * fairOrder.newShare &&
        ofFirm(item.facts.firm) < fairOrder.perFirm,
    )
    .sort((a, b) => a.facts.shownLately - b.facts.shownLately || a.byScore - b.byScore)
  return least && least !== last ? least : null
}

/** 新上架. */
export function isNew({ listedOn }: Pick<ListingFacts, 'listedOn'>, today: Day): boolean {
  if (listedOn === null) return false
  const age = daysBetween(listedOn, today)
  return age >= 0 && age <= fairOrder.newDays
}

/**
 * Walks down the places; of the two that are next, the second goes first where a robot of the first one's kind stands
 * there already, none of its own, and it is not clearly worse. The one that was passed comes directly after: nobody
 * moves by more than one place. Within the margin this is maximal marginal relevance (Carbonell and Goldstein 1998)
 * at 0.75 for the score and 0.25 for likeness, for there the likeness always outweighs the score.
 */
function spread<T>(items: readonly Item<T>[]): { order: Item<T>[]; passed: Set<Item<T>> } {
  const [left, order, passed] = [[...items], [] as Item<T>[], new Set<Item<T>>()]
  const kinds = new Set<string | null>()
  const place = (item: Item<T>) => {
    order.push(item)
    kinds.add(item.facts.family)
  }
  // What does not say its kind is like nothing.
  const isLike = ({ facts }: Item<T>) => facts.family !== null && kinds.has(facts.family)
  for (let next = left.shift(); next; next = left.shift()) {
    const rival = left[0]
    if (rival && isLike(next) && !isLike(rival) && isNear(rival, next)) {
      left.shift()
      place(rival)
      passed.add(next)
    }
    place(next)
  }
  return { order, passed }
}

function isNear<T>({ entry: rival }: Item<T>, { entry: better }: Item<T>): boolean {
  return isOpen(rival) && better.score - rival.score <= fairOrder.margin + 1e-9
}
