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

  const grow = (slots: number) => {
    const isNarrow = codes instanceof Uint16Array && values.length > wide
    if (slots <= codes.length && !isNarrow) return
    const size = slots <= codes.length ? codes.length : Math.max(slots, Math.ceil(codes.length * 1.5))
    const wider = values.length > wide ? new Uint32Array(size) : new Uint16Array(size)
    wider.set(codes)
    codes = wider
  }

  return {
    values,
    set(slot, value) {
      const code = value === undefined ? 0 : codeOf(value)
      if (code === 0 && slot >= codes.length) return
      grow(slot + 1)
      codes[slot] = code
    },
    codes(slots) {
      grow(slots)
      return codes
    },
  }
}
