import type { Tx } from '#db/client.ts'
import type { Bounds, IndexName } from '#domain/searching/address.ts'
import type { Place } from '#domain/searching/places.ts'
import type { Actor } from '#domain/shared/actor.ts'

export { type Bounds, type IndexName, indexNames } from '#domain/searching/address.ts'

/** What can be filtered by value and counted. Values are ids of the vocabularies, never labels. */
export type FacetName =
  | 'domain'
  | 'task'
  | 'category'
  | 'district'
  | 'maturity'
  | 'readiness'
  | 'status'
  | 'source'
  | 'organization'
  | 'commercialForm'
  /** Criteria and figures of which the document states something: how many of all would be kept for not disclosing. */
  | 'discloses'
  | 'concept'

/** Numbers beside the ontology's criteria: yuan, and milliseconds for the deadline. */
type FigureName = 'priceYuan' | 'budgetYuan' | 'deadline'

/** A figure known only as a span, such as a price band; a criterion that is not known is absent. */
export type Figure = number | { min: number; max: number }

/** The readable text of one attachment, page by page; one page where its kind has none. */
export interface AttachmentPages {
  fileId: string
  name: string
  pages: readonly string[]
}

/** Who may find a document: everybody, or the members of one organisation. */
export type Visibility = 'public' | `org:${string}`

/** What an engine keeps of one object. It is a shadow of rows and can be rebuilt from them at any time. */
export interface SearchDocument {
  id: string
  index: IndexName
  /** Revision of the row; an older document never overwrites a newer one. */
  rev: number
  title: string
  org: string
  /** Labels of category, tasks and domain, model and number: short words people search by. */
  keywords: readonly string[]
  summary: string
  body: string
  /** Attachments that whoever finds the document may open; they weigh as little as `body`. */
  attachments?: readonly AttachmentPages[]
  /** Where it is; absent where that is not known. */
  place?: Place
  facets: Partial<Record<FacetName, readonly string[]>>
  /** Criterion or figure name → number in the ontology's unit. */
  specs: Readonly<Record<string, Figure>>
  /** Breaks ties: the platform's own objects (1) before reported cases (0). */
  standing: number
  updatedAt: Date
  visibility: readonly Visibility[]
}

/**
 * Conditions on facets and figures. `range` asks that the figure surely lies inside; where that cannot
 * be told (absent, or a span that sticks out) `unknown` decides: `keep` hides only what surely fails.
 */
export type Filter =
  | { and: readonly Filter[] }
  | { or: readonly Filter[] }
  | { not: Filter }
  | { eq: readonly [FacetName, string] }
  | { in: readonly [FacetName, readonly string[]] }
  | { range: readonly [name: string, bounds: Bounds]; unknown: 'keep' | 'drop' }
  /** Within so many kilometres as the crow flies; where the place is not known `unknown` decides. */
  | { within: Place & { km: number }; unknown: 'keep' | 'drop' }
  /** These documents and no others. */
  | { ids: readonly string[] }

export type Sort =
  | { by: 'relevance' | 'updatedAt' | FigureName; order?: 'asc' | 'desc' }
  /** The nearest first, what has no place last. */
  | { by: 'distance'; from: Place }

export interface SearchQuery {
  index: IndexName
  q?: string
  /**
   * `all` words must match (default); `last` lets words go from the right, fuller matches first; `most` lets any go,
   * and the rarer what is found, the better: what a whole sentence needs. A query of few words is no sentence and keeps
   * all of them.
   */
  match?: 'all' | 'last' | 'most'
  filter?: Filter
  /**
   * Values that the reader has chosen, alternatives within a facet. Unlike `filter` they do not narrow the counts of
   * their own facet, so that the other values still say how many they would bring.
   */
  chosen?: Partial<Record<FacetName, readonly string[]>>
  /**
   * Only these documents, by id: whether this very object fits. Always answered from the database's own index, which
   * is never behind the rows.
   */
  ids?: readonly string[]
  /** Required: nobody searches without saying what the reader may see. */
  scope: readonly Visibility[]
  facets?: readonly FacetName[]
  /** Figures whose least and greatest known value among what is found are wanted. */
  spans?: readonly string[]
  sort?: Sort
  /**
   * `all` that match (default), or only as far as paging reaches: whoever shows a few hits and says "1000 and more" is
   * answered in the same time however many there are. With facets or spans all are counted all the same.
   */
  counted?: 'all' | 'reachable'
  offset?: number
  /** `next` of the page before, instead of an offset: nothing is skipped or repeated when rows come and go between. */
  after?: string
  limit?: number
}

export type WordQuery = Pick<SearchQuery, 'q' | 'match' | 'scope'>

/** A quantity found in the query text and turned into a filter, to be shown to the reader. */
export interface Understood {
  criterion: string
  bounds: Bounds
  written: string
}

