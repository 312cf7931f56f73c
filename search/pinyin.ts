import { words } from './tokens.ts'

const han = /\p{Script=Han}+/gu

/**
 * What may be typed instead of the characters, from each word's start: 骨科手术机器人 → `guke`, `gukeshoushujiqiren`,
 * `gk`, `gkssjqr`, `shoushu`, …, `jiqiren`, `jqr`. Neither engine searches inside a word, hence one entry per start.
 */
export async function pinyinOf(texts: readonly string[]): Promise<string[]> {
  const runs = [...new Set(texts.flatMap(text => text.match(han) ?? []))]
  if (runs.length === 0) return []
  // 100 ms to load: only what indexes pays for it.
  const { pinyin } = await import('pinyin-pro')
  const typed = new Set<string>()
  for (const run of runs) {
    // The whole run at once, so that 重庆 and 重载 are read as they are spoken.
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
    let from = 0
    const starts = words(run).map(word => {
      const start = from
      from += [...word].length
      return start
    })
    if (syllables.length === from) for (const entry of entries(syllables, starts)) typed.add(entry)
  }
  return [...typed]
}

const mostInitials = 12

function entries(syllables: readonly string[], starts: readonly number[]): string[] {
  return starts.flatMap((start, nth) => {
    const word = syllables.slice(start, starts[nth + 1])
    const three = syllables.slice(start, starts[nth + 3])
    const rest = syllables.slice(start, start + mostInitials)
    // A single character's initial would match a sixth of everything.
    const initials = word.length > 1 ? [initialsOf(word)] : []
    return [word.join(''), three.join(''), ...initials, ...(rest.length > 1 ? [initialsOf(rest)] : [])]
  })
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map(syllable => syllable.slice(0, 1)).join('')
}
