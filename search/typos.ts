/** One slip from five characters, two from nine; Chinese words, short words and plain numbers none. */
export function slipsAllowed(word: string): 0 | 1 | 2 {
  if (!/^[a-z0-9]+$/.test(word) || /^\d+$/.test(word) || word.length < 5) return 0
  return word.length < 9 ? 1 : 2
}

/** The known words within the allowed slips, nearest first. A slip in the first letter counts twice, as in Meilisearch. */
export function nearWords(word: string, known: Iterable<string>, most = 20): string[] {
  const allowed = slipsAllowed(word)
  const near: { other: string; slips: number }[] = []
  for (const other of known) {
    const first = other[0] === word[0] ? 0 : 1
    if (other === word || first >= allowed || Math.abs(other.length - word.length) > allowed) continue
    const slips = distance(word, other) + first
    if (slips <= allowed) near.push({ other, slips })
  }
  near.sort((one, two) => one.slips - two.slips || (one.other < two.other ? -1 : 1))
  return near.slice(0, most).map(({ other }) => other)
}

/** Edits between two words; swapping two neighbours counts one, as it is one slip of the fingers. */
export function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return last[other.length] ?? 0
}
