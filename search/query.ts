import { type CriterionId, criteria, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { parseQuantity, units } from '#domain/ontology/units.ts'
import { askingWords } from './asking.ts'
import { characterCode, onlyCharacter } from './characters.ts'
import type { Bounds, Filter, Understood } from './engine.ts'
import { stopWords, type Token, tokenize } from './tokens.ts'

/** One word to look for. Both engines consider the first ten; the last one also as the beginning of a word. */
export interface Term {
  text: string
  han: boolean
  prefix: boolean
  /** Stands right after the previous term with nothing between: together they are one word for the reader. */
  glued: boolean
}

export interface ReadQuery {
  /** What is left to search for as words. */
  text: string
  terms: Term[]
  /** Reads like a sentence: hardly anything has all of its words, and a part of them may be meant. */
  sentence: boolean
  understood: Understood[]
  /** The understood quantities as a condition that keeps what does not disclose them. */
  filter?: Filter
  /** The same as a condition that surely holds. */
  surely?: Filter
}

const mostCharacters = 400
const mostTerms = 10

/** Reads what somebody typed. Any text is harmless: too long is cut, control characters separate words. */
export function readQuery(q: string): ReadQuery {
  const plain = q.slice(0, mostCharacters).normalize('NFKC').replaceAll(/\p{C}/gu, ' ')
  const { text, understood } = takeQuantities(plain)
  const asked = (unknown: 'keep' | 'drop'): Filter => ({
    and: understood.map(({ criterion, bounds }) => ({ range: [criterion, bounds], unknown })),
  })
  const filters = understood.length > 0 ? { filter: asked('keep'), surely: asked('drop') } : {}
  return { ...readTerms(text), understood, ...filters }
}

/** From so many words on a query is a sentence, whether it asks or not. */
const sentenceTerms = 5

function readTerms(written: string): Pick<ReadQuery, 'text' | 'terms' | 'sentence'> {
  const single = onlyCharacter(written)
  if (single !== null && !stopWords.has(single)) return character(single)
  const asked = tokenize(written)
  const silent = asked.filter(token => isAsking(written, token))
  const says = asked.some(token => !silent.includes(token) && !stopWords.has(token.text))
  const text = says ? without(written, silent) : written
  const tokens = silent.length > 0 && says ? tokenize(text) : asked
  const found = tokens.flatMap((token, nth) => {
    const previous = tokens[nth - 1]
    const glued = token.glued && previous !== undefined && !stopWords.has(previous.text)
    return stopWords.has(token.text) ? [] : [{ ...token, glued }]
  })
  // What ends a sentence does not end a word that may go on: weld? finds welding.
  const open = !/[\p{P}\p{Sm}\p{Z}]$/u.test(text.replace(/[?!。]\s*$/u, ''))
  const terms = found.slice(0, mostTerms).map((token, nth) => ({
    text: token.text,
    han: token.han,
    glued: token.glued,
    prefix: open && nth === found.length - 1,
  }))
  const sentence = terms.length >= sentenceTerms || (silent.length > 0 && terms.length > 1)
  return { text, terms, sentence }
}

/** One character is looked for wherever it stands in a word. */
function character(single: string): Pick<ReadQuery, 'text' | 'terms' | 'sentence'> {
  const code = characterCode(single)
  return { text: code, terms: [{ text: code, han: false, prefix: false, glued: false }], sentence: false }
}

/** A Latin word asks only where it stands alone: the AN of a model code AN-5 does not. */
function isAsking(text: string, { text: word, start, end, han }: Token): boolean {
  if (!askingWords.has(word)) return false
  return han || (/(?:^|\s)$/.test(text.slice(0, start)) && /^(?:[\s?？!！,，.。]|$)/.test(text.slice(end)))
}

/** The text with blanks where these tokens stood. */
function without(text: string, tokens: readonly Token[]): string {
  return tokens.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
}

/** How people call a criterion besides its label. */
const otherNames: Partial<Record<CriterionId, readonly string[]>> = {
  payloadKg: ['负载', '承重', '载荷', '载重量', '有效负载'],
  massKg: ['自重', '重量', '机重', 'weight'],
  reachMm: ['臂长', '工作半径'],
  repeatabilityMm: ['重复精度', '精度'],
  passageWidthMm: ['门宽', '通道宽', '通道宽度', '过道', '净宽', 'door width'],
  maxSpeedMps: ['时速', '行进速度', '最大速度'],
  slopeDeg: ['坡度', '爬坡角度'],
  runtimeHours: ['续航', '续航时间', '工作时间'],
  noiseDbA: ['噪音'],
  deliveryWeeks: ['交期', '交货期'],
}

/** A size without a name, where one criterion is plainly meant: ≥50kg is a payload, ≤60dB a noise. */
const plainlyMeant: Readonly<Record<'gte' | 'lte', readonly CriterionId[]>> = {
  gte: ['payloadKg', 'maxSpeedMps', 'runtimeHours', 'voltageKv'],
  lte: ['noiseDbA', 'deliveryWeeks'],
}

const names: readonly (readonly [name: string, criterion: CriterionId])[] = criterionIds
  .filter(id => criteria[id].kind === 'number')
  .flatMap(id =>
    [criteria[id].label.zh, criteria[id].label.en, ...(otherNames[id] ?? [])].map(
      name => [name, id] as const,
    ),
  )
  .sort(([one], [other]) => other.length - one.length)

const atLeast = ['≥', '>=', '≧', '>', '不低于', '不小于', '不少于', '至少', '大于']
const atMost = ['≤', '<=', '≦', '<', '不高于', '不大于', '不超过', '至多', '小于']
const unitTexts = [...new Set(Object.values(units).flatMap(unit => Object.keys(unit.written)))]

const oneOf = (texts: readonly string[]) =>
  [...texts]
    .sort((one, other) => other.length - one.length)
    .map(text => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join('|')

const size = `\\d{1,9}(?:\\.\\d{1,6})?\\s*(?:${oneOf(unitTexts)})?`
const named = `(?<name>${oneOf(names.map(([name]) => name))})?\\s*`
const signed = `(?<sign>${oneOf([...atLeast, ...atMost])})\\s*(?<signed>${size})(?![\\d.])`
const trailing = `(?<sized>${size})\\s*(?<suffix>以上|以下|以内)`
const quantity = new RegExp(`${named}(?:${signed}|${trailing})`, 'giu')

/** The named parts of one match of `quantity`. */
interface Quantity {
  name?: string
  sign?: string
  signed?: string
  sized?: string
  suffix?: string
}

function takeQuantities(text: string): { text: string; understood: Understood[] } {
  const understood: Understood[] = []
  const rest = text.replaceAll(quantity, (written: string, ...groups) => {
    const { name, sign = '', signed = '', sized = signed, suffix }: Quantity = groups.at(-1)
    const side = suffix === '以上' || atLeast.includes(sign) ? 'gte' : 'lte'
    const read = name === undefined ? readUnnamed(side, sized) : readNamed(name, sized)
    if (!read) return written
    const bounds: Bounds = side === 'gte' ? { gte: read.value } : { lte: read.value }
    understood.push({ criterion: read.criterion, bounds, written: written.trim() })
    return ' '
  })
  return { text: understood.length > 0 ? rest.trim() : text, understood }
}

interface Size {
  criterion: CriterionId
  value: number
}

function readNamed(name: string, size: string): Size | undefined {
  const criterion = names.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]
  const value = criterion && parseQuantity(criterionOf(criterion).unit, size)
  return criterion && value !== null && value !== undefined ? { criterion, value } : undefined
}

function readUnnamed(side: 'gte' | 'lte', size: string): Size | undefined {
  // A bare number says nothing about what is measured.
  if (!/\D\s*$/.test(size)) return undefined
  for (const criterion of plainlyMeant[side]) {
    const value = parseQuantity(criterionOf(criterion).unit, size)
    if (value !== null) return { criterion, value }
  }
  return undefined
}
