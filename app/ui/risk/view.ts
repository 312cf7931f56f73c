import type { RiskItemId, RiskListId } from '#domain/risk/items.ts'

/** An item in the reader's words; only a protocol has a title and a standard. */
export interface SpokenItem {
  id: RiskItemId
  list: RiskListId
  title: string | null
  standard: string | null
  text: string
}

export interface Choices {
  category: { value: string; label: string }[]
  task: { value: string; label: string }[]
  domain: { value: string; label: string }[]
  space: { value: string; label: string }[]
}
