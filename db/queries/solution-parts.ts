import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type {
  AccountId,
  OrganizationId,
  ProductId,
  SolutionId,
  SolutionVersionId,
} from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  organization,
  product,
  productVersion,
  solution,
  solutionConsent,
  solutionPart,
  solutionVersion,
} from '../schema/index.ts'

export type NewSolutionPart = typeof solutionPart.$inferInsert
export type ConsentRow = typeof solutionConsent.$inferSelect

/** What an unpublished version is made of, anew. */
export async function replaceParts(
  tx: Tx,
  id: SolutionVersionId,
  rows: readonly Omit<NewSolutionPart, 'versionId'>[],
): Promise<void> {
  await tx.delete(solutionPart).where(eq(solutionPart.versionId, id))
  if (rows.length > 0) await tx.insert(solutionPart).values(rows.map(row => ({ ...row, versionId: id })))
}

/** A part with its pinned product version, the product as it is now, its firm, and the firm's answer. */
export interface PartRecord {
  part: typeof solutionPart.$inferSelect
  product: typeof product.$inferSelect
  pinned: typeof productVersion.$inferSelect
  organization: typeof organization.$inferSelect
  consent: ConsentRow | null
  /** 已验收试点 of the product, whichever version. */
  accepted: number
}

const accepted = sql<number>`(
  select count(*)::int from pilot t join product_version v on v.id = t.product_version_id
  where v.product_id = ${product.id} and t.status = 'accepted')`

export function listParts(db: DbOrTx, id: SolutionId, versionId: SolutionVersionId): Promise<PartRecord[]> {
  return db
    .select({
      part: solutionPart,
      product,
      pinned: productVersion,
      organization,
      consent: solutionConsent,
      accepted,
    })
    .from(solutionPart)
    .innerJoin(product, eq(product.id, solutionPart.productId))
    .innerJoin(productVersion, eq(productVersion.id, solutionPart.productVersionId))
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .leftJoin(
      solutionConsent,
      and(eq(solutionConsent.productId, product.id), eq(solutionConsent.solutionId, id)),
    )
    .where(eq(solutionPart.versionId, versionId))
    .orderBy(solutionPart.place)
}

/** Public products of the platform by their numbers; those of reported cases have none. */
export function findNumberedProducts(db: DbOrTx, numbers: readonly string[]) {
  if (numbers.length === 0) return Promise.resolve([])
  return db
    .select({ product, version: productVersion })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(
      and(inArray(product.number, [...numbers]), sql`${product.status} not in ('suspended', 'withdrawn')`),
    )
}

/** The public products of these firms by number, to choose from. */
export function listNumberedProductsOf(db: DbOrTx, ids: readonly OrganizationId[], limit: number) {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select({ number: product.number, name: productVersion.name })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(
      and(
        inArray(product.organizationId, [...ids]),
        isNotNull(product.number),
        sql`${product.status} not in ('suspended', 'withdrawn')`,
      ),
    )
    .orderBy(product.number)
    .limit(limit)
}

/** Asks, or asks again when what is asked for has changed; true when there is something new to answer. */
export async function askConsent(
  tx: Tx,
  row: Pick<ConsentRow, 'solutionId' | 'productId' | 'organizationId' | 'quantity' | 'role' | 'askedAt'>,
): Promise<boolean> {
  const { quantity, role, askedAt } = row
  const rows = await tx
    .insert(solutionConsent)
    .values({ ...row, status: 'asked' })
    .onConflictDoUpdate({
      target: [solutionConsent.solutionId, solutionConsent.productId],
      set: { status: 'asked', quantity, role, askedAt, decidedBy: null, decidedAt: null },
      setWhere: sql`(${solutionConsent.quantity}, ${solutionConsent.role}) is distinct from (${quantity}::integer, ${role}::text)`,
    })
    .returning({ id: solutionConsent.productId })
  return rows.length === 1
}

export async function findConsent(
  db: DbOrTx,
  solutionId: SolutionId,
  productId: ProductId,
): Promise<ConsentRow | null> {
  const [row] = await db
    .select()
    .from(solutionConsent)
    .where(and(eq(solutionConsent.solutionId, solutionId), eq(solutionConsent.productId, productId)))
    .limit(1)
  return row ?? null
}

/** Writes the answer to what was shown; false when something else is asked by now, or the answer stands already. */
export async function answerConsent(
  tx: Tx,
  shown: Pick<ConsentRow, 'solutionId' | 'productId' | 'quantity' | 'role'>,
  answer: { status: 'confirmed' | 'declined'; decidedBy: AccountId | null; decidedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(solutionConsent)
    .set(answer)
    .where(
      and(
        eq(solutionConsent.solutionId, shown.solutionId),
        eq(solutionConsent.productId, shown.productId),
        eq(solutionConsent.quantity, shown.quantity),
        eq(solutionConsent.role, shown.role),
        ne(solutionConsent.status, answer.status),
      ),
    )
    .returning({ id: solutionConsent.productId })
  return rows.length === 1
}

/** What these firms have been asked and have not answered yet, for solutions that still name the product. */
export function listOpenConsents(db: DbOrTx, ids: readonly OrganizationId[]) {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select({ consent: solutionConsent, solution, version: solutionVersion, organization })
    .from(solutionConsent)
    .innerJoin(solution, eq(solution.id, solutionConsent.solutionId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.latestVersionId))
    .innerJoin(organization, eq(organization.id, solution.organizationId))
    .innerJoin(
      solutionPart,
      and(
        eq(solutionPart.versionId, solutionVersion.id),
        eq(solutionPart.productId, solutionConsent.productId),
      ),
    )
    .where(
      and(
        inArray(solutionConsent.organizationId, [...ids]),
        eq(solutionConsent.status, 'asked'),
        ne(solution.status, 'withdrawn'),
      ),
    )
    .orderBy(solutionConsent.askedAt)
}
