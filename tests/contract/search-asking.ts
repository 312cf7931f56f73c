import type { IndexName, SearchDocument, SearchQuery, SearchResult } from '#search/engine.ts'

/** What the cases do with an engine; the index is `products` where none is named. */
export interface Asking {
  ask(query: Partial<SearchQuery>): Promise<SearchResult>
  ids(q: string, query?: Partial<SearchQuery>): Promise<string[]>
  /** Done when what was put can be found. */
  put(...documents: SearchDocument[]): Promise<void>
  remove(id: string, index?: IndexName): Promise<void>
}
