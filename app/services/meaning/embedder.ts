import type { Meaning } from '#domain/matching/meaning.ts'

/** What turns texts into meanings. The matcher works without one; with one, what it says is kept beside the rows. */
export interface Embedder {
  /** Meanings of one name can be compared with each other. */
  readonly name: string
  /** A meaning for each text, `null` for one that it makes nothing of. Throws when it cannot answer now. */
  embed(texts: readonly string[]): Promise<(Meaning | null)[]>
}
