import { robotCategoryIds } from '../ontology/categories.ts'
import { criterionOf, isCriterionId } from '../ontology/criteria.ts'
import { taskIds } from '../ontology/task-table.ts'
import {
  commercialFormIds,
  type DistrictCode,
  districtCodes,
  domainIds,
  maturityIds,
  sourceIds,
} from '../vocabulary.ts'

/** What people look for; each is an index of its own. */
export const indexNames = ['scenarios', 'products', 'solutions', 'firms', 'catalog'] as const
export type IndexName = (typeof indexNames)[number]

/** What a reader narrows by, in the order in which it stands on the page. */
export const facetsOf = {
  scenarios: ['domain', 'task', 'district', 'commercialForm', 'source'],
  products: ['category', 'domain', 'task', 'maturity', 'commercialForm', 'source'],
  solutions: ['domain', 'task', 'source'],
  firms: ['domain', 'category', 'district', 'source'],
  catalog: ['domain', 'task', 'category', 'district'],
} as const satisfies Record<IndexName, readonly SearchFacet[]>

const facetValues = {
  domain: domainIds,
  task: taskIds,
  category: robotCategoryIds,
  maturity: maturityIds,
  district: districtCodes,
  commercialForm: commercialFormIds,
  source: sourceIds,
} as const satisfies Record<string, readonly string[]>
export type SearchFacet = keyof typeof facetValues
export const searchFacets = [
  'domain',
  'task',
  'category',
  'maturity',
  'district',
  'commercialForm',
  'source',
] as const satisfies readonly SearchFacet[]

export const sortNames = ['relevance', 'newest', 'deadline', 'budget', 'price', 'distance'] as const
export type SortName = (typeof sortNames)[number]

export const sortsOf: Record<IndexName, readonly SortName[]> = {
  scenarios: ['relevance', 'newest', 'deadline', 'budget', 'distance'],
  products: ['relevance', 'newest', 'price'],
  solutions: ['relevance', 'newest', 'price'],
  firms: ['relevance', 'newest', 'distance'],
  catalog: ['relevance', 'newest', 'distance'],
}

/** Figures that are no criteria: 元. */
export const searchFigures = ['priceYuan', 'budgetYuan'] as const

/** The figures that decide most often, in the order in which they stand on the page; an address may name others. */
export const rangesOf: Record<IndexName, readonly string[]> = {
  scenarios: ['budgetYuan', 'payloadKg', 'passageWidthMm', 'repeatabilityMm'],
  products: [
    'payloadKg',
    'priceYuan',
    'passageWidthMm',
    'maxSpeedMps',
    'reachMm',
    'repeatabilityMm',
    'runtimeHours',
  ],
  solutions: ['priceYuan'],
  firms: [],
  catalog: [],
}

/** At least `gte`, at most `lte`, in the ontology's unit or in yuan. */
export interface Bounds {
  gte?: number
  lte?: number
}

/** One search as its address says it: the same for the page, a saved search, its letters and its feed. */
export interface SearchAddress {
  /** Left out: the first index that has something. */
  index?: IndexName | undefined
  q: string
  /** Values of one facet are alternatives; facets narrow each other. */
  facets: Readonly<Partial<Record<SearchFacet, readonly string[]>>>
  /** By criterion or figure. */
  ranges: Readonly<Record<string, Bounds>>
  /** Whether what does not disclose a figure stays in: it may fit (`keep`, the usual). */
  undisclosed: 'keep' | 'drop'
  /** Within so many kilometres of the middle of a district. */
  near?: { district: DistrictCode; km: number } | undefined
  sort: SortName
  match: 'all' | 'last'
  page: number
}

const mostCharacters = 200
const mostValues = 20
const mostRanges = 12
/** Kilometres around the middle of a district that the page offers. */
export const kmChoices = [5, 10, 20, 50, 100] as const
/** Deeper pages are nobody's reading; the filters lead there faster. */
const lastPage = 100
const usualKm = 20
const mostKm = 200

