import { and, count, desc, eq, inArray, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import type { EvidenceFilter } from '../../app/domain/products/evidence.ts'
import type { OrganizationId, ProductId, ProductVersionId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization, product, productVersion } from '../schema/index.ts'

export type ProductRow = typeof product.$inferSelect
export type NewProduct = typeof product.$inferInsert
export type ProductVersionRow = typeof productVersion.$inferSelect
export type NewProductVersion = typeof productVersion.$inferInsert

/** A product with its firm and one of its versions; which one is the query's word. */
export interface ProductRecord {
  product: ProductRow
  organization: typeof organization.$inferSelect
  version: ProductVersionRow
}

function records(db: DbOrTx, versionId: SQL) {
  return db
    .select({ product, organization, version: productVersion })
    .from(product)
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .innerJoin(productVersion, eq(productVersion.id, versionId))
}

const latest = sql`${product.latestVersionId}`
const published = sql`${product.publishedVersionId}`

/** What `isPublicProduct` says, as a clause. */
export const isPublicProduct = and(
  isNotNull(product.publishedVersionId),
  notInArray(product.status, ['suspended', 'withdrawn']),
)

/** The product with its latest version, published or not. */
export async function findProduct(db: DbOrTx, id: ProductId): Promise<ProductRecord | null> {
  const [row] = await records(db, latest).where(eq(product.id, id)).limit(1)
  return row ?? null
}

/** The product with its published version; null while the public may not see it. */
export async function findPublicProduct(db: DbOrTx, id: ProductId): Promise<ProductRecord | null> {
  const [row] = await records(db, published)
    .where(and(eq(product.id, id), isPublicProduct))
    .limit(1)
  return row ?? null
}

/** Holds a product's row until commit, side by side with other readers; a publication waits, or is waited for. */
export async function shareProduct(tx: Tx, id: ProductId): Promise<void> {
  await tx.select({ id: product.id }).from(product).where(eq(product.id, id)).for('share')
}

/** All versions of a product, the newest first. */
export function listVersions(db: DbOrTx, id: ProductId): Promise<ProductVersionRow[]> {
  return db
    .select()
    .from(productVersion)
    .where(eq(productVersion.productId, id))
    .orderBy(desc(productVersion.version))
}

/** Inserts the product once: a repeated form key finds the first one. False means the id was taken. */
export async function insertProduct(tx: Tx, row: NewProduct): Promise<boolean> {
  const inserted = await tx
    .insert(product)
    .values(row)
    .onConflictDoNothing({ target: product.id })
    .returning({ id: product.id })
  return inserted.length === 1
}

export async function insertVersion(tx: Tx, row: NewProductVersion): Promise<void> {
  await tx.insert(productVersion).values(row)
}

/** Takes the next revision of an editable product; false means that the page is stale or the product is closed. */
export async function touchProduct(
  tx: Tx,
  { id, rev }: { id: ProductId; rev: number },
): Promise<ProductVersionId | null> {
  const [row] = await tx
    .update(product)
    .set({ rev: sql`${product.rev} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(product.id, id), eq(product.rev, rev), inArray(product.status, ['draft', 'returned'])))
    .returning({ versionId: product.latestVersionId })
  return row?.versionId ?? null
}

/** Writes an unpublished version's content; false means it is published, and a published version never changes. */
export async function setVersionContent(
  tx: Tx,
  id: ProductVersionId,
  row: Partial<NewProductVersion>,
): Promise<boolean> {
  const updated = await tx
    .update(productVersion)
    .set(row)
    .where(and(eq(productVersion.id, id), isNull(productVersion.publishedAt)))
    .returning({ id: productVersion.id })
  return updated.length === 1
}

export async function stampVersion(tx: Tx, id: ProductVersionId, at: Date): Promise<void> {
  await tx
    .update(productVersion)
    .set({ publishedAt: at })
    .where(and(eq(productVersion.id, id), isNull(productVersion.publishedAt)))
}

export async function patchProduct(tx: Tx, id: ProductId, row: Partial<NewProduct>): Promise<void> {
  await tx.update(product).set(row).where(eq(product.id, id))
}

export interface ProductFilter {
  category?: string
  domain?: string
  maturity?: string
  /** Only the platform's own products, or only reported public cases. */
  kind?: 'platform' | 'report'
  /** Only products of which some fact was tested by a third party, or measured in a pilot that it names. */
  evidence?: EvidenceFilter
}

const proven: Record<EvidenceFilter, SQL<boolean>> = {
  tested: sql`${productVersion.content} @? '$.specs.* ? (@.grade == "B")'`,
  measured: sql`${productVersion.content} @? '$.specs.* ? (@.grade == "A" && exists(@.pilot) && exists(@.metric))'`,
}

function publicWhere({ category, domain, maturity, kind, evidence }: ProductFilter): SQL | undefined {
  return and(
    isPublicProduct,
    category ? eq(productVersion.category, category) : undefined,
    maturity ? eq(productVersion.maturity, maturity) : undefined,
    domain ? sql`${productVersion.content}->'domains' ? ${domain}` : undefined,
    evidence ? proven[evidence] : undefined,
    kind === 'report' ? eq(product.source, 'report') : undefined,
    kind === 'platform' ? sql`${product.source} <> 'report'` : undefined,
  )
}

/** One page of the public products in their published versions: platform firms first, then the newest. */
export function listPublicProducts(
  db: DbOrTx,
  { filter, offset, limit }: { filter: ProductFilter; offset: number; limit: number },
): Promise<ProductRecord[]> {
  return records(db, published)
    .where(publicWhere(filter))
    .orderBy(sql`(${product.source} = 'report')`, desc(product.publishedAt), product.id)
    .offset(offset)
    .limit(limit)
}

/** How many public products share these traits; a list's totals and filters are sums over such lines. */
export interface ProductTally {
  category: string | null
  maturity: string | null
  domains: string[]
  kind: 'platform' | 'report'
  evidence: EvidenceFilter[]
  count: number
}

export function tallyPublicProducts(db: DbOrTx): Promise<ProductTally[]> {
  const domains = sql<string[]>`coalesce(${productVersion.content}->'domains', '[]'::jsonb)`
  const kind = sql<
    'platform' | 'report'
  >`case when ${product.source} = 'report' then 'report' else 'platform' end`
  const evidence = sql<
    EvidenceFilter[]
  >`to_jsonb(array_remove(array[case when ${proven.tested} then 'tested' end, case when ${proven.measured} then 'measured' end], null))`
  return db
    .select({
      category: productVersion.category,
      maturity: productVersion.maturity,
      domains: domains.as('domains'),
      kind: kind.as('kind'),
      evidence: evidence.as('evidence'),
      count: count(),
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(isPublicProduct)
    .groupBy(productVersion.category, productVersion.maturity, sql`3`, sql`4`, sql`5`)
}

export function listProductsByIds(db: DbOrTx, ids: ProductId[]): Promise<ProductRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db, published).where(and(inArray(product.id, ids), isPublicProduct))
}

/** All products of these organisations in their latest versions, the last touched first. */
export function listProductsOf(db: DbOrTx, ids: readonly OrganizationId[]): Promise<ProductRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db, latest)
    .where(inArray(product.organizationId, [...ids]))
    .orderBy(desc(product.updatedAt), product.id)
}
