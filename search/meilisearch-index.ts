import type { Settings } from 'meilisearch'
import { analyse, bounds, disclosed } from './analysis.ts'
import { charabiaText } from './charabia.ts'
import type { SearchDocument } from './engine.ts'
import { stopWords } from './tokens.ts'

/** As many as there will never be, so that totals are what facets add up to. */
const mostCounted = 1_000_000

/** Texts in the order in which a hit counts; only ids ever leave the index. */
export const indexSettings: Settings = {
  searchableAttributes: [
    'title',
    'org',
    'keywords',
    'codes',
    'summary',
    'concepts',
    'body',
    'attachments',
    'pinyin',
  ],
  displayedAttributes: ['id', 'rev', 'stamp'],
  filterableAttributes: [
    {
      attributePatterns: ['facets.*', 'visibility', 'id'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['low.*', 'high.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
    '_geo',
  ],
  sortableAttributes: ['_geo', 'updatedAt', 'low.priceYuan', 'low.budgetYuan', 'low.deadline'],
  // A sort that the reader asks for comes before relevance, as in the default engine.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'standing:desc',
    'updatedAt:desc',
  ],
  // One locale switches language detection off; short Chinese queries would be taken for Japanese.
  localizedAttributes: [{ locales: ['cmn'], attributePatterns: ['*'] }],
  stopWords: [...stopWords],
  // Names of one concept are written into the documents, alike for both engines.
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ['pinyin'],
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: 200 },
  // Pages end where the default engine's do; how many there are is known beyond that.
  pagination: { maxTotalHits: mostCounted },
  searchCutoffMs: 250,
}

/** Lists that the server keeps as sets and hands back in an order of its own. */
const sets: ReadonlySet<string> = new Set(['stopWords', 'sortableAttributes', 'displayedAttributes'])

/** Whether the server's settings are others than ours; what it fills in by itself does not count. */
export function settingsDiffer(theirs: Settings): boolean {
  return Object.entries(indexSettings).some(([name, ours]) => {
    const value = Reflect.get(theirs, name)
    return sets.has(name) ? !alike([...(ours as string[])].sort(), sorted(value)) : !alike(ours, value)
  })
}

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)

/** The same, where whatever ours does not name may be anything. */
function alike(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || theirs.length !== ours.length) return false
    return ours.every((each, nth) => alike(each, theirs[nth]))
  }
  if (typeof ours !== 'object' || ours === null) return ours === theirs
  if (typeof theirs !== 'object' || theirs === null) return false
  return Object.entries(ours).every(([name, value]) => alike(value, Reflect.get(theirs, name)))
}

/** A document as the second engine keeps it. What is not known is absent, never null. */
export interface IndexedDocument {
  id: string
  rev: number
  [field: string]: unknown
}

export async function indexed(document: SearchDocument): Promise<IndexedDocument> {
  const { id, rev, title, org, keywords, summary, body, facets, visibility, standing } = document
  const { concepts, conceptIds, codes, pinyin } = await analyse(document)
  const spans = Object.entries(document.specs).map(([name, figure]) => ({ name, ...bounds(figure) }))
  return {
    id,
    rev,
    title: charabiaText(title),
    org: charabiaText(org),
    keywords: keywords.map(charabiaText),
    codes: codes.map(charabiaText),
    summary: charabiaText(summary),
    concepts: concepts.map(charabiaText),
    body: charabiaText(body),
    attachments: (document.attachments ?? []).flatMap(file => file.pages.map(charabiaText)),
    pinyin,
    facets: { ...facets, concept: conceptIds, discloses: disclosed(document) },
    ...(document.place && { _geo: document.place }),
    low: Object.fromEntries(spans.map(({ name, low }) => [name, low])),
    high: Object.fromEntries(spans.map(({ name, high }) => [name, high])),
    visibility,
    standing,
    updatedAt: document.updatedAt.getTime(),
  }
}
