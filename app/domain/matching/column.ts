/** One fact of many things by slot: distinct values are kept once, and each slot holds a small code; 0 is "not known". */
export interface Column<V> {
  set(slot: number, value: V | undefined): void
  /** The codes of the first `slots` slots at least. */
  codes(slots: number): Uint32Array
  /** The slots, of the first `slots`, whose code is among those asked for. */
  slotsWhere(slots: number, among: (code: number) => boolean): Uint32Array
  /** What `judge` says of each distinct value, by its code; of `undefined` at 0. Kept under `question` for the next time. */
  judged(question: string, judge: (value: V | undefined) => number): Uint8Array
}

const firstSlots = 256
/** Answers kept for one column: an author types a number in a few steps, and a few authors write at once. */
const keptAnswers = 32

export function openColumn<V>(): Column<V> {
  const values: (V | undefined)[] = [undefined]
  const known = new Map<string, number>()
  const answers = new Map<string, Uint8Array>()
  let codes = new Uint32Array(firstSlots)

  const grow = (slots: number) => {
    if (slots <= codes.length) return
    const wider = new Uint32Array(Math.max(slots, codes.length * 2))
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
    slotsWhere(slots, among) {
      grow(slots)
      const wanted = Uint8Array.from(values, (_, code) => (among(code) ? 1 : 0))
      const found = new Uint32Array(slots)
      let count = 0
      for (let slot = 0; slot < slots; slot++) if (wanted[codes[slot] ?? 0] === 1) found[count++] = slot
      return found.subarray(0, count)
    },
    judged(question, judge) {
      const kept = answers.get(question)
      if (kept?.length === values.length) return kept
      const answer = new Uint8Array(values.length)
      // Values are only ever added, so what was judged stays judged.
      answer.set(kept ?? [])
      for (let code = kept?.length ?? 0; code < values.length; code++) answer[code] = judge(values[code])
      if (answers.size >= keptAnswers) answers.clear()
      answers.set(question, answer)
      return answer
    },
  }
}
