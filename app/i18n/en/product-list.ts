import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product-list.ts'

export const product = {
  list: {
    lead: 'State each fact once, compare it everywhere. A fact that is not stated is shown as not disclosed: it is not zero, and the product is not hidden for it.',
    publish: 'Register a product',
    filters: 'Filters',
    category: 'Kind of robot',
    domain: 'Domain',
    maturity: 'Maturity',
    kind: 'Origin',
    platform: 'Products of platform members',
    report: 'Reported public cases',
    evidence: 'Evidence',
    measured: 'Measured in a pilot',
    tested: 'Tested by a third party',
    apply: 'Filter',
    clear: 'Clear filters',
    summary: '{total} products',
    emptyTitle: 'No product fits these filters',
    emptyText: 'Try another kind or domain. A firm that builds such robots may register the first one.',
  },
  mine: {
    title: 'Our products',
    all: 'All public products',
    version: 'Version {n}',
    stillPublic: 'the older version stays public',
    emptyTitle: 'No products yet',
    emptyText:
      'State a product’s facts once and the platform compares them, line by line, with every scenario. Leave blank what you do not know; a draft can be saved at any time.',
    touched: 'changed {time}',
  },
} satisfies Shape<typeof zh>
