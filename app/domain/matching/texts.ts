import type { Corpus } from './text.ts'

/** The texts of many things by slot, packed so that one text is compared with thousands of them in a millisecond. */
export interface Texts {
  set(slot: number, text: string): void
  has(slot: number): boolean
  /** The corpus's likeness of this text to each slot's; until the next call on the same texts. */
  against(corpus: Corpus, text: string): (slot: number) => number
  /** Makes the vectors of the slots from `from` on for as long as `isTime` says; answers where it stopped, null at the end. */
  prepare(corpus: Corpus, from: number, isTime: () => boolean): number | null
}

const blockSize = 1 << 18
const unmade = -1

interface Block {
  tokens: Uint32Array
  weights: Float64Array
}

/** A slot's vector is made when it is first compared, under the corpus of that moment; another corpus makes it anew. */
export function openTexts(): Texts {
  const texts: string[] = []
  /** Whether there is a text; beside the texts, for it is asked of every pair. */
  let said = new Uint8Array(0)
  const numbers = new Map<string, number>()
  let under: Corpus | null = null
  let blocks: Block[] = []
  /** Where in the last block the next vector goes; no vector lies across two blocks. */
  let free = blockSize
  let waste = 0
  let starts = new Float64Array(0)
  let lengths = new Int32Array(0)
  let query = new Float64Array(0)

  const numberOf = (token: string): number => {
    const number = numbers.get(token) ?? numbers.size
    numbers.set(token, number)
    if (number >= query.length) query = widened(query, new Float64Array(Math.max(1024, number * 2)))
    return number
  }
  const reset = (corpus: Corpus) => {
    under = corpus
    blocks = []
    free = blockSize
    waste = 0
    lengths.fill(unmade)
  }
  const pack = (corpus: Corpus, slot: number): number => {
    const vector = corpus.vectorOf(texts[slot] ?? '')
    lengths[slot] = vector.size
    if (vector.size === 0) return 0
    if (free + vector.size > blockSize) {
      const size = Math.max(blockSize, vector.size)
      blocks.push({ tokens: new Uint32Array(size), weights: new Float64Array(size) })
      free = 0
    }
    const { tokens, weights } = blocks.at(-1) as Block
    let at = free
    for (const [token, weight] of vector) {
      tokens[at] = numberOf(token)
      weights[at++] = weight
    }
    starts[slot] = (blocks.length - 1) * blockSize + free
    free = at
    return vector.size
  }
  const use = (corpus: Corpus) => {
    if (under !== corpus || waste > blockSize * Math.max(1, blocks.length / 2)) reset(corpus)
    if (starts.length >= texts.length) return
    const size = Math.ceil(texts.length * 1.5)
    starts = widened(starts, new Float64Array(size))
    lengths = widened(lengths, new Int32Array(size).fill(unmade))
  }

  return {
    set(slot, text) {
      texts[slot] = text
      if (slot >= said.length) said = widened(said, new Uint8Array(Math.ceil(slot * 1.5) + 64))
      said[slot] = text === '' ? 0 : 1
      const length = lengths[slot] ?? unmade
      if (length === unmade) return
      waste += length
      lengths[slot] = unmade
    },
    has: slot => said[slot] === 1,
    against(corpus, text) {
      use(corpus)
      query.fill(0)
      for (const [token, weight] of corpus.vectorOf(text)) {
        const number = numberOf(token)
        query[number] = weight
      }
      return slot => {
        const made = lengths[slot] as number
        const length = made === unmade ? pack(corpus, slot) : made
        if (length === 0) return 0
        const start = starts[slot] as number
        const { tokens, weights } = blocks[Math.floor(start / blockSize)] as Block
        const from = start % blockSize
        let sum = 0
        for (let at = from; at < from + length; at++)
          sum += (query[tokens[at] as number] as number) * (weights[at] as number)
        return Math.min(1, sum)
      }
    },
    prepare(corpus, from, isTime) {
      use(corpus)
      let slot = from
      for (; slot < texts.length; slot++) {
        if (lengths[slot] !== unmade) continue
        if (!isTime()) return slot
        pack(corpus, slot)
      }
      return null
    },
  }
}

function widened<A extends Float64Array | Int32Array | Uint8Array>(old: A, wider: A): A {
  wider.set(old)
  return wider
}
