import type { Refused } from './verdict.ts'
import { no } from './verdict.ts'

/** The nouns that have states. */
export type Noun =
  | 'organization'
  | 'site'
  | 'scenario'
  | 'product'
  | 'solution'
  | 'bid'
  | 'pilot'
  | 'claim'
  | 'entry'
  | 'concept'
  | 'weights'
  | 'introduction'
  | 'inquiry'

export type Table<S extends string, D extends string> = Record<S, Partial<Record<D, S>>>

/** A noun's state machine: buttons, checks, timeline, docs and property tests all derive from its one table. */
export interface Lifecycle<S extends string, D extends string> {
  noun: Noun
  initial: S
  statuses: readonly S[]
  deeds: readonly D[]
  table: Table<S, D>
  /** Where `deed` leads from `status`, or why it does not. */
  move(status: S, deed: D): { ok: true; to: S } | Refused
  /** The deeds that the table allows in this status. */
  deedsFrom(status: S): D[]
  isFinal(status: S): boolean
}

export function lifecycle<S extends string, D extends string>(
  noun: Noun,
  { initial, table }: { initial: S; table: Table<S, D> },
): Lifecycle<S, D> {
  const statuses = keysOf(table)
  const deedsFrom = (status: S) => keysOf(table[status])
  return {
    noun,
    initial,
    statuses,
    deeds: [...new Set(statuses.flatMap(deedsFrom))],
    table,
    deedsFrom,
    isFinal: status => deedsFrom(status).length === 0,
    move(status, deed) {
      const to = table[status][deed]
      return to ? { ok: true, to } : no(`${noun}.wrongState`, { status, deed })
    },
  }
}

function keysOf<K extends string>(record: Partial<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[]
}
