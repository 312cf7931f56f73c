import { and, count, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { OrganizationId, ProductId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { product, productDeployment, productVersion } from '../schema/index.ts'
import { knownKeys } from './imports.ts'
import type { DeploymentRow } from './product-records.ts'

/**
 * The firm's own products behind what a file calls them: id, number, own reference of an import, or name. `several`
 * where the name is not one product's alone; what names none has no entry.
 */
export async function findOwnProducts(
  db: DbOrTx,
  organizationId: OrganizationId,
  refs: readonly string[],
): Promise<Map<string, ProductId | 'several'>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .select({ id: product.id, number: product.number, name: productVersion.name })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(
      and(
        eq(product.organizationId, organizationId),
        ne(product.status, 'withdrawn'),
        or(
          inArray(sql`${product.id}::text`, [...refs]),
          inArray(product.number, [...refs]),
          inArray(productVersion.name, [...refs]),
        ),
      ),
    )
  const named = new Map<string, ProductId | 'several'>()
  for (const { id, name } of rows) named.set(name, named.has(name) ? 'several' : id)
  const keys = await knownKeys(db, { organizationId, noun: 'product', keys: refs })
  for (const [key, id] of keys) named.set(key, id as ProductId)
  for (const { id, number } of rows)
    for (const exact of [id, number]) if (exact !== null) named.set(exact, id)
  return named
}

export interface OwnDeployment extends DeploymentRow {
  productNumber: string | null
  productName: string | null
}

/** Every case of the firm that is not removed, of its products and its own, the newest first. */
export async function listOwnDeployments(
  db: DbOrTx,
  organizationId: OrganizationId,
  limit: number,
): Promise<OwnDeployment[]> {
  const rows = await db
    .select({
      deployment: productDeployment,
      productNumber: product.number,
      productName: productVersion.name,
    })
    .from(productDeployment)
    .leftJoin(product, eq(product.id, productDeployment.productId))
    .leftJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(
      and(
        isNull(productDeployment.removedAt),
        sql`coalesce(${product.organizationId}, ${productDeployment.organizationId}) = ${organizationId}`,
      ),
    )
    .orderBy(desc(productDeployment.addedAt), desc(productDeployment.id))
    .limit(limit)
  return rows.map(({ deployment, ...named }) => ({ ...deployment, ...named }))
}

const firmsOwn = (organizationId: OrganizationId) =>
  and(eq(productDeployment.organizationId, organizationId), isNull(productDeployment.removedAt))

/** Cases of a firm of which nobody says which product it was. */
export async function firmDeploymentsOf(
  db: DbOrTx,
  organizationId: OrganizationId,
  limit: number,
): Promise<{ rows: DeploymentRow[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(productDeployment)
      .where(firmsOwn(organizationId))
      .orderBy(sql`${productDeployment.since} desc nulls last`, productDeployment.id)
      .limit(limit),
    db.select({ n: count() }).from(productDeployment).where(firmsOwn(organizationId)),
  ])
  return { rows, total: counted?.n ?? 0 }
}

/** Whose own this case is, or was; null of a product's case, and of none. */
export async function findFirmDeployment(db: DbOrTx, id: string): Promise<OrganizationId | null> {
  const [row] = await db
    .select({ organizationId: productDeployment.organizationId })
    .from(productDeployment)
    .where(eq(productDeployment.id, id))
  return row?.organizationId ?? null
}

/** Takes a case off the firm; null when it is not there any more. */
export async function removeFirmDeployment(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: OrganizationId },
  removal: Pick<DeploymentRow, 'removedAt' | 'removedBy'>,
): Promise<DeploymentRow | null> {
  const [row] = await tx
    .update(productDeployment)
    .set(removal)
    .where(and(eq(productDeployment.id, id), firmsOwn(organizationId)))
    .returning()
  return row ?? null
}
