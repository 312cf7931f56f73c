import { robotCategories, tasks } from '#domain/ontology/tasks.ts'
import { domains } from '#domain/vocabulary.ts'
import { conceptNames, conceptVersionInUse } from './concepts.ts'
import { syllablesOf } from './pinyin.ts'
import { foldText, isKnownWord } from './tokens.ts'

const han = /\p{Script=Han}+/gu
const longestWord = 10
/** What nobody types into a search box is not looked through. */
const longestRun = 40

/**
 * 同音错字: the query with the words that it most likely means, 配松机器人 → 配送机器人; null when nothing sounds like a
 * word of the trade. Words of the dictionary are left alone: 公里 is not 功力. For queries that found nothing.
 */
export function homophone(query: string): string | null {
  const folded = foldText(query)
  const meant = folded.replaceAll(han, run => (run.length > longestRun ? run : correct(run)))
  return meant === folded ? null : meant
}

function correct(run: string): string {
  const syllables = syllablesOf(run)
  if (!syllables) return run
  const chars = [...run]
  const written: string[] = []
  for (let at = 0; at < chars.length; ) {
    const word = wordAt({ chars, syllables, at })
    written.push(word ?? chars[at] ?? '')
    at += word ? [...word].length : 1
  }
  return written.join('')
}

/** The longest word of the trade that sounds like what stands here, the one that stands here before any other. */
function wordAt(run: { chars: readonly string[]; syllables: readonly string[]; at: number }): string | null {
  const { chars, syllables, at } = run
  for (let size = Math.min(longestWord, chars.length - at); size > 1; size--) {
    const alike = dictionary().get(syllables.slice(at, at + size).join(' '))
    const typed = chars.slice(at, at + size).join('')
    if (alike?.includes(typed)) return typed
    if (alike && !isKnownWord(typed)) return alike[0] ?? null
  }
  return null
}

let known: { version: number; bySound: ReadonlyMap<string, readonly string[]> } | undefined

/** Names of concepts and labels by their sound. */
function dictionary(): ReadonlyMap<string, readonly string[]> {
  const version = conceptVersionInUse()
  if (known?.version === version) return known.bySound
  const bySound = new Map<string, string[]>()
  const labels = [
    ...Object.values(robotCategories).map(({ label }) => label.zh),
    ...Object.values(tasks).map(({ label }) => label.zh),
    ...Object.values(domains).map(({ zh }) => zh),
  ]
  for (const word of new Set([...conceptNames(), ...labels].map(foldText))) {
    if (!/^\p{Script=Han}{2,10}$/u.test(word)) continue
    const sound = syllablesOf(word)?.join(' ')
    if (sound === undefined) continue
    const same = bySound.get(sound)
    if (same) same.push(word)
    else bySound.set(sound, [word])
  }
  known = { version, bySound }
  return bySound
}
