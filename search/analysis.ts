import { charactersIn } from './characters.ts'
import { type Concept, conceptsIn } from './concepts.ts'
import type { Figure, SearchDocument } from './engine.ts'
import { pinyinOf } from './pinyin.ts'
import { tokenize } from './tokens.ts'

/** What both engines add to a document before they index it. */
export interface Analysis {
  /** All names of every concept that is named in the document. */
  concepts: string[]
  conceptIds: string[]
  /** Other ways to write its names and model codes: CR-10A as CR10A, AMR300 as AMR 300, da Vinci as daVinci. */
  codes: string[]
  /** What may be typed instead of the words, and each single character; no slips are forgiven in these. */
  pinyin: string[]
}

export async function analyse(document: SearchDocument): Promise<Analysis> {
  const { title, org, keywords, summary, body } = document
  const short = [title, org, ...keywords]
  const concepts = conceptsIn([...short, summary, body].flatMap(text => tokenize(text)))
  return {
    concepts: concepts.flatMap(concept => concept.names),
    conceptIds: concepts.map(concept => concept.id),
    codes: [...new Set(short.flatMap(codeVariants))],
    pinyin: [...pinyinOf(short), ...charactersIn([...short, summary, ...concepts.map(wordsOfOne)])],
  }
}

/** The words of one character in a concept's names, such as 狗 of 机器·狗. */
function wordsOfOne(concept: Concept): string {
  const before = ofOne.get(concept)
  if (before !== undefined) return before
  const single = concept.names
    .flatMap(name => tokenize(name))
    .filter(({ text, han }) => han && text.length === 1)
  const words = single.map(token => token.text).join('')
  ofOne.set(concept, words)
  return words
}

const ofOne = new WeakMap<Concept, string>()

/** No model code has longer parts; without the bound a long word would take quadratic time. */
const codePart =
  /[A-Za-z][A-Za-z0-9]{0,40}(?:[-_./][A-Za-z0-9]{1,40}){1,10}|[A-Za-z]{1,40}\d{1,40}[A-Za-z0-9]{0,40}|[A-Z]?[a-z]{1,40}[A-Z]\w{1,40}/g
const neighbours = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]* (?=([A-Za-z0-9]+))/g
const figureSeam = /(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/g
const seam = /(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])/g

function codeVariants(text: string): string[] {
  const plain = text.normalize('NFKC')
  const pairs = [...plain.matchAll(neighbours)].map(([word, next = '']) => word.trimEnd() + next)
  const codes = (plain.match(codePart) ?? []).flatMap(code => {
    const parts = code.split(/[-_./]/)
    const split = parts.join(' ').replaceAll(seam, ' ')
    const figures = parts.join(' ').replaceAll(figureSeam, ' ')
    return [parts.join(''), split, ...(figures === split ? [] : [figures])].filter(
      variant => variant !== code && variant !== parts.join(' '),
    )
  })
  return [...codes, ...pairs]
}

export function bounds(figure: Figure): { low: number; high: number } {
  return typeof figure === 'number' ? { low: figure, high: figure } : { low: figure.min, high: figure.max }
}

/** What a document says something of: its figures by name, and `place`. */
export function disclosed({ specs, place }: SearchDocument): string[] {
  return [...Object.keys(specs), ...(place ? ['place'] : [])]
}
