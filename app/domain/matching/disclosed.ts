import { type NeedTable, undisclosed, type Worth } from './needs.ts'

/** A need with its weight, and what it is worth where nothing is disclosed, by the kind of product. */
export interface WeighedNeed {
  need: NeedTable
  weight: number
  unknown: Worth
}

/** By how much what is disclosed moves the sums of a product that discloses nothing, at the product's place in a list. */
export interface Disclosed {
  dg: Float64Array
  dk: Float64Array
}

/** A list of slots, and what kind of product each slot holds. */
export interface Listed {
  slots: Uint32Array
  kinds: Uint8Array
}

const nowhere = -1

/** Makes it in the same arrays each time: use one before the next. Only who discloses something is looked at. */
export function openDisclosed(): (needs: readonly WeighedNeed[], listed: Listed) => Disclosed {
  let moved: Disclosed = { dg: new Float64Array(0), dk: new Float64Array(0) }
  /** Where each slot stands in the list. */
  let places = new Int32Array(0)
  return (needs, { slots, kinds }) => {
    if (places.length < kinds.length) {
      places = new Int32Array(kinds.length)
      moved = { dg: new Float64Array(kinds.length), dk: new Float64Array(kinds.length) }
    }
    moved.dg.fill(0, 0, slots.length)
    moved.dk.fill(0, 0, slots.length)
    if (needs.length === 0) return moved
    places.fill(nowhere)
    for (let at = 0; at < slots.length; at++) places[slots[at] as number] = at
    for (const each of needs) add(moved, each, { places, kinds })
    return moved
  }
}

function add(
  { dg, dk }: Disclosed,
  { need: { states, worths, codes, holders }, weight, unknown }: WeighedNeed,
  { places, kinds }: { places: Int32Array; kinds: Uint8Array },
): void {
  for (let at = 0; at < holders.length; at++) {
    const slot = holders[at] as number
    const place = places[slot] as number
    const code = codes[slot] as number
    if (place === nowhere || states[code] === undisclosed) continue
    const g = (worths[code] as number) - (unknown.known[kinds[slot] as number] as number)
    dg[place] = (dg[place] as number) + weight * g
    dk[place] = (dk[place] as number) + weight
  }
}
