import { conceptsIn } from './concepts.ts'
import type { Figure, SearchDocument } from './engine.ts'
import { pinyinOf } from './pinyin.ts'
import { tokenize } from './tokens.ts'

/** What both engines add to a document before they index it. */
export interface Analysis {
  /** All names of every concept that is named in the document. */
  concepts: string[]
  conceptIds: string[]
  /** Other ways to write its model codes: CR-10A also as CR10A, AMR300 also as AMR 300. */
  codes: string[]
  pinyin: string[]
}

export async function analyse(document: SearchDocument): Promise<Analysis> {
  const { title, org, keywords, summary, body } = document
  const short = [title, org, ...keywords]
  const concepts = conceptsIn([...short, summary, body].flatMap(text => tokenize(text)))
  return {
    concepts: concepts.flatMap(concept => concept.names),
    conceptIds: concepts.map(concept => concept.id),
    codes: [...short, summary].flatMap(codeVariants),
    pinyin: await pinyinOf(short),
  }
}

const codePart = /[A-Za-z][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+)+|[A-Za-z]+\d+[A-Za-z0-9]*/g

function codeVariants(text: string): string[] {
  return (text.normalize('NFKC').match(codePart) ?? []).flatMap(code => {
    const parts = code.split(/[-_./]/)
    const joined = parts.length > 1 ? [parts.join('')] : []
    const split = parts.join(' ').replaceAll(/(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/g, ' ')
    return split === parts.join(' ') ? joined : [...joined, split]
  })
}

export function bounds(figure: Figure): { low: number; high: number } {
  return typeof figure === 'number' ? { low: figure, high: figure } : { low: figure.min, high: figure.max }
}
