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

/** 预计风险项 of a scenario, all of it in words. */
export interface SpokenExpected {
  title: string
  note: string
  count: string
  /** What is not known and what the list depends on. */
  open: string[]
  lists: { id: RiskListId; title: string; items: (SpokenItem & { may: string | null })[] }[]
  liability: string
  unchecked: string
}
