import { conceptsIn } from './concepts.ts'
import { tokenize } from './tokens.ts'

/** What else the things are called that a text names, the usual name first: AMR → 移动机器人, 无人搬运车. */
export function otherNames(text: string): string[] {
  const tokens = tokenize(text)
  const typed = spelt(text)
  const names = conceptsIn(tokens).flatMap(concept => concept.names)
  return [...new Set(names)].filter(name => !typed.includes(spelt(name)))
}

const spelt = (text: string) =>
  tokenize(text)
    .map(token => token.text)
    .join(' ')
