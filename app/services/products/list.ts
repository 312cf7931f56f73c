import { z } from 'zod'
import type { ProductFilter, ProductRecord, ProductTally } from '#db/queries/products.ts'
import { listPublicProducts, tallyPublicProducts } from '#db/queries/products.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Spec } from '#domain/ontology/requirement.ts'
import { type RobotCategoryId, robotCategoryIds } from '#domain/ontology/tasks.ts'
import { believedSpecs, evidenceFilters } from '#domain/products/evidence.ts'
import { importantCriteria } from '#domain/products/important-criteria.ts'
import { type PriceField, statedPrices } from '#domain/products/prices.ts'
import { choice } from '#domain/shared/fields.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { type DomainId, domainIds, type Maturity, maturityIds, type Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'

const pageSize = 20
/** Deeper pages are nobody's reading; the filters lead there faster. */
const lastPage = 500

/** The list's address; a value that is none counts as not given, so an old link still opens the list. */
export const ProductsQuery = z.object({
  category: choice(robotCategoryIds).optional().catch(undefined),
  domain: choice(domainIds).optional().catch(undefined),
  maturity: choice(maturityIds).optional().catch(undefined),
  kind: choice(['platform', 'report']).optional().catch(undefined),
  evidence: choice(evidenceFilters).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
})
export type ProductsQuery = z.infer<typeof ProductsQuery>

export interface ProductLine {
  id: ProductId
  name: string
  organization: string
  source: Source
  sourceUrl: string | null
  category: RobotCategoryId | null
  domain: DomainId | null
  maturity: Maturity | null
  trl: number | null
  summary: string
  /** The bands by what is paid for, in fen. */
  prices: Record<PriceField, number | null>
  /** The first stated facts among those that matter for the category. */
  headline: { criterion: CriterionId; spec: Spec }[]
  /** How many of the facts that matter for the category are stated, and of how many. */
  disclosed: number
  important: number
}

/** A filter's values with how many products each would show, given the other filters. */
export type FacetCount = { value: string; count: number }

type Facet = 'category' | 'domain' | 'maturity' | 'kind' | 'evidence'

export interface ProductsPage {
  items: ProductLine[]
  total: number
  page: number
  pageSize: number
  query: ProductsQuery
  facets: Record<Facet, FacetCount[]>
}

// public: only published versions, by the visibility clause of the query itself
export async function listProducts(ctx: Context, input: unknown): Promise<ProductsPage> {
  const query = ProductsQuery.parse(input)
  const { page, ...filter } = query
  const [rows, tally] = await Promise.all([
    listPublicProducts(ctx.db, { filter, offset: (page - 1) * pageSize, limit: pageSize }),
    tallyPublicProducts(ctx.db),
  ])
  return {
    items: rows.map(lineOf),
    total: sum(tally.filter(row => fits(row, filter))),
    ...{ page, pageSize, query },
    facets: {
      category: facet(tally, filter, 'category'),
      domain: facet(tally, filter, 'domain'),
      maturity: facet(tally, filter, 'maturity'),
      kind: facet(tally, filter, 'kind'),
      evidence: facet(tally, filter, 'evidence'),
    },
  }
}

const sum = (rows: readonly ProductTally[]) => rows.reduce((n, row) => n + row.count, 0)

function fits(row: ProductTally, { category, domain, maturity, kind, evidence }: ProductFilter): boolean {
  return (
    (!category || row.category === category) &&
    (!domain || row.domains.includes(domain)) &&
    (!maturity || row.maturity === maturity) &&
    (!kind || row.kind === kind) &&
    (!evidence || row.evidence.includes(evidence))
  )
}

function facet(tally: readonly ProductTally[], filter: ProductFilter, name: Facet): FacetCount[] {
  const counts = new Map<string, number>()
  for (const row of tally.filter(each => fits(each, { ...filter, [name]: undefined }))) {
    const values = name === 'domain' ? row.domains : name === 'evidence' ? row.evidence : [row[name]]
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + row.count)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

export function lineOf({ product, organization, version }: ProductRecord): ProductLine {
  const { content } = version
  const important = importantCriteria(content.category)
  const specs = believedSpecs(content.specs)
  const stated = important.flatMap(criterion => {
    const spec = specs[criterion]
    return spec ? [{ criterion, spec }] : []
  })
  return {
    id: product.id,
    name: version.name,
    organization: organization.name,
    source: product.source,
    sourceUrl: product.sourceUrl,
    category: content.category ?? null,
    domain: content.domains[0] ?? null,
    maturity: content.maturity ?? null,
    trl: content.trl ?? null,
    summary: content.summary ?? '',
    prices: statedPrices(content),
    headline: stated.slice(0, 3),
    disclosed: stated.length,
    important: important.length,
  }
}
