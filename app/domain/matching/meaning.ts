import { shape } from './weights.ts'

/** What a text is about as a direction in some embedder's space, of length 1. Comparable within one space only. */
export type Meaning = Float32Array

/** The space of the built-in embedder as it is stored: each word's place in it. */
export interface StoredSpace {
  dimensions: number
  words: [word: string, place: number[]][]
}

/**
 * How alike two texts are, 0 to 1: by their words, and a little more where both are known to mean alike. Without the
 * meanings it is the words alone, so an installation with no embedder keeps its scores.
 */
export function textLikeness(words: number, a: Meaning | null, b: Meaning | null): number {
  return Math.min(1, words + shape.meaningShare * meaningLikeness(a, b))
}

/** Cosine of two meanings, 0 to 1; 0 where one is not known, is of another space or is not finite. */
export function meaningLikeness(a: Meaning | null, b: Meaning | null): number {
  if (!a || !b || a.length !== b.length) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return Number.isFinite(sum) ? Math.min(1, Math.max(0, sum)) : 0
}

/** The same direction with length 1; `null` for one that has no direction. */
export function unit(vector: ArrayLike<number>): Meaning | null {
  const length = Math.hypot(...Array.from(vector))
  return Number.isFinite(length) && length > 0 ? Float32Array.from(vector, value => value / length) : null
}
