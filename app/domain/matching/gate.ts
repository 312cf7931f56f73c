import { type NeedTable, undisclosed, unmet } from './needs.ts'

/** What the musts say by slot: how many are unmet, and how many are open. */
export interface Gate {
  failed: Uint8Array
  open: Uint8Array
}

/** A byte counts to here; more musts than that are no scenario's. */
const mostMusts = 255

/** The musts over all slots: a good part of a scan's cost, so it touches plain arrays only, and the same ones each time. */
export function openGate(): (musts: readonly NeedTable[], top: number) => Gate {
  let gate: Gate = { failed: new Uint8Array(0), open: new Uint8Array(0) }
  return (musts, top) => {
    if (gate.failed.length < top) {
      const size = Math.ceil(top * 1.5)
      gate = { failed: new Uint8Array(size), open: new Uint8Array(size) }
    }
    gate.failed.fill(0)
    gate.open.fill(0)
    for (const must of musts.slice(0, mostMusts)) pass(gate, must, top)
    return gate
  }
}

/** Additions instead of branches: what the states say is looked up for each code first. */
function pass({ failed, open }: Gate, { states, codes }: NeedTable, top: number): void {
  const fails = states.map(state => (state === unmet ? 1 : 0))
  const opens = states.map(state => (state === undisclosed ? 1 : 0))
  for (let slot = 0; slot < top; slot++) {
    const code = codes[slot] as number
    failed[slot] = (failed[slot] as number) + (fails[code] as number)
    open[slot] = (open[slot] as number) + (opens[code] as number)
  }
}

/** The must that a near miss does not meet. */
export function unmetAt(musts: readonly NeedTable[], slot: number): number {
  return musts.findIndex(({ states, codes }) => states[codes[slot] as number] === unmet)
}

/** Slots by list: without a known gap, with exactly one, and without a gap where the work does not seem to fit. */
export interface Sorted {
  main: Uint32Array
  near: Uint32Array
  /** Empty unless it was asked for. */
  rest: Uint32Array
  /** The work fits, but more than one must is unmet. Empty unless it was asked for. */
  several: Uint32Array
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
  const none = new Uint32Array(0)
  let lists = { main: none, near: none, others: none }
  return ({ failed, open }, { top, fits, codes, among, also }) => {
    if (lists.main.length < top) {
      const size = Math.ceil(top * 1.5)
      lists = { main: new Uint32Array(size), near: new Uint32Array(size), others: new Uint32Array(size) }
    }
    const { main, near, others } = lists
    let [mains, nears, rests, severals, unanswered] = [0, 0, 0, 0, 0]
    let ruledOut = 0
    for (let slot = 0; slot < top; slot++) {
      const fit = fits[codes[slot] as number]
      if (fit === vacant || (among && !among(slot))) continue
      const gaps = failed[slot] as number
      if (fit === working && gaps === 0) {
        main[mains++] = slot
        unanswered += open[slot] as number
      } else if (fit === working && gaps === 1) near[nears++] = slot
      else if (fit === working) {
        if (also === 'several') others[severals] = slot
        severals++
      } else if (gaps === 0) {
        if (also === 'rest') others[rests] = slot
        rests++
      } else ruledOut++
    }
    ruledOut += severals
    return {
      ...{ main: main.slice(0, mains), near: near.slice(0, nears), unanswered },
      rest: also === 'rest' ? others.slice(0, rests) : none,
      several: also === 'several' ? others.slice(0, severals) : none,
      counts: { computed: mains + nears + rests + ruledOut, main: mains, near: nears, rest: rests, ruledOut },
    }
  }
}
