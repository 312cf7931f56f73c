import type { Settings } from 'meilisearch'
import { analyse, bounds, disclosed } from './analysis.ts'
import type { SearchDocument } from './engine.ts'
import { mostRanked } from './postgres-statement.ts'
import { stopWords } from './tokens.ts'

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
  displayedAttributes: ['id', 'rev'],
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
  pagination: { maxTotalHits: mostRanked },
  searchCutoffMs: 250,
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
    title,
    org,
    keywords,
    codes,
    summary,
    concepts,
    body,
    attachments: (document.attachments ?? []).flatMap(file => file.pages),
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
