/** Distinct values and their numbers; 0 is "not known". Values are only ever added. */
export interface Dictionary<V> {
  readonly values: readonly (V | undefined)[]
  codeOf(value: V): number
}

/** One fact of many things by slot: each slot holds the number of its value. */
export interface Column<V> extends Pick<Dictionary<V>, 'values'> {
  set(slot: number, value: V | undefined): void
  /** The codes of the first `slots` slots at least. */
  codes(slots: number): Codes
  /** The first `slots` slots in the order of their codes. */
  roll(slots: number): Roll
  /** The slots that hold a value, and some that held one once: most things say little, so these are few. */
  holders(): Uint32Array
}

/** 名册: slots in the order of their codes; those of one code stand from its start up to the next one's. */
export interface Roll {
  slots: Uint32Array
  /** One more than there are codes. */
  starts: Uint32Array
}

/** Two bytes a slot until there are more distinct values than fit. */
export type Codes = Uint16Array | Uint32Array

const firstSlots = 256
const wide = 0x1_0000

export function openDictionary<V>(): Dictionary<V> {
  const values: (V | undefined)[] = [undefined]
  const known = new Map<string, number>()
  return {
    values,
    codeOf(value) {
      const key = JSON.stringify(value)
      const code = known.get(key)
      if (code !== undefined) return code
      known.set(key, values.length)
      return values.push(value) - 1
    },
  }
}

export function openColumn<V>(): Column<V> {
  const { values, codeOf } = openDictionary<V>()
  let codes: Codes = new Uint16Array(firstSlots)
  let holders = new Uint32Array(firstSlots)
  let held = 0
  /** Whether a slot is among the holders; once it is, it stays. */
  let isHolder = new Uint8Array(firstSlots)
  /** Made when it is asked for, and anew after a change. */
  let roll: Roll | null = null

  const grow = (slots: number) => {
    const isNarrow = codes instanceof Uint16Array && values.length > wide
    if (slots <= codes.length && !isNarrow) return
    const size = slots <= codes.length ? codes.length : Math.max(slots, Math.ceil(codes.length * 1.5))
    const wider = values.length > wide ? new Uint32Array(size) : new Uint16Array(size)
    wider.set(codes)
    codes = wider
    isHolder = widened(isHolder, size)
  }
  const hold = (slot: number) => {
    if (isHolder[slot] === 1) return
    isHolder[slot] = 1
    if (held === holders.length) holders = widened(holders, Math.ceil(held * 1.5))
    holders[held++] = slot
  }

  return {
    values,
    set(slot, value) {
      const code = value === undefined ? 0 : codeOf(value)
      if (code === 0 && slot >= codes.length) return
      grow(slot + 1)
      codes[slot] = code
      roll = null
      if (code !== 0) hold(slot)
    },
    codes(slots) {
      grow(slots)
      return codes
    },
    roll(slots) {
      grow(slots)
      if (roll?.slots.length !== slots) roll = rollOf(codes.subarray(0, slots), values.length)
      return roll
    },
    holders: () => holders.subarray(0, held),
  }
}

/** Counts the slots of each code first, so that each slot is put in its place at once. */
function rollOf(codes: Codes, values: number): Roll {
  const starts = new Uint32Array(values + 1)
  for (let slot = 0; slot < codes.length; slot++) {
    const next = (codes[slot] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let code = 0; code < values; code++)
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number)
  const free = starts.slice()
  const slots = new Uint32Array(codes.length)
  for (let slot = 0; slot < codes.length; slot++) {
    const code = codes[slot] as number
    const place = free[code] as number
    slots[place] = slot
    free[code] = place + 1
  }
  return { slots, starts }
}

function widened<A extends Uint8Array | Uint32Array>(old: A, size: number): A {
  const wider = (old instanceof Uint8Array ? new Uint8Array(size) : new Uint32Array(size)) as A
  wider.set(old)
  return wider
}
