import type { Shape } from '../translate.ts'
import type { suggestion as zh } from '../zh/search-suggestions.ts'

export const suggestion = {
  label: 'Suggestions',
  count_one: '{n} suggestion; the arrow keys choose',
  count_other: '{n} suggestions; the arrow keys choose',
  all_one: 'All {n} result',
  all_other: 'All {n} results',
  many: 'All results, at least {n}',
  kind: {
    name: 'Also called',
    scenarios: 'Scenarios',
    products: 'Robots',
    solutions: 'Solutions',
    firms: 'Organisations',
    catalog: 'Catalog',
  },
} satisfies Shape<typeof zh>
