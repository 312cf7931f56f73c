import type { Tx } from '#db/client.ts'
import {
  lastPlaces,
  matchesOf,
  putList,
  putMatches,
  type Risen,
  rankLists,
  removeMatches,
  sweepMatches,
} from '#db/queries/match-lists.ts'
import type { StoredMatch } from '#db/queries/matches.ts'
import { type MatchSide, mostKept, otherSide } from '#domain/matches/list.ts'
import type { Standing } from '#domain/matches/news.ts'
import type { ExplainedMatch } from '#domain/matching/match.ts'
import type { Pair } from './judge.ts'

/** A pair as it stands now, beside what it was when it was kept before. */
export interface Moved {
  match: ExplainedMatch
  before: Standing | null
  after: StoredMatch
}

export interface Written {
  pairs: Moved[]
  /** Partners whose full list has lost this object: who follows them there is known to a scan of theirs only. */
  gaps: string[]
  /** Products that stand among the first of a scenario's list now, for this one has left them or fallen behind. */
  risen: Risen[]
}

interface Side {
  side: MatchSide
  id: string
  /** What was found, best first; nothing where the object is not matched any more. */
  pairs: readonly Pair[]
  /** Others whose pairs are left as they are. */
  moved: ReadonlySet<string>
}

// public: a step of the platform's job, which writes what anybody may see
/**
 * Writes what was found for one object into its own list and into those of its partners: who enters there pushes the
 * last one out, and what is in no list goes. Under `lockMatches` only.
 */
export async function writeSide(tx: Tx, { side, id, pairs, moved }: Side): Promise<Written> {
  const theirs = otherSide[side]
  const otherOf = (row: { scenarioId: string; productId: string }) =>
    side === 'scenario' ? row.productId : row.scenarioId
  const before = new Map((await matchesOf(tx, side, id)).map(row => [otherOf(row), row]))
  const others = pairs.map(({ row }) => otherOf(row))
  const last = await lastPlaces(tx, theirs, [...new Set([...others, ...before.keys()])])
  const kept = pairs.filter(({ row }, at) => at < mostKept || enters(row, last.get(otherOf(row)), id, side))
  const keptIds = new Set(kept.map(({ row }) => otherOf(row)))
  const gone = [...before.keys()].filter(other => !keptIds.has(other) && !moved.has(other))
  await removeMatches(tx, side, { id, others: gone })
  await putMatches(
    tx,
    kept.map(({ row }) => row),
  )
  const touched = [...new Set([...keptIds, ...before.keys()])]
  await rankLists(tx, side, [id])
  const up = await rankLists(tx, theirs, touched)
  await sweepMatches(tx, side, [id])
  await sweepMatches(tx, theirs, touched)
  const after = new Map((await matchesOf(tx, side, id)).map(row => [otherOf(row), row]))
  return {
    pairs: kept.flatMap(({ row, match }) => {
      const now = after.get(otherOf(row))
      return now ? [{ match, before: before.get(otherOf(row)) ?? null, after: now }] : []
    }),
    gaps: touched.filter(other => {
      const was = before.get(other)
      return was !== undefined && last.has(other) && hasLost(theirs, was, after.get(other))
    }),
    risen: side === 'product' ? up.filter(each => each.productId !== id) : [],
  }
}

// public: the same step where every list is written by its own object's turn
/** Writes an object's own list alone; those of its partners have, or had, their turn too. Under `lockMatches` only. */
export async function writeList(tx: Tx, { side, id, pairs, moved }: Side): Promise<void> {
  const rows = pairs.slice(0, mostKept).map(({ row }) => row)
  await putList(tx, side, { id, rows, spared: [...moved] })
}

/** Whether a pair belongs into a partner's list: there is room, it stands last there already, or beats the last one. */
function enters(row: Pair['row'], last: StoredMatch | undefined, id: string, side: MatchSide): boolean {
  if (!last) return true
  const lastId = side === 'scenario' ? last.scenarioId : last.productId
  if (lastId === id) return true
  if (row.score !== last.score) return row.score > last.score
  if (row.demand !== last.demand) return row.demand > last.demand
  return id < lastId
}

/** Out of a full list, or at its end with less than before: somebody who is not kept may be better. */
function hasLost(theirs: MatchSide, was: StoredMatch, now: StoredMatch | undefined): boolean {
  const place = (row: StoredMatch) => (theirs === 'scenario' ? row.scenarioRank : row.productRank)
  if (place(was) === null) return false
  const rank = now ? place(now) : null
  return rank === null || (rank === mostKept && now !== undefined && now.score < was.score)
}
