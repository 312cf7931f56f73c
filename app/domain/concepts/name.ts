import { z } from 'zod'
import { text } from '../shared/fields.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'

const longestName = 40

/** A name as it is kept: full width is half width, and one space where there were several. */
export const ConceptName = text({ max: longestName }).transform(plainName)
export type ConceptName = z.infer<typeof ConceptName>

export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

/** Alike for names that only differ in case, spaces or hyphens: `AS/RS`, `asrs`. */
export function nameKey(name: string): string {
  return plainName(name)
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Sm}\p{Z}]/gu, '')
}

/** Words that no search looks for; a name of nothing else would never be met. */
const emptyWords: ReadonlySet<string> = new Set(['的', '了', '与', '和', '及', '等'])

/** A single character stands in half of all texts, a bare number in the rest. */
export function isUsableName(name: string): Verdict {
  const key = nameKey(name)
  const letters = [...key]
  return all(
    when(letters.length > 0 && !letters.every(letter => emptyWords.has(letter)), 'concept.nameEmpty', {
      name,
    }),
    when(letters.length > 1, 'concept.nameTooShort', { name }),
    /^\d+$/.test(key) ? no('concept.nameNumber', { name }) : ok,
  )
}

/** Names written one a line, or parted by 、；; as people list them. */
export function namesIn(list: string): string[] {
  return list
    .split(/[\n、；;]/)
    .map(plainName)
    .filter(name => name !== '')
}

export const ConceptNote = z.preprocess(
  value => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  text({ max: 300 }).optional(),
)
