import type { SearchFacet } from '#domain/searching/address.ts'
import { facetLabel } from '#domain/searching/labels.ts'
import { withoutExclusions, withoutPhrases } from '#domain/searching/syntax.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { districts } from '#domain/vocabulary.ts'
import type { IndexName, Understood } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { chosenFacets, engineQuery, type SettledAddress } from './query.ts'
import { leftOf } from './ranges.ts'

/** One way out of "nothing found", with how many it would find. */
export interface Relaxation {
  kind:
    | 'facet'
    | 'range'
    | 'near'
    | 'undisclosed'
    | 'quantity'
    | 'filters'
    | 'exclusions'
    | 'phrases'
    | 'word'
    | 'words'
    | 'all'
  /** What is given up: the name of the facet or figure, or the district. */
  what: string | null
  /** The word, the words that were understood as a quantity, or the kilometres. */
  value: string | null
  /** What the values of a facet or a district are called. */
  labels: readonly Localized[]
  count: number
  /** The query that finds them. */
  query: SettledAddress
}

type Attempt = Omit<Relaxation, 'count' | 'labels'> & Partial<Pick<Relaxation, 'labels'>>

/** Each is counted by a search of its own. */
const mostAttempts = 18
const mostSingles = 5

// public: it counts what a search of the same reader would find
/** What to let go of when nothing was found: only ways that lead somewhere, the smallest sacrifice first. */
export async function relaxations(
  ctx: Context,
  query: SettledAddress,
  understood: readonly Understood[],
): Promise<Relaxation[]> {
  const first: SettledAddress = { ...query, page: 1 }
  const attempts = [
    ...undisclosedAttempts(first),
    ...facetAttempts(first),
    ...rangeAttempts(first),
    ...nearAttempts(first),
    ...quantityAttempts(first, understood),
    ...singleAttempts(first, understood),
    ...wordAttempts(first),
  ]
  const counted = await Promise.all(
    attempts.slice(0, mostAttempts).map(async attempt => ({
      labels: [],
      ...attempt,
      count: await countOf(ctx, attempt.query),
    })),
  )
  return counted.filter(each => each.count > 0)
}

function undisclosedAttempts(query: SettledAddress): Attempt[] {
  if (query.undisclosed === 'keep') return []
  return [{ kind: 'undisclosed', what: null, value: null, query: { ...query, undisclosed: 'keep' } }]
}

function facetAttempts(query: SettledAddress): Attempt[] {
  return chosenFacets(query).map(([name, values]) => ({
    kind: 'facet',
    what: name,
    value: null,
    labels: values.map(value => facetLabel(name, value)),
    query: withoutFacet(query, name),
  }))
}

function withoutFacet(query: SettledAddress, gone: SearchFacet): SettledAddress {
  const left = Object.entries(query.facets).filter(([name]) => name !== gone)
  return { ...query, facets: Object.fromEntries(left) }
}

function rangeAttempts(query: SettledAddress): Attempt[] {
  return Object.keys(query.ranges).map(name => ({
    kind: 'range',
    what: name,
    value: null,
    query: { ...query, ranges: leftOf(query.ranges, name) },
  }))
}

function nearAttempts(query: SettledAddress): Attempt[] {
  if (!query.near) return []
  const away: SettledAddress = {
    ...query,
    near: undefined,
    sort: query.sort === 'distance' ? 'relevance' : query.sort,
  }
  return [
    {
      kind: 'near',
      what: query.near.district,
      value: `${query.near.km}`,
      labels: [districts[query.near.district]],
      query: away,
    },
  ]
}

function quantityAttempts(query: SettledAddress, understood: readonly Understood[]): Attempt[] {
  return understood.map(({ written, criterion }) => ({
    kind: 'quantity',
    what: criterion,
    value: written,
    query: { ...query, q: withoutWords(query.q, written) },
  }))
}

/** The query's text without a quantity that was understood in it. */
export function withoutWords(q: string, written: string): string {
  return q.normalize('NFKC').replace(written, ' ').replaceAll(/\s+/g, ' ').trim()
}

/** Each of a few words by itself, so that the one that nothing has is named. */
function singleAttempts({ q, ...rest }: SettledAddress, understood: readonly Understood[]): Attempt[] {
  const words = q.split(/\s+/)
  if (words.length < 2 || words.length > mostSingles) return []
  const isPlain = (word: string) =>
    /^[\p{L}\p{N}][^"“”]*$/u.test(word) && understood.every(({ written }) => !written.includes(word))
  return words.filter(isPlain).map(word => ({
    kind: 'word',
    what: null,
    value: word,
    query: { ...rest, q: words.filter(each => each !== word).join(' ') },
  }))
}

function wordAttempts(query: SettledAddress): Attempt[] {
  const { q } = query
  const plain = { what: null, value: null }
  const bare: SettledAddress = { ...query, facets: {}, ranges: {}, near: undefined, undisclosed: 'keep' }
  const open = withoutExclusions(q)
  const loose = withoutPhrases(q)
  const narrowed = chosenFacets(query).length + Object.keys(query.ranges).length + (query.near ? 1 : 0) > 1
  const attempts: (Attempt & { if: boolean })[] = [
    { if: open !== q, kind: 'exclusions', ...plain, query: { ...query, q: open } },
    { if: loose !== q, kind: 'phrases', ...plain, query: { ...query, q: loose } },
    { if: narrowed, kind: 'filters', ...plain, query: bare },
    { if: q !== '' && query.match === 'all', kind: 'words', ...plain, query: { ...query, match: 'last' } },
    { if: q !== '', kind: 'all', ...plain, query: { ...query, q: '' } },
  ]
  return attempts.flatMap(({ if: applies, ...attempt }) => (applies ? [attempt] : []))
}

async function countOf(ctx: Context, query: SettledAddress): Promise<number> {
  const { total } = await ctx.search.search({ ...engineQuery(ctx, query), limit: 0 })
  return total
}

/** How many each index has for the words alone. */
export function totalsOf(
  ctx: Context,
  { q, match }: Pick<SettledAddress, 'q' | 'match'>,
  indexes: readonly IndexName[],
): Promise<Partial<Record<IndexName, number>>> {
  return ctx.search.totals({ q, match, scope: scopeOf(ctx.actor) }, indexes)
}