export interface SearchResult {
  /** Ids only: rows come from the database, through the visibility clause again. */
  hits: readonly { id: string; score: number }[]
  total: number
  /** False where there may be more than `total`, because nobody has counted further. */
  totalIsExact: boolean
  /** How many of the hits paging can reach; relevance is computed for the newest 1000 matches. */
  reachable: number
  facets: Partial<Record<FacetName, Record<string, number>>>
  /** Least and greatest known value of each figure asked for; absent where nothing found discloses it. */
  spans: Readonly<Record<string, { min: number; max: number }>>
  /** Where the next page begins, or null on the last one. */
  next: string | null
  understood: readonly Understood[]
  engine: 'postgres' | 'meilisearch'
  /** True when the configured engine could not answer and Postgres did. */
  degraded: boolean
  ms: number
}

/** An `after` that is no `next` of this query's order. */
export class BadCursor extends Error {
  override name = 'BadCursor'
}

/** By its name: the pages' build has a copy of this file, and the engine that throws may have been opened outside of it. */
export function isBadCursor(error: unknown): boolean {
  return error instanceof Error && error.name === 'BadCursor'
}

export interface Segment {
  text: string
  hit: boolean
}

/** Where the words of a query stand in a document, or what they were taken for. */
export type Reason =
  | { where: 'title' | 'org' | 'keywords' | 'summary' | 'body'; segments: readonly Segment[] }
  /** Another name of the same thing, the text whose pinyin was typed, the word that a slip of the fingers missed. */
  | { where: 'concept' | 'pinyin' | 'slip'; typed: string; found: string }
  /** `page` counts from 1, and is null where the kind of file has no pages. */
  | {
      where: 'attachment'
      fileId: string
      name: string
      page: number | null
      segments: readonly Segment[]
    }

/** The texts of a document that can say why it was found. */
export type Explained = Pick<
  SearchDocument,
  'title' | 'org' | 'keywords' | 'summary' | 'body' | 'attachments'
>

export interface Explanation {
  /** In the order of the query's words, each place once. */
  reasons: readonly Reason[]
  /** Words that none of the texts have: the attachments may, where they were not handed over. */
  unexplained: readonly string[]
}

export interface SearchHealth {
  ok: boolean
  engine: 'postgres' | 'meilisearch'
  /** Why it is not ok, without addresses or keys. */
  problem?: 'unreachable' | 'unsupported' | 'behind' | 'outOfStep'
}

/** How a second engine's index stood against the database before it was mended, in documents. */
export interface Compared {
  documents: number
  /** That it did not have, had otherwise, or had and should not. */
  missing: number
  stale: number
  extra: number
}

export interface PutOptions {
  /** Cuts the texts again although they are what they were: what a rebuild is for. */
  anew?: boolean
}

export interface SearchEngine {
  search(query: SearchQuery): Promise<SearchResult>
  /** The words of a query that found nothing, spelt as something is; null when nothing is like them. */
  respelt(query: Pick<SearchQuery, 'index' | 'q' | 'scope'>): Promise<string | null>
  /**
   * Which of many searches of one index may find this document, by their places in the list, asked together of the
   * database's own index. Whoever needs to be sure asks each of them with `ids`.
   */
  fitting(id: string, queries: readonly SearchQuery[]): Promise<readonly number[]>
  /** How many each of these indexes has for the words alone. */
  totals(words: WordQuery, indexes: readonly IndexName[]): Promise<Partial<Record<IndexName, number>>>
  /** Writes documents inside the caller's transaction: found exactly when the row is committed. */
  put(tx: Tx, documents: readonly SearchDocument[], options?: PutOptions): Promise<void>
  remove(tx: Tx, index: IndexName, ids: readonly string[]): Promise<void>
  /**
   * The text in pieces, the found ones marked; joined they are the text, so no markup is ever parsed.
   * With `around` only about that many characters near the first hit, with ellipses.
   */
  highlight(text: string, q: string, options?: { around?: number }): Segment[]
  /** Why the query found this document; the texts are the caller's, who knows what the reader may see. */
  explain(document: Explained, q: string): Promise<Explanation>
  /** What else the things are called that the text names. */
  otherNames(text: string): string[]
  /** What the worker does for the engine, by job name; each throws when it has to be tried again. */
  tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>
  /** Only where there is a second engine: a fresh index of it, swapped in at once. */
  rebuild?(index: IndexName, onPage: (written: number) => void): Promise<void>
  /** Only where there is a second engine: compares every document with the database and mends what differs. */
  reconcile?(index: IndexName): Promise<Compared>
  /** Called once by a process that has started: dictionaries loaded, a second index brought into step. */
  prepare(): Promise<void>
  health(): Promise<SearchHealth>
}

/** What this actor may find: everything public, and what belongs to the actor's organisations. */
export function scopeOf(actor: Actor): readonly Visibility[] {
  if (actor.kind !== 'person') return ['public']
  return ['public', ...actor.memberships.map(each => `org:${each.organizationId}` as const)]
}
