import type { Compared, ComparisonRow } from '#domain/comparing/comparison.ts'
import type { Source } from '#domain/vocabulary.ts'

export interface ComparedView extends Compared {
  name: string
  version: number
  organization: { firm: string | null; name: string }
  source: Source
  sourceUrl: string | null
}

/** A comparison as its page and its file draw it. */
export interface ComparisonView {
  products: readonly ComparedView[]
  rows: readonly ComparisonRow[]
  unknown: number
  left: number
  scenario: { id: string; title: string } | null
  scenarioUnknown: boolean
  scenarios: readonly { id: string; title: string }[]
  q: string
  found: readonly { id: string; name: string; organization: string }[]
}

/** Ids and scenario of an address; what is empty is left out. */
export interface CompareAddress {
  p: readonly string[]
  scenario?: string | null
}
