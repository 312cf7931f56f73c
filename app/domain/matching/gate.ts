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
  near: Uint32Array
  /** Empty unless it was asked for. */
  rest: Uint32Array
  /** The work fits, but more than one must is unmet. Empty unless it was asked for. */
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
  /** The lists that are wanted besides. */
  also?: 'rest' | 'several'
}

export function openSorter(): (gate: Gate, sieve: Sieve) => Sorted {
  let room = { of: new Uint8Array(0), lists: [0, 1, 2].map(() => new Uint32Array(0)) }
  return (gate, sieve) => {
    const { top, also } = sieve
    if (room.of.length < top) {
      const size = Math.ceil(top * 1.5)
      room = { of: new Uint8Array(size), lists: [0, 1, 2].map(() => new Uint32Array(size)) }
    }
    const { of } = room
    const [m, n, o] = room.lists as [Uint32Array, Uint32Array, Uint32Array]
    const sizes = tell(of, gate, sieve)
    const [mains, nears, rests, severals, outs] = [...sizes] as [number, number, number, number, number]
    const other = also === 'rest' ? restList : also === 'several' ? severalList : noList
    const [main, near] = [gather(m, of, { list: mainList, top }), gather(n, of, { list: nearList, top })]
    const others = other === noList ? o.subarray(0, 0) : gather(o, of, { list: other, top })
    return {
      ...{ main, near, of, unanswered: sumOver(main, gate.open) },
      rest: also === 'rest' ? others : o.subarray(0, 0),
      several: also === 'several' ? others : o.subarray(0, 0),
      counts: {
        computed: mains + nears + rests + severals + outs,
        ...{ main: mains, near: nears, rest: rests, ruledOut: severals + outs },
      },
    }
  }
}

/** Two and more gaps are the same. */
const gapsTold = 3

/** Says the list of each slot, and how long each list is; looked up, for what is behind a branch here is not foreseen. */
function tell(of: Uint8Array, { failed }: Gate, { top, fits, codes, among }: Sieve): Uint32Array {
  const sizes = new Uint32Array(noList + 1)
  const listOf = Uint8Array.from({ length: gapsTold * gapsTold }, (_, at) => {
    const [fit, gaps] = [Math.floor(at / gapsTold), at % gapsTold]
    if (fit === vacant) return noList
    if (fit === idle) return gaps === 0 ? restList : outList
    return [mainList, nearList, severalList][gaps] as number
  })
  for (let slot = 0; slot < top; slot++) {
    const fit = fits[codes[slot] as number] as number
    const list = listOf[fit * gapsTold + Math.min(failed[slot] as number, gapsTold - 1)] as number
    of[slot] = among && list !== noList && !among(slot) ? noList : list
  }
  for (let slot = 0; slot < top; slot++) {
    const list = of[slot] as number
    sizes[list] = (sizes[list] as number) + 1
  }
  return sizes
}

/** The slots of one list, in their order. */
function gather(
  into: Uint32Array,
  of: Uint8Array,
  { list, top }: { list: number; top: number },
): Uint32Array {
  let size = 0
  for (let slot = 0; slot < top; slot++) {
    into[size] = slot
    size += of[slot] === list ? 1 : 0
  }
  return into.subarray(0, size)
}

function sumOver(slots: Uint32Array, values: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < slots.length; at++) sum += values[slots[at] as number] as number
  return sum
}
