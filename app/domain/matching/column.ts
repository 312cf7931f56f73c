/** One fact of many things by slot: distinct values are kept once, and each slot holds a small code; 0 is "not known". */
export interface Column<V> {
  set(slot: number, value: V | undefined): void
  /** The codes of the first `slots` slots at least. */
  codes(slots: number): Uint16Array | Uint32Array
  /** What `judge` says of each distinct value, by its code; of `undefined` at 0. */
  judged(judge: (value: V | undefined) => number): Uint8Array
}

const firstSlots = 256

export function openColumn<V>(): Column<V> {
  const values: (V | undefined)[] = [undefined]
  const known = new Map<string, number>()
  let codes: Uint16Array | Uint32Array = new Uint16Array(firstSlots)

  const grow = (slots: number) => {
    if (slots <= codes.length && values.length <= largest(codes)) return
    const length = slots <= codes.length ? codes.length : Math.max(slots, codes.length * 2)
    const wider = values.length > largest(codes) ? new Uint32Array(length) : new (arrayOf(codes))(length)
    wider.set(codes)
    codes = wider
  }
  const codeOf = (value: V): number => {
    const key = JSON.stringify(value)
    const code = known.get(key) ?? values.length
    if (code === values.length) {
      known.set(key, code)
      values.push(value)
    }
    return code
  }

  return {
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
    judged: judge => Uint8Array.from(values, judge),
  }
}

const largest = (codes: Uint16Array | Uint32Array) => (codes instanceof Uint16Array ? 0xffff : 0xffffffff)
const arrayOf = (codes: Uint16Array | Uint32Array) =>
  codes instanceof Uint16Array ? Uint16Array : Uint32Array
