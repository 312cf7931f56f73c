import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { ProductId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { audit, auditHead, product, productVersion } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** As much of a published version as decides whether it fits a scenario; blank parts of a reported product are absent. */
export type ShelfRow = Awaited<ReturnType<typeof rowsWhere>>[number]

type Content = (typeof productVersion.$inferSelect)['content']

function rowsWhere(db: DbOrTx, where: SQL | undefined, limit: number) {
  return db
    .select({
      id: product.id,
      category: sql<Content['category'] | null>`${productVersion.content}->>'category'`,
      tasks: sql<Content['tasks'] | null>`${productVersion.content}->'tasks'`,
      specs: sql<Content['specs'] | null>`${productVersion.content}->'specs'`,
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(and(isPublicProduct, where))
    .orderBy(asc(product.id))
    .limit(limit)
}

/** The next `limit` public products after `after`, by id. */
export function nextOnShelf(
  db: DbOrTx,
  { after, limit }: { after: ProductId | null; limit: number },
): Promise<ShelfRow[]> {
  return rowsWhere(db, after === null ? undefined : gt(product.id, after), limit)
}

/** Those of these products that are public. */
export function onShelf(db: DbOrTx, ids: readonly ProductId[]): Promise<ShelfRow[]> {
  return rowsWhere(db, inArray(product.id, [...ids]), ids.length)
}

/**
 * The audit chain's head, and the products that something happened to after `seq`. Whatever changes what the public
 * sees of a product writes an audit row in the same transaction, and these are numbered in the order of the commits;
 * so this one statement says all that a reader at `seq` has missed.
 */
export async function productsSince(db: DbOrTx, seq: number): Promise<{ seq: number; ids: ProductId[] }> {
  const rows = await db
    .selectDistinct({ seq: auditHead.seq, id: sql<ProductId | null>`${audit.objectId}` })
    .from(auditHead)
    .leftJoin(audit, and(gt(audit.seq, seq), eq(audit.noun, 'product')))
  const [head] = rows
  if (!head) throw new Error('audit_head has no row: the migrations are incomplete')
  return { seq: head.seq, ids: rows.flatMap(row => row.id ?? []) }
}
