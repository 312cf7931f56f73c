import { type Corpus, dot, type Vector } from './text.ts'

/** The texts of many things by slot, listed by their words, so that one text is compared with all of them in a millisecond. */
export interface Texts {
  set(slot: number, text: string): void
  has(slot: number): boolean
  /** The corpus's likeness of this text to each slot's; until the next call on the same texts. */
  against(corpus: Corpus, text: string): (slot: number) => number
  /** Lists the slots from `from` on for as long as `isTime` says; answers where it stopped, null at the end. */
  prepare(corpus: Corpus, from: number, isTime: () => boolean): number | null
}

/** Where one word stands, and what it weighs there. */
interface Places {
  slots: Uint32Array
  weights: Float64Array
  size: number
}

/** What the lists hold of a slot: nothing yet, its text, or one that has changed since. */
const [unlisted, listed, outdated] = [0, 1, 2]
const firstPlaces = 8

/** A slot is listed when it is first compared, under the corpus of that moment; another corpus lists everything anew. */
export function openTexts(): Texts {
  const texts: string[] = []
  /** Whether there is a text; beside the texts, for it is asked of every pair. */
  let said = new Uint8Array(0)
  let states = new Uint8Array(0)
  let sums = new Float64Array(0)
  let under: Corpus | null = null
  let places = new Map<string, Places>()
  /** Vectors of slots whose lists are outdated: they are compared one by one. */
  let apart = new Map<number, Vector>()

  const use = (corpus: Corpus) => {
    if (under !== corpus || apart.size > 1000 + texts.length / 2) {
      under = corpus
      places = new Map()
      apart = new Map()
      states.fill(unlisted)
    }
    if (states.length >= texts.length) return
    const size = Math.ceil(texts.length * 1.5)
    states = widened(states, new Uint8Array(size))
    sums = widened(sums, new Float64Array(size))
  }
  const enter = (slot: number, vector: Vector) => {
    for (const [token, weight] of vector) {
      const known = places.get(token)
      const at = known ? roomIn(known) : openPlaces()
      if (!known) places.set(token, at)
      at.slots[at.size] = slot
      at.weights[at.size++] = weight
    }
    states[slot] = listed
  }
  const vectorApart = (corpus: Corpus, slot: number): Vector => {
    const vector = apart.get(slot) ?? corpus.vectorOf(texts[slot] ?? '')
    apart.set(slot, vector)
    return vector
  }

  return {
    set(slot, text) {
      if (texts[slot] === text) return
      texts[slot] = text
      if (slot >= said.length) said = widened(said, new Uint8Array(Math.ceil(slot * 1.5) + 64))
      said[slot] = text === '' ? 0 : 1
      apart.delete(slot)
      if (states[slot] === listed) states[slot] = outdated
    },
    has: slot => said[slot] === 1,
    against(corpus, text) {
      use(corpus)
      const asked = corpus.vectorOf(text)
      sums.fill(0, 0, texts.length)
      for (const [token, weight] of asked) {
        const known = places.get(token)
        if (known) add(sums, known, weight)
      }
      return slot => {
        const state = states[slot]
        if (state === outdated) return dot(asked, vectorApart(corpus, slot))
        if (state === unlisted) {
          const vector = corpus.vectorOf(texts[slot] ?? '')
          enter(slot, vector)
          sums[slot] = dot(asked, vector)
        }
        return Math.min(1, sums[slot] as number)
      }
    },
    prepare(corpus, from, isTime) {
      use(corpus)
      for (let slot = from; slot < texts.length; slot++) {
        if (states[slot] !== unlisted) continue
        if (!isTime()) return slot
        enter(slot, corpus.vectorOf(texts[slot] ?? ''))
      }
      return null
    },
  }
}

/** The comparison's whole cost, so it touches plain arrays only. */
function add(sums: Float64Array, { slots, weights, size }: Places, weight: number): void {
  for (let at = 0; at < size; at++) {
    const slot = slots[at] as number
    sums[slot] = (sums[slot] as number) + weight * (weights[at] as number)
  }
}

function openPlaces(): Places {
  return { slots: new Uint32Array(firstPlaces), weights: new Float64Array(firstPlaces), size: 0 }
}

function roomIn(places: Places): Places {
  if (places.size < places.slots.length) return places
  const size = Math.ceil(places.size * 1.5)
  places.slots = widened(places.slots, new Uint32Array(size))
  places.weights = widened(places.weights, new Float64Array(size))
  return places
}

function widened<A extends Float64Array | Uint32Array | Uint8Array>(old: A, wider: A): A {
  wider.set(old)
  return wider
}