/**
 * Reads an address. Any text is harmless: what is no value of its vocabulary, no number or one too many counts as
 * not given, so that an old or mended link still searches.
 */
export function readAddress(params: URLSearchParams): SearchAddress {
  const index = oneOf(indexNames, params.get('index'))
  const district = oneOf(districtCodes, params.get('near'))
  return {
    index,
    q: [...(params.get('q') ?? '').slice(0, mostCharacters * 2).trim()].slice(0, mostCharacters).join(''),
    facets: readFacets(params),
    ranges: readRanges(params),
    undisclosed: params.get('undisclosed') === 'drop' ? 'drop' : 'keep',
    near: district && { district, km: whole(params.get('km'), { usual: usualKm, most: mostKm }) },
    sort: oneOf(sortNames, params.get('sort')) ?? 'relevance',
    match: params.get('match') === 'last' ? 'last' : 'all',
    page: whole(params.get('page'), { usual: 1, most: lastPage }),
  }
}

/** The address in its one canonical form; what is usual is left out. `readAddress` reads it back unchanged. */
export function writeAddress(address: SearchAddress): URLSearchParams {
  const { index, q, facets, ranges, undisclosed, near, sort, match, page } = address
  const params = new URLSearchParams()
  if (index) params.set('index', index)
  if (q !== '') params.set('q', q)
  for (const name of searchFacets) for (const value of facets[name] ?? []) params.append(name, value)
  for (const name of Object.keys(ranges).sort()) params.set(name, written(ranges[name]))
  if (undisclosed === 'drop') params.set('undisclosed', 'drop')
  if (near) params.set('near', near.district)
  if (near && near.km !== usualKm) params.set('km', `${near.km}`)
  if (sort !== 'relevance') params.set('sort', sort)
  if (match === 'last') params.set('match', 'last')
  if (page > 1) params.set('page', `${page}`)
  return params
}

function written({ gte, lte }: Bounds = {}): string {
  return `${gte ?? ''}..${lte ?? ''}`
}

function readFacets(params: URLSearchParams): SearchAddress['facets'] {
  const facets: Partial<Record<SearchFacet, readonly string[]>> = {}
  for (const name of searchFacets) {
    const known: readonly string[] = facetValues[name]
    const given = new Set(params.getAll(name).slice(0, mostValues * 2))
    const values = known.filter(value => given.has(value)).slice(0, mostValues)
    if (values.length > 0) facets[name] = values
  }
  return facets
}

function readRanges(params: URLSearchParams): SearchAddress['ranges'] {
  const ranges: Record<string, Bounds> = {}
  const names = [...new Set([...params.keys()].map(key => key.replace(/\.(?:min|max)$/, '')))].sort()
  for (const name of names.filter(isFigure).slice(0, mostRanges)) {
    const [low = '', high = ''] = (params.get(name) ?? '').split('..', 2)
    const gte = number(low || params.get(`${name}.min`))
    const lte = number(high || params.get(`${name}.max`))
    if (gte === undefined && lte === undefined) continue
    const turned = gte !== undefined && lte !== undefined && gte > lte
    ranges[name] = turned
      ? { gte: lte, lte: gte }
      : { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) }
  }
  return ranges
}

/** Whether a search may be narrowed by this figure. */
export function isFigure(name: string): boolean {
  if ((searchFigures as readonly string[]).includes(name)) return true
  return isCriterionId(name) && criterionOf(name).kind === 'number'
}

function number(text: string | null): number | undefined {
  const plain = (text ?? '').slice(0, 40).normalize('NFKC').trim()
  if (!/^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain)) return undefined
  return Number(plain)
}

function whole(text: string | null, { usual, most }: { usual: number; most: number }): number {
  const value = number(text)
  return value === undefined || value < 1 ? usual : Math.min(Math.trunc(value), most)
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find(value => value === text)
}
