import { type NeedTable, undisclosed, unmet } from './needs.ts'

/** What the musts say by slot: how many are unmet (2 is several), the last of these, and how many are open. */
export interface Gate {
  failed: Uint8Array
  last: Uint8Array
  open: Uint8Array
}

/** More musts unmet than this are all the same. */
const enough = 2

/** The musts over all slots; half of a scan's cost, so it touches plain arrays only, and the same ones each time. */
export function openGate(): (musts: readonly NeedTable[], top: number) => Gate {
  let gate: Gate = { failed: new Uint8Array(0), last: new Uint8Array(0), open: new Uint8Array(0) }
  return (musts, top) => {
    if (gate.failed.length < top) {
      const size = Math.ceil(top * 1.5)
      gate = { failed: new Uint8Array(size), last: new Uint8Array(size), open: new Uint8Array(size) }
    }
    gate.failed.fill(0)
    gate.open.fill(0)
    for (const [index, must] of musts.entries()) pass(gate, must, { index, top })
    return gate
  }
}

function pass(
  { failed, last, open }: Gate,
  { states, codes }: NeedTable,
  { index, top }: { index: number; top: number },
): void {
  for (let slot = 0; slot < top; slot++) {
    const state = states[codes[slot] as number]
    if (state === unmet) {
      if ((failed[slot] as number) < enough) failed[slot] = (failed[slot] as number) + 1
      last[slot] = index
    } else if (state === undisclosed) open[slot] = (open[slot] as number) + 1
  }
}

/** Slots by list: without a known gap, with exactly one, and without a gap where the work does not seem to fit. */
export interface Sorted {
  main: Uint32Array
  near: Uint32Array
  rest: Uint32Array
  /** The work fits, but more than one must is unmet. */
  several: Uint32Array
  counts: { computed: number; main: number; near: number; rest: number; ruledOut: number }
  /** Musts of the main ones that no source answers. */
  unanswered: number
}

/** What the work says of a slot. */
export const [vacant, idle, working] = [0, 1, 2]

export function openSorter() {
  const none = new Uint32Array(0)
  let [main, near, rest, several] = [none, none, none, none]
  return (
    { failed, open }: Pick<Gate, 'failed' | 'open'>,
    { top, fitOf }: { top: number; fitOf: (slot: number) => number },
  ): Sorted => {
    if (main.length < top) {
      const size = Math.ceil(top * 1.5)
      main = new Uint32Array(size)
      near = new Uint32Array(size)
      rest = new Uint32Array(size)
      several = new Uint32Array(size)
    }
    const counts = { computed: 0, main: 0, near: 0, rest: 0, ruledOut: 0 }
    let [unanswered, many] = [0, 0]
    for (let slot = 0; slot < top; slot++) {
      const fit = fitOf(slot)
      if (fit === vacant) continue
      counts.computed++
      if (fit === idle) {
        if (failed[slot] === 0) rest[counts.rest++] = slot
      } else if (failed[slot] === 0) {
        main[counts.main++] = slot
        unanswered += open[slot] as number
      } else if (failed[slot] === 1) near[counts.near++] = slot
      else several[many++] = slot
    }
    counts.ruledOut = counts.computed - counts.main - counts.near - counts.rest
    return {
      ...{
        main: main.slice(0, counts.main),
        near: near.slice(0, counts.near),
        rest: rest.slice(0, counts.rest),
      },
      ...{ several: several.slice(0, many), counts, unanswered },
    }
  }
}
