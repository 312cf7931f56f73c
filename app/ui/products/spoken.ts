import type { EvidenceGrade } from '#domain/vocabulary.ts'

/** One stated fact in the reader's words: said where the ontology lies, so that a browser is not sent its tables. */
export interface SpokenSpec {
  /** With its unit, as one text. */
  text: string
  /** The figure and its unit apart, for tables. */
  value: string
  unit: string | null
  /** Several words rather than a figure. */
  isWords: boolean
  grade: EvidenceGrade
  source: string | null
  /** Who tested and when, or how it was measured; null where nothing is said of it. */
  proof: string | null
}

export interface SpokenLine {
  key: string
  name: string
  /** Null when nothing is stated: 未披露. */
  spec: SpokenSpec | null
}

export interface SpokenSpecs {
  lines: SpokenLine[]
  stated: number
  important: number
  more: number
}

export interface SpokenSpecChange {
  key: string
  name: string
  kind: 'added' | 'removed' | 'changed'
  before: SpokenSpec | null
  after: SpokenSpec | null
  grade: 'up' | 'down' | null
}

export interface SpokenWordChange {
  key: string
  label: string
  before: string | null
  after: string | null
}

export interface SpokenChanges {
  specs: SpokenSpecChange[]
  words: SpokenWordChange[]
}
