import { type NeedTable, undisclosed, unmet } from './needs.ts'

/** What the musts say by slot: how many are unmet, and how many are open. */
export interface Gate {
  failed: Uint8Array
  open: Uint8Array
}

/** A byte counts to here; more musts than that are no scenario's. */
const mostMusts = 255

/**
 * The musts over all slots. Of most things a source says little, so every must is taken as open first, and then only
 * those are looked at that disclose something; plain arrays, and the same ones each time.
 */
export function openGate(): (musts: readonly NeedTable[], top: number) => Gate {
  let gate: Gate = { failed: new Uint8Array(0), open: new Uint8Array(0) }
  return (musts, top) => {
    if (gate.failed.length < top) {
      const size = Math.ceil(top * 1.5)
      gate = { failed: new Uint8Array(size), open: new Uint8Array(size) }
    }
    const counted = musts.slice(0, mostMusts)
    gate.failed.fill(0)
    gate.open.fill(counted.length)
    for (const must of counted) pass(gate, must)
    return gate
  }
}

/** Additions instead of branches: what the states say is looked up for each code first. */
function pass({ failed, open }: Gate, { states, codes, holders }: NeedTable): void {
  const fails = states.map(state => (state === unmet ? 1 : 0))
  const known = states.map(state => (state === undisclosed ? 0 : 1))
  for (let at = 0; at < holders.length; at++) {
    const slot = holders[at] as number
    const code = codes[slot] as number
    failed[slot] = (failed[slot] as number) + (fails[code] as number)
    open[slot] = (open[slot] as number) - (known[code] as number)
  }
}

/** The must that a near miss does not meet. */
export function unmetAt(musts: readonly NeedTable[], slot: number): number {
  return musts.findIndex(({ states, codes }) => states[codes[slot] as number] === unmet)
}

/** The lists: without a known gap, with exactly one, without a gap where the work does not seem to fit, and the rest. */
export const [mainList, nearList, restList, severalList, outList, noList] = [0, 1, 2, 3, 4, 5]

/** Slots by list, until the next are sorted. */
export interface Sorted {
  main: Uint32Array
  /** Each of these is empty unless it was asked for. */
  near: Uint32Array
  rest: Uint32Array
  /** The work fits, but more than one must is unmet. */
  several: Uint32Array
  /** The list of each slot. */
  of: Uint8Array
  counts: { computed: number; main: number; near: number; rest: number; ruledOut: number }
  /** Musts of the main ones that no source answers. */
  unanswered: number
}

/** What the work says of a slot: nobody's, does not fit, fits or may fit. */
export const [vacant, idle, working] = [0, 1, 2]

export interface Sieve {
  top: number
  /** What the work says, by the code of the slot's work. */
  fits: Uint8Array
  codes: ArrayLike<number>
  /** Who takes part; all by default. */
  among?: (slot: number) => boolean
  /** The lists that are wanted besides the main one; all are counted. */
  also?: readonly number[]
}

export function openSorter(): (gate: Gate, sieve: Sieve) => Sorted {
  const room = { of: new Uint8Array(0), lists: new Map<number, Uint32Array>() }
  return (gate, sieve) => {
    const { top, also = [] } = sieve
    if (room.of.length < top) room.of = new Uint8Array(Math.ceil(top * 1.5))
    const { of } = room
    const sizes = tell(of, gate, sieve)
    const sizeOf = (list: number) => sizes[list] as number
    const gathered = (list: number) => {
      if (list !== mainList && !also.includes(list)) return new Uint32Array(0)
      const known = room.lists.get(list)
      // One place more than there are slots: the one after the last found is written, too.
      const into = known && known.length > top ? known : new Uint32Array(Math.ceil(top * 1.5) + 1)
      room.lists.set(list, into)
      return gather(into, of, { list, top })
    }
    const main = gathered(mainList)
    return {
      ...{ main, near: gathered(nearList), rest: gathered(restList), several: gathered(severalList), of },
      counts: {
        computed: top - sizeOf(noList),
        ...{ main: sizeOf(mainList), near: sizeOf(nearList), rest: sizeOf(restList) },
        ruledOut: sizeOf(severalList) + sizeOf(outList),
      },
      unanswered: sumOver(main, gate.open),
    }
  }
}

/** As many as a byte counts. */
const gapsTold = 256

/** The list by what the work says and by the number of unmet musts. */
const listOf = Uint8Array.from({ length: 3 * gapsTold }, (_, at) => {
  const [fit, gaps] = [Math.floor(at / gapsTold), at % gapsTold]
  if (fit === vacant) return noList
  if (fit === idle) return gaps === 0 ? restList : outList
  return [mainList, nearList][gaps] ?? severalList
})

/** Says the list of each slot, and how long each list is; looked up, for a branch here would not be foreseen. */
function tell(of: Uint8Array, { failed }: Gate, { top, fits, codes, among }: Sieve): Uint32Array {
  const sizes = new Uint32Array(noList + 1)
  for (let slot = 0; slot < top; slot++) {
    const fit = fits[codes[slot] as number] as number
    const list = listOf[fit * gapsTold + (failed[slot] as number)] as number
    of[slot] = list
    sizes[list] = (sizes[list] as number) + 1
  }
  for (let slot = 0; among && slot < top; slot++) {
    const list = of[slot] as number
    if (list === noList || among(slot)) continue
    of[slot] = noList
    sizes[list] = (sizes[list] as number) - 1
    sizes[noList] = (sizes[noList] as number) + 1
  }
  return sizes
}

/** The slots of one list, in their order: each is written, and kept by moving on. */
function gather(
  into: Uint32Array,
  of: Uint8Array,
  { list, top }: { list: number; top: number },
): Uint32Array {
  const moves = new Uint8Array(noList + 1)
  moves[list] = 1
  let size = 0
  for (let slot = 0; slot < top; slot++) {
    into[size] = slot
    size += moves[of[slot] as number] as number
  }
  return into.subarray(0, size)
}

function sumOver(slots: Uint32Array, values: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < slots.length; at++) sum += values[slots[at] as number] as number
  return sum
}
