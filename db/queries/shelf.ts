import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { OrganizationId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import {
  audit,
  auditHead,
  matchBasis,
  organization,
  product,
  productVersion,
  scenario,
  weightsVersion,
} from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** As much of a public product as the matcher sees, and where it comes from. */
export type MarketProduct = Awaited<ReturnType<typeof productsWhere>>[number]
/** As much of an open call or of a reported case. */
export type MarketScenario = Awaited<ReturnType<typeof scenariosWhere>>[number]

const home = { id: organization.id, region: organization.region, district: organization.district }

function productsWhere(db: DbOrTx, where: SQL | undefined, limit: number) {
  return db
    .select({
      product: { id: product.id, source: product.source, publishedAt: product.publishedAt },
      version: { id: productVersion.id, content: productVersion.content },
      organization: home,
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .where(and(isPublicProduct, where))
    .orderBy(asc(product.id))
    .limit(limit)
}

function scenariosWhere(db: DbOrTx, where: SQL | undefined, limit: number) {
  const { id, rev, source, publishedAt, bidDeadline, content } = scenario
  return db
    .select({ scenario: { id, rev, source, publishedAt, bidDeadline, content }, organization: home })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .where(and(eq(scenario.status, 'published'), where))
    .orderBy(asc(scenario.id))
    .limit(limit)
}

/** The next `limit` public products after `after`, by id. */
export function nextProducts(
  db: DbOrTx,
  { after, limit }: { after: ProductId | null; limit: number },
): Promise<MarketProduct[]> {
  return productsWhere(db, after === null ? undefined : gt(product.id, after), limit)
}

/** The next `limit` published scenarios after `after`, by id. */
export function nextScenarios(
  db: DbOrTx,
  { after, limit }: { after: ScenarioId | null; limit: number },
): Promise<MarketScenario[]> {
  return scenariosWhere(db, after === null ? undefined : gt(scenario.id, after), limit)
}

/** Those of these products that are public. */
export function productsOnMarket(db: DbOrTx, ids: readonly ProductId[]): Promise<MarketProduct[]> {
  return productsWhere(db, inArray(product.id, [...ids]), ids.length)
}

/** Those of these scenarios that are published. */
export function scenariosOnMarket(db: DbOrTx, ids: readonly ScenarioId[]): Promise<MarketScenario[]> {
  return scenariosWhere(db, inArray(scenario.id, [...ids]), ids.length)
}

/** Everything that these organisations have on the market: their place is part of what is matched. */
export async function marketIdsOf(
  db: DbOrTx,
  ids: readonly OrganizationId[],
): Promise<{ products: ProductId[]; scenarios: ScenarioId[] }> {
  const [products, scenarios] = await Promise.all([
    db
      .select({ id: product.id })
      .from(product)
      .where(inArray(product.organizationId, [...ids])),
    db
      .select({ id: scenario.id })
      .from(scenario)
      .where(inArray(scenario.organizationId, [...ids])),
  ])
  return { products: products.map(each => each.id), scenarios: scenarios.map(each => each.id) }
}

export interface MarketNews {
  /** The audit chain's head. */
  seq: number
  /** The newest published versions of the basis and of the weights; 0 before the first. */
  basis: number
  weights: number
  products: ProductId[]
  scenarios: ScenarioId[]
  organizations: OrganizationId[]
}

const newsQuery = builtOnce((db: DbOrTx) =>
  db
    .selectDistinct({
      seq: auditHead.seq,
      basis: sql<number>`coalesce((select max(${matchBasis.version}) from ${matchBasis}), 0)::int`,
      weights: sql<number>`coalesce((select max(${weightsVersion.version}) from ${weightsVersion}), 0)::int`,
      noun: sql<string | null>`${audit.noun}`,
      id: sql<string | null>`${audit.objectId}`,
    })
    .from(auditHead)
    .leftJoin(
      audit,
      // As one text, whose plan the server keeps: every page of matches asks this.
      sql`${audit.seq} > ${sql.placeholder('seq')}::bigint and ${audit.noun} in ('product', 'scenario', 'organization')`,
    )
    .prepare('market_news'),
)

/**
 * The audit chain's head, and what something happened to after `seq`. Whatever changes what the public sees of an
 * object writes an audit row in the same transaction, and these are numbered in the order of the commits; so this one
 * statement says all that a reader at `seq` has missed.
 */
export async function marketSince(db: DbOrTx, seq: number): Promise<MarketNews> {
  const rows = await newsQuery(db).execute({ seq })
  const [head] = rows
  if (!head) throw new Error('audit_head has no row: the migrations are incomplete')
  const idsOf = <I extends string>(noun: string) =>
    rows.flatMap(row => (row.noun === noun ? (row.id as I) : []))
  return {
    ...{ seq: head.seq, basis: head.basis, weights: head.weights },
    products: idsOf<ProductId>('product'),
    scenarios: idsOf<ScenarioId>('scenario'),
    organizations: idsOf<OrganizationId>('organization'),
  }
}
