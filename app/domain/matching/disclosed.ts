import { type NeedTable, undisclosed, type Worth } from './needs.ts'

/** A need with its weight, and what it is worth: by the code of the value, and by the kind where nothing is disclosed. */
export interface WeighedNeed {
  need: NeedTable
  weight: number
  worth: Worth
  unknown: Worth
}

/** By slot: by how much what is disclosed moves the sums of a product that discloses nothing. */
export interface Disclosed {
  dg: Float64Array
  dk: Float64Array
}

/** Which slots are asked for: those whose list is this one. */
export interface Asked {
  top: number
  of: Uint8Array
  list: number
  kinds: Uint8Array
}

/** Makes it in the same arrays each time: use one before the next. Only who discloses something is looked at. */
export function openDisclosed(): (needs: readonly WeighedNeed[], asked: Asked) => Disclosed {
  let room: Disclosed = { dg: new Float64Array(0), dk: new Float64Array(0) }
  return (needs, asked) => {
    if (room.dg.length < asked.top) {
      const size = Math.ceil(asked.top * 1.5)
      room = { dg: new Float64Array(size), dk: new Float64Array(size) }
    }
    room.dg.fill(0, 0, asked.top)
    room.dk.fill(0, 0, asked.top)
    for (const each of needs) add(room, each, asked)
    return room
  }
}

function add({ dg, dk }: Disclosed, { need, weight, worth, unknown }: WeighedNeed, asked: Asked): void {
  const { states, codes, holders } = need
  const { of, list, kinds } = asked
  for (let at = 0; at < holders.length; at++) {
    const slot = holders[at] as number
    const code = codes[slot] as number
    if (of[slot] !== list || states[code] === undisclosed) continue
    const g = worthOf(worth, code) - worthOf(unknown, kinds[slot] as number)
    dg[slot] = (dg[slot] as number) + weight * g
    dk[slot] = (dk[slot] as number) + weight
  }
}

export function worthOf({ known, of }: Worth, code: number): number {
  const g = known[code] as number
  return Number.isNaN(g) ? of(code) : g
}
