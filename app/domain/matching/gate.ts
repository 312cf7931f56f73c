import type { Roll } from './column.ts'
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
const [mainList, nearList, restList, severalList, outList] = [0, 1, 2, 3, 4]

/** Slots by list, until the next are sorted. */
export interface Sorted {
  main: Uint32Array
  near: Uint32Array
  rest: Uint32Array
  /** The work fits, but more than one must is unmet. */
  several: Uint32Array
  counts: { computed: number; main: number; near: number; rest: number; ruledOut: number }
  /** Musts among the main ones that no source answers. */
  unanswered: number
}

/** What the work says of a slot: nobody's, does not fit, fits or may fit. */
export const [vacant, idle, working] = [0, 1, 2]

export interface Sieve {
  /** The slots by their work, so that what the work says is asked once for all who do the same. */
  roll: Roll
  /** What the work says, by its code. */
  fits: Uint8Array
  /** Who takes part; all by default. */
  among?: (slot: number) => boolean
}

export function openSorter(): (gate: Gate, sieve: Sieve) => Sorted {
  let lists = openLists(0)
  return (gate, sieve) => {
    const top = sieve.roll.slots.length
    if (lists.room < top) lists = openLists(Math.ceil(top * 1.5))
    lists.sizes.fill(0)
    for (let code = 0; code < sieve.fits.length; code++)
      if (sieve.fits[code] !== vacant) tell(lists, gate, { ...sieve, code })
    const [main = none, near = none, rest = none, several = none, out = none] = lists.slots.map((list, at) =>
      list.subarray(0, lists.sizes[at]),
    )
    const computed = lists.sizes.reduce((sum, size) => sum + size, 0)
    return {
      ...{ main, near, rest, several },
      counts: {
        ...{ computed, main: main.length, near: near.length, rest: rest.length },
        ruledOut: several.length + out.length,
      },
      unanswered: sumOver(main, gate.open),
    }
  }
}

const none = new Uint32Array(0)

interface Lists {
  room: number
  slots: Uint32Array[]
  sizes: Uint32Array
}

function openLists(room: number): Lists {
  const slots = [mainList, nearList, restList, severalList, outList].map(() => new Uint32Array(room))
  return { room, slots, sizes: new Uint32Array(slots.length) }
}

/** Puts the slots of one work into their lists: most have no gap, so those go first and by the shortest way. */
function tell(
  { slots, sizes }: Lists,
  { failed }: Gate,
  { roll, among, fits, code }: Sieve & { code: number },
): void {
  const fit = fits[code]
  const free = fit === working ? mainList : restList
  const into = slots[free] as Uint32Array
  let size = sizes[free] as number
  for (let at = roll.starts[code] as number; at < (roll.starts[code + 1] as number); at++) {
    const slot = roll.slots[at] as number
    if (among && !among(slot)) continue
    const gaps = failed[slot] as number
    if (gaps === 0) into[size++] = slot
    else {
      const list = fit === idle ? outList : gaps === 1 ? nearList : severalList
      const end = sizes[list] as number
      const other = slots[list] as Uint32Array
      other[end] = slot
      sizes[list] = end + 1
    }
  }
  sizes[free] = size
}

function sumOver(slots: Uint32Array, values: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < slots.length; at++) sum += values[slots[at] as number] as number
  return sum
}
