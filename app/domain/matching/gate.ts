import { type NeedTable, undisclosed, unmet } from './needs.ts'

/** More musts unmet than this are all the same. */
const several = 2

/** What the musts say of each of these: how many are unmet (2 is several), the last of them, and how many are open. */
export interface Gate {
  failed: Uint8Array
  last: Uint8Array
  open: Uint8Array
  /** Of each must: how many do not meet it, and of how many it is not known. */
  musts: { unmet: number; undisclosed: number }[]
}

/** The musts over all the slots; the loop is most of a count's cost, so it touches plain arrays only. */
export function gateOf(slots: Uint32Array, musts: readonly NeedTable[]): Gate {
  const failed = new Uint8Array(slots.length)
  const last = new Uint8Array(slots.length)
  const open = new Uint8Array(slots.length)
  const counted = musts.map(({ states, codes }, index) => {
    const counts = { unmet: 0, undisclosed: 0 }
    for (let at = 0; at < slots.length; at++) {
      const state = states[codes[slots[at] as number] as number]
      if (state === unmet) {
        counts.unmet++
        if ((failed[at] as number) < several) failed[at] = (failed[at] as number) + 1
        last[at] = index
      } else if (state === undisclosed) {
        counts.undisclosed++
        open[at] = (open[at] as number) + 1
      }
    }
    return counts
  })
  return { failed, last, open, musts: counted }
}

/** What the gate let through: without a known gap, and with exactly one. */
export interface Sorted {
  main: Uint32Array
  near: Uint32Array
  /** The places of the near ones in the gate's arrays. */
  nearAt: Uint32Array
  ruledOut: number
  /** Musts of the main ones that no source answers. */
  unanswered: number
}

export function sortOut(slots: Uint32Array, { failed, open }: Pick<Gate, 'failed' | 'open'>): Sorted {
  const main = new Uint32Array(slots.length)
  const near = new Uint32Array(slots.length)
  const nearAt = new Uint32Array(slots.length)
  let [mains, nears, unanswered] = [0, 0, 0]
  for (let at = 0; at < slots.length; at++) {
    if (failed[at] === 0) {
      main[mains++] = slots[at] as number
      unanswered += open[at] as number
    } else if (failed[at] === 1) {
      nearAt[nears] = at
      near[nears++] = slots[at] as number
    }
  }
  return {
    main: main.subarray(0, mains),
    near: near.subarray(0, nears),
    nearAt: nearAt.subarray(0, nears),
    ruledOut: slots.length - mains - nears,
    unanswered,
  }
}
