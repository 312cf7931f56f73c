import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix'
import { type Meaning, type StoredSpace, unit } from '#domain/matching/meaning.ts'

// public: arithmetic on texts that are public
/** How often each word stands in a text. */
export type WordCounts = ReadonlyMap<string, number>

/**
 * Latent semantic analysis (Deerwester et al. 1990): words that stand in the same company point the same way, so that
 * 送药 comes near 药品配送. A space is fitted to texts and then never changes.
 */
export interface Lsa {
  dimensions: number
  /** Each word's place, its rarity multiplied in. */
  words: ReadonlyMap<string, Float32Array>
}

/** Rounds of the power iteration, and dimensions carried along so that the last ones kept are right as well. */
const rounds = 4
const spare = 8
/** A word of one text alone has no company to go by. */
const fewestTexts = 2

/**
 * The leading directions of the texts' word matrix, by randomised subspace iteration (Halko, Martinsson and Tropp
 * 2011). The start is always the same, so the same texts give the same space. `null` where there is too little text.
 */
export function fitLsa(texts: readonly WordCounts[], dimensions: number): Lsa | null {
  const rarity = rarityIn(texts)
  const words = [...rarity.keys()].sort()
  const place = new Map(words.map((word, index) => [word, index]))
  const rows = texts.map(text => rowOf(text, { rarity, place }))
  const rank = Math.min(dimensions + spare, texts.length, words.length)
  if (rank < 2) return null
  let span = orthonormal(byColumns(rows, start(words.length, rank)))
  for (let round = 0; round < rounds; round++)
    span = orthonormal(byColumns(rows, orthonormal(byRows(rows, span, words.length))))
  const narrow = byRows(rows, span, words.length)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    narrow.transpose().mmul(narrow),
    { assumeSymmetric: true },
  )
  const kept = realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value)
    .slice(0, dimensions)
    .filter(({ value }) => value > 1e-9)
  const places = narrow.mmul(eigenvectorMatrix.subMatrixColumn(kept.map(each => each.column)))
  const scale = kept.map(({ value }) => 1 / Math.sqrt(value))
  const placeOf = (word: string, row: number) =>
    Float32Array.from(scale, (by, column) => places.get(row, column) * by * (rarity.get(word) ?? 0))
  return { dimensions: kept.length, words: new Map(words.map((word, row) => [word, placeOf(word, row)])) }
}

/** What a text is about; `null` when the space knows none of its words. */
export function placeIn({ dimensions, words }: Lsa, text: WordCounts): Meaning | null {
  const sum = new Float32Array(dimensions)
  for (const [word, count] of text) {
    const at = words.get(word)
    if (!at) continue
    const weight = weigh(count)
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + weight * (at[i] as number)
  }
  return unit(sum)
}

export function storedLsa({ dimensions, words }: Lsa): StoredSpace {
  const short = (value: number) => Number(value.toPrecision(5))
  return { dimensions, words: [...words].map(([word, place]) => [word, Array.from(place, short)]) }
}

export function lsaFrom({ dimensions, words }: StoredSpace): Lsa {
  return { dimensions, words: new Map(words.map(([word, place]) => [word, Float32Array.from(place)])) }
}

const weigh = (count: number) => 1 + Math.log(Math.max(1, count))

/** ln(1 + texts / texts with the word), of words that more than one text has. */
function rarityIn(texts: readonly WordCounts[]): Map<string, number> {
  const spread = new Map<string, number>()
  for (const text of texts) for (const word of text.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const kept = [...spread].filter(([, count]) => count >= fewestTexts)
  return new Map(kept.map(([word, count]) => [word, Math.log(1 + texts.length / count)]))
}

/** A sparse row of length 1. */
interface Row {
  columns: Int32Array
  values: Float64Array
}

function rowOf(
  text: WordCounts,
  { rarity, place }: { rarity: ReadonlyMap<string, number>; place: ReadonlyMap<string, number> },
): Row {
  const known = [...text].flatMap(([word, count]) => {
    const column = place.get(word)
    return column === undefined ? [] : [[column, weigh(count) * (rarity.get(word) ?? 0)] as const]
  })
  const length = Math.hypot(...known.map(([, value]) => value)) || 1
  return {
    columns: Int32Array.from(known, ([column]) => column),
    values: Float64Array.from(known, ([, value]) => value / length),
  }
}

/** Rows × right. */
function byColumns(rows: readonly Row[], right: Matrix): Matrix {
  const table = right.to2DArray()
  return new Matrix(
    rows.map(({ columns, values }) => {
      const sum = new Array<number>(right.columns).fill(0)
      columns.forEach((column, at) => {
        add(sum, table[column] ?? [], values[at] ?? 0)
      })
      return sum
    }),
  )
}

/** Rows turned × left. */
function byRows(rows: readonly Row[], left: Matrix, columnCount: number): Matrix {
  const sums = Array.from({ length: columnCount }, () => new Array<number>(left.columns).fill(0))
  rows.forEach(({ columns, values }, row) => {
    const from = left.getRow(row)
    columns.forEach((column, at) => {
      add(sums[column] ?? [], from, values[at] ?? 0)
    })
  })
  return new Matrix(sums)
}

function add(sum: number[], part: readonly number[], weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (part[i] as number)
}

const orthonormal = (matrix: Matrix): Matrix => new QrDecomposition(matrix).orthogonalMatrix

/** Numbers from -1 to 1 that are the same on every machine (Weyl sequence of the golden ratio, well spread). */
function start(rows: number, columns: number): Matrix {
  let at = 0
  const next = () => {
    at += 0.618_033_988_749_895
    return 2 * (((at * 997) % 1) + ((at * 7919) % 1)) - 2
  }
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, next)))
}
