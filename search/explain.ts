import { onlyCharacter } from './characters.ts'
import { conceptsIn, conceptWords, mentions } from './concepts.ts'
import type { AttachmentPages, Explained, Explanation, Reason } from './engine.ts'
import { highlight, isAsTyped, together } from './highlight.ts'
import { pinyinOf } from './pinyin.ts'
import { readQuery, type Term } from './query.ts'
import { type Token, tokenize } from './tokens.ts'
import { nearWords } from './typos.ts'

/** Characters around what was found in a long text. */
const around = 80
/** The words stand in one of the pages; the search for the first of them has an end all the same. */
const mostPages = 300
const mostReasons = 6

interface Field {
  where: 'title' | 'org' | 'keywords' | 'summary' | 'body'
  text: string
  tokens: readonly Token[]
}

interface Question {
  q: string
  fields: readonly Field[]
  /** Ids of the concepts that the query names. */
  named: ReadonlySet<string>
}

/**
 * Why a query found a document: for each of its words the first text that has it, else another name of the same
 * concept, the word that a slip of the fingers missed, or the text whose pinyin was typed, else the page of an
 * attachment.
 */
export async function explain(document: Explained, q: string): Promise<Explanation> {
  const read = readQuery(q)
  const fields = fieldsOf(document)
  const single = onlyCharacter(q)
  const having = single === null ? undefined : fields.find(({ text }) => text.includes(single))
  if (having)
    return {
      reasons: [{ where: having.where, segments: highlight(having.text, q, { around }) }],
      unexplained: [],
    }
  const named = new Set(conceptsIn(tokenize(read.text)).map(({ id }) => id))
  const question = { q, fields, named }
  const reasons: Reason[] = []
  const unexplained: string[] = []
  for (const word of together(read.terms)) {
    const found = reasonsOf(question, word) ?? (await pinyinReason(document, word))
    if (found) reasons.push(...found)
    else unexplained.push(...word.filter(isTelling).map(({ text }) => text))
  }
  const page = unexplained.length > 0 ? pageWith(document.attachments ?? [], unexplained, q) : undefined
  return {
    reasons: eachOnce(page ? [...reasons, page] : reasons),
    unexplained: page ? [] : unexplained,
  }
}

function fieldsOf({ title, org, keywords, summary, body }: Explained): Field[] {
  const texts: [Field['where'], string][] = [
    ['title', title],
    ...keywords.map((text): [Field['where'], string] => ['keywords', text]),
    ['org', org],
    ['summary', summary],
    ['body', body],
  ]
  return texts.map(([where, text]) => ({ where, text, tokens: tokenize(text) }))
}

/** A single character beside others tells nothing by itself. */
const isTelling = ({ text, han }: Term, _: number, word: readonly Term[]) =>
  !han || text.length > 1 || word.length === 1

function reasonsOf(question: Question, word: readonly Term[]): Reason[] | null {
  const whole = fieldReason(question, word) ?? conceptReason(question, word)
  if (whole) return [whole]
  if (word.length > 1) {
    // The engine asks for each token, wherever it stands.
    const parts = word.filter(isTelling).map(term => reasonsOf(question, [term]))
    const found = parts.flatMap(part => part ?? [])
    return found.length > 0 && parts.every(part => part !== null) ? found : null
  }
  const slip = word[0] && slipReason(question, word[0])
  return slip ? [slip] : null
}

function fieldReason({ q, fields }: Question, word: readonly Term[]): Reason | null {
  const [only] = word
  const field =
    fields.find(({ tokens }) => tokens.some((_, at) => standsAt(tokens, at, word))) ??
    (word.length === 1 && only ? fields.find(({ text }) => isCodeIn(text, only)) : undefined)
  return field ? { where: field.where, segments: highlight(field.text, q, { around }) } : null
}

function standsAt(tokens: readonly Token[], at: number, word: readonly Term[]): boolean {
  return word.every((term, step) => {
    const token = tokens[at + step]
    return token !== undefined && isAsTyped(token, term)
  })
}

/** CR10A in CR-10A: model codes are found with and without their separators. */
function isCodeIn(text: string, { text: code, han }: Term): boolean {
  return !han && code.length > 2 && tokenize(text.replaceAll(/[-_./ ]/g, '')).some(each => each.text === code)
}

function conceptReason({ fields, named }: Question, word: readonly Term[]): Reason | null {
  const typed = word.map(({ text }) => text).join('')
  const own = conceptsIn(tokenize(typed)).filter(({ id }) => named.has(id))
  const ids = new Set(own.length > 0 ? own.map(({ id }) => id) : named)
  const belongs = (names: readonly string[]) =>
    own.length > 0 ||
    names.some(name => tokenize(name).some(token => word.some(term => isAsTyped(token, term))))
  for (const { text, tokens } of fields) {
    for (const { concept, from, to } of mentions(tokens)) {
      if (!ids.has(concept.id) || !belongs(concept.names)) continue
      const found = text.slice(tokens[from]?.start, tokens[to - 1]?.end)
      return { where: 'concept', typed, found }
    }
  }
  return null
}

function slipReason({ fields }: Question, { text: typed }: Term): Reason | null {
  const known = fields.flatMap(({ tokens }) => tokens.map(token => token.text))
  const [found] = nearWords(typed, [...new Set(known)], 1)
  const [concept] = found === undefined ? nearWords(typed, conceptWords(), 1) : []
  const meant = found ?? concept
  return meant === undefined ? null : { where: 'slip', typed, found: meant }
}

async function pinyinReason(document: Explained, word: readonly Term[]): Promise<Reason[] | null> {
  const typed = word.map(({ text }) => text).join('')
  if (!/^[a-z]{2,}$/.test(typed)) return null
  for (const text of [document.title, ...document.keywords, document.org])
    if (pinyinOf([text]).some(spelt => spelt.startsWith(typed)))
      return [{ where: 'pinyin', typed, found: text }]
  return null
}

/** The first page that has all of the words, else the first that has any. */
function pageWith(
  attachments: readonly AttachmentPages[],
  words: readonly string[],
  q: string,
): Reason | undefined {
  const all = attachments.flatMap(({ fileId, name, pages }) =>
    pages.map((text, nth) => ({ fileId, name, text, page: pages.length > 1 ? nth + 1 : null })),
  )
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  const counted = all.slice(0, mostPages).map(each => {
    const text = plain(each.text)
    return { ...each, has: words.filter(word => text.includes(word)).length }
  })
  const best = counted.reduce((one, other) => (other.has > one.has ? other : one), {
    ...{ fileId: '', name: '', text: '', page: null as number | null, has: 0 },
  })
  if (best.has === 0) return undefined
  const { fileId, name, page } = best
  const segments = highlight(best.text.replaceAll(/\s+/g, ' '), q, { around })
  return { where: 'attachment', fileId, name, page, segments }
}

/** The same place twice says nothing more. */
function eachOnce(reasons: readonly Reason[]): Reason[] {
  const places = new Map<string, Reason>()
  for (const reason of reasons) {
    const text = 'segments' in reason ? reason.segments.map(each => each.text).join('') : reason.found
    const key =
      reason.where === 'keywords'
        ? `keywords ${text}`
        : 'typed' in reason
          ? `${reason.where} ${reason.typed}`
          : reason.where
    if (!places.has(key)) places.set(key, reason)
  }
  return [...places.values()].slice(0, mostReasons)
}
