import type { Tri } from '../shared/tri.ts'

/** As much of a stored pair as decides whether there is something to tell of it. */
export interface Standing {
  score: number
  verdict: Tri
  relevance: Tri
  /** The product's place among the scenario's best, and the scenario's among the product's; null when not in the list. */
  scenarioRank: number | null
  productRank: number | null
}

/** What somebody is told of a pair, each once for ever: every must is met, or some are still to be confirmed (待确认). */
export const matchFacts = ['met', 'open'] as const
export type MatchFact = (typeof matchFacts)[number]

/** Whose members are told. */
export const matchParties = ['demand', 'supply'] as const
export type MatchParty = (typeof matchParties)[number]

/** Only the first of a list are worth a message; the others stand on the match page. */
export const toldFirst = 10

/**
 * One new object is told to an organisation for the best so many of its own: whoever has a thousand products in the
 * catalogue is not written to a thousand times for one scenario. All of them stand on its match page.
 */
export const toldOfOne = 3

/**
 * Below this nobody is written to. Of the pairs that the demo data keeps, half lie below 0.51 and three in four below
 * 0.63: the work fits, and the rest is estimates. Above it more than the work is known to fit.
 */
export const leastScore = 0.6

/** A rise of the score by as much is a better pair, not the same one counted anew. */
const rise = 0.05

/**
 * Who is told of a pair, and nobody where it is the same pair as before. The demand side hears of products among the
 * best of its scenario; a firm of scenarios among the best of its product, and of those of which its product is among
 * the best, for then its chance is good however many scenarios suit it. A scenario has ten such places, so that this
 * stays few.
 */
export function partiesToTell(before: Standing | null, after: Standing): MatchParty[] {
  if (!isWorthTelling(after) || !isBetter(before, after)) return []
  const [first, mine] = [isFirst(after.scenarioRank), isFirst(after.productRank)]
  return [...(first ? (['demand'] as const) : []), ...(first || mine ? (['supply'] as const) : [])]
}

/**
 * 递补: who is told of a product that has come among the best of a scenario because another has left or fallen behind.
 * The pair is what it was, yet to both it is news: the scenario has a candidate that it was not shown, and the product
 * a chance that it did not have. A scenario that comes among the best of a product because others have closed is none:
 * its chance there is what it was, and calls close every day.
 */
export function partiesOfRisen(after: Standing): MatchParty[] {
  return isWorthTelling(after) && isFirst(after.scenarioRank) ? ['demand', 'supply'] : []
}

function isWorthTelling({ score, verdict, relevance }: Standing): boolean {
  return verdict !== 'F' && relevance === 'T' && score >= leastScore
}

/** Whether a pair is still worth telling this party when its letter is written. */
export function isStillFirst(party: MatchParty, { scenarioRank, productRank }: Standing): boolean {
  return isFirst(scenarioRank) || (party === 'supply' && isFirst(productRank))
}

export function factOf({ verdict }: Pick<Standing, 'verdict'>): MatchFact {
  return verdict === 'T' ? 'met' : 'open'
}

function isFirst(rank: number | null): boolean {
  return rank !== null && rank <= toldFirst
}

/** Not kept before, fits only now, or clearly better: its place among others alone does not make it so, nor do other weights. */
function isBetter(before: Standing | null, { score, verdict, relevance }: Standing): boolean {
  if (before === null) return true
  return before.relevance !== relevance || before.verdict !== verdict || score - before.score >= rise
}
