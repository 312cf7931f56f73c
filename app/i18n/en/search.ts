import type { Shape } from '../translate.ts'
import type { search as zh } from '../zh/search.ts'

export const search = {
  title: 'Search',
  titleFor: 'Results for {q}',
  label: 'Search scenarios, products and the catalog',
  placeholder: 'e.g. night delivery through an 850 mm door',
  tabs: 'Where to search',
  index: { scenarios: 'Scenarios', products: 'Robots', catalog: 'Catalog' },
  found_one: '{n} result for “{q}”',
  found_other: '{n} results for “{q}”',
  everything_one: '{n} in all',
  everything_other: '{n} in all',
  results: 'Results',
  narrow: 'Narrow down',
  moreValues_one: '{n} more',
  moreValues_other: '{n} more',
  takeAway: 'Take this condition away',
  colon: ': ',
  or: ' or ',
  someWords: 'Some of the words are enough',
  understood:
    'Quantities in your words became conditions. What does not disclose the figure stays in the list; it does not count as failing.',
  facet: {
    domain: 'Domain',
    category: 'Kind of robot',
    maturity: 'Maturity',
    district: 'District',
    commercialForm: 'Commercial form',
    source: 'Source',
  },
  sort: {
    label: 'Sort by',
    relevance: 'Relevance',
    newest: 'Newest',
    deadline: 'Closing soon',
    budget: 'Budget, high to low',
    price: 'Price, low to high',
    distance: 'Nearest first',
  },
  degradedTitle: 'The search service is not available',
  degradedText:
    'These results come from the search inside the database. The order may differ a little; the content is up to date.',
  nothingTitle: 'Nothing found',
  nothingText:
    'Say it differently: the work to be done (delivery, inspection), or a quantity (payload ≥ 50 kg).',
  relaxText: 'With a little less asked for:',
  relax: {
    facet: 'Without “{what}”',
    quantity: 'Without the condition on {what} ({written})',
    filters: 'Without any filter',
    words: 'Some of the words are enough',
    all: 'Without words, filters only',
  },
  elsewhere: 'Look under “{where}”',
  wouldFind_one: ': {n} result',
  wouldFind_other: ': {n} results',
} satisfies Shape<typeof zh>
