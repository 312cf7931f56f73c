import { createRequire } from 'node:module'
import { conceptNames } from './concepts.ts'
import { foldText, wordParts } from './tokens.ts'

const han = /\p{Script=Han}+/gu

/**
 * What may be typed instead of the characters, from each word's start: 骨科手术机器人 → `guke`, `gukeshoushujiqiren`,
 * `gk`, `gkssjqr`, `shoushu`, …, `jiqiren`, `jqr`. Neither engine searches inside a word, hence one entry per start.
 */
export function pinyinOf(texts: readonly string[]): string[] {
  const runs = [...new Set(texts.flatMap(text => foldText(text).match(han) ?? []))]
  return [...new Set(runs.flatMap(run => known.get(run) ?? typable(run)))]
}

function typable(run: string): string[] {
  const typed = entries(syllablesOf(run), startsIn(wordParts(run))).flatMap(umlauts)
  if (known.size >= 5_000) known.clear()
  known.set(run, typed)
  return typed
}

/** How a run of Chinese characters is spoken, one syllable each; empty where one of them has no sound. */
export function syllablesOf(run: string): string[] {
  // The whole run at once, so that 重庆 and 重载 are read as they are spoken.
  const syllables = speaker().pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
  return syllables.length === [...run].length ? syllables : []
}

let loaded: typeof import('pinyin-pro') | undefined

/** 100 ms to load: only what needs it pays for it. */
function speaker(): typeof import('pinyin-pro') {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro')
  return loaded
}

/** 绿色 is typed as lvse, as lüse, which is folded to luse, or as luse where no v is known. */
function umlauts(typed: string): string[] {
  return typed.includes('v') ? [typed, typed.replaceAll('v', 'u')] : [typed]
}

let names: { of: readonly string[]; bySound: ReadonlyMap<string, string> } | undefined

/** The name of a concept that is spoken so: 机器狗 for `jiqigou`. Read once for each table of concepts. */
export function nameBySound(typed: string): string | undefined {
  const current = conceptNames()
  if (names?.of !== current) {
    const bySound = new Map<string, string>()
    for (const name of current) {
      const sound = /^\p{Script=Han}{2,}$/u.test(name) ? syllablesOf(name).join('') : ''
      if (sound !== '' && !bySound.has(sound)) bySound.set(sound, name)
    }
    names = { of: current, bySound }
  }
  return names.bySound.get(typed)
}

/** Labels and firms come again with each document. */
const known = new Map<string, string[]>()

const mostInitials = 12

/** Where typing may begin, where that word ends, and where the third word from there ends. */
interface Start {
  from: number
  wordEnd: number
  thirdEnd: number
}

/** Words, and the parts of two characters or more inside them: 移动机器人 may be typed from 机器 on. */
function startsIn(words: readonly (readonly string[])[]): Start[] {
  const lengths = words.map(parts => parts.reduce((sum, part) => sum + [...part].length, 0))
  const starts: Start[] = []
  let from = 0
  words.forEach((parts, nth) => {
    const wordEnd = from + (lengths[nth] ?? 0)
    const thirdEnd = wordEnd + (lengths[nth + 1] ?? 0) + (lengths[nth + 2] ?? 0)
    for (const part of parts) {
      const length = [...part].length
      if (part === parts[0] || length > 1) starts.push({ from, wordEnd, thirdEnd })
      from += length
    }
  })
  return starts
}

function entries(syllables: readonly string[], starts: readonly Start[]): string[] {
  if (syllables.length === 0) return []
  return starts.flatMap(({ from, wordEnd, thirdEnd }) => {
    const word = syllables.slice(from, wordEnd)
    const three = syllables.slice(from, thirdEnd)
    const rest = syllables.slice(from, from + mostInitials)
    // A single character's initial would match a sixth of everything.
    const initials = [word, rest].filter(each => each.length > 1).map(initialsOf)
    return [word.join(''), three.join(''), ...initials]
  })
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map(syllable => syllable.slice(0, 1)).join('')
}
