import { type CriterionId, criteria, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { parseQuantity, units } from '#domain/ontology/units.ts'
import type { Bounds, Understood } from './engine.ts'

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

/** 载重50公斤: a name and its size, without a sign; it asks for what the criterion asks for. */
const stated = new RegExp(
  `(?<name>${oneOf(names.map(([name]) => name))})\\s*(?<sized>${size})(?![\\d.A-Za-z])`,
  'giu',
)

/** Units that say by themselves what is measured; 小时 or kV may mean anything. */
const tellingUnits = [
  'kg',
  '公斤',
  '千克',
  '吨',
  'mm',
  '毫米',
  '微米',
  'μm',
  'um',
  'db',
  '分贝',
  'm/s',
  '米/秒',
  '米每秒',
]
const bare = new RegExp(
  `(?<![A-Za-z0-9.\\-≥≤≧≦<>=])(?<sized>\\d{1,9}(?:\\.\\d{1,6})?\\s*(?:${oneOf(tellingUnits)}))(?![A-Za-z0-9/])`,
  'giu',
)

/** What a size alone asks for: weights and speeds are wanted at least, noise and the finest sizes at most. */
const meantAlone: readonly (readonly [CriterionId, 'gte' | 'lte', most: number])[] = [
  ['payloadKg', 'gte', Number.POSITIVE_INFINITY],
  ['maxSpeedMps', 'gte', Number.POSITIVE_INFINITY],
  ['noiseDbA', 'lte', Number.POSITIVE_INFINITY],
  // From a millimetre on it may be any length.
  ['repeatabilityMm', 'lte', 0.999],
]

/** The named parts of one match of `quantity`. */
interface Quantity {
  name?: string
  sign?: string
  signed?: string
  sized?: string
  suffix?: string
}

/** Takes what is plainly a quantity out of the text: signed first, then named, then a size that stands alone. */
export function takeQuantities(text: string): { text: string; understood: Understood[] } {
  const understood: Understood[] = []
  const take = (from: string, pattern: RegExp, read: (parts: Quantity) => Reading | undefined) =>
    from.replaceAll(pattern, (written: string, ...groups) => {
      const reading = read(groups.at(-1))
      if (!reading) return written
      const { criterion, side, value } = reading
      understood.push({
        criterion,
        bounds: side === 'gte' ? { gte: value } : { lte: value },
        written: written.trim(),
      })
      return ' '
    })
  let rest = take(text, quantity, readSigned)
  rest = take(rest, stated, readStated)
  rest = take(rest, bare, readAlone)
  return { text: understood.length > 0 ? rest.trim() : text, understood }
}

interface Reading {
  criterion: CriterionId
  side: keyof Bounds
  value: number
}

function readSigned({ name, sign = '', signed = '', sized = signed, suffix }: Quantity): Reading | undefined {
  const side = suffix === '以上' || atLeast.includes(sign) ? 'gte' : 'lte'
  const read = name === undefined ? readUnnamed(side, sized) : readNamed(name, sized)
  return read && { ...read, side }
}

function readStated({ name = '', sized = '' }: Quantity): Reading | undefined {
  const read = readNamed(name, sized)
  return read && { ...read, side: criterionOf(read.criterion).direction === 'atMost' ? 'lte' : 'gte' }
}

function readAlone({ sized = '' }: Quantity): Reading | undefined {
  for (const [criterion, side, most] of meantAlone) {
    const value = parseQuantity(criterionOf(criterion).unit, sized)
    if (value !== null && value <= most) return { criterion, side, value }
  }
  return undefined
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
