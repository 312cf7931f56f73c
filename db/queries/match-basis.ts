import { and, count, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { PublishedBasis } from '../../app/domain/matching/basis.ts'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { DbOrTx } from '../client.ts'
import { audit, matchBasis, product, scenario } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** The newest published version. */
export async function findBasis(db: DbOrTx): Promise<(PublishedBasis & { seq: number; at: Date }) | null> {
  const [row] = await db.select().from(matchBasis).orderBy(desc(matchBasis.version)).limit(1)
  return row ? { version: row.version, basis: row.content, seq: row.seq, at: row.at } : null
}

/** Publishes a version; who comes second finds the first one's, and is told so by false. */
export async function insertBasis(
  db: DbOrTx,
  { version, basis, seq }: PublishedBasis & { seq: number },
): Promise<boolean> {
  const inserted = await db
    .insert(matchBasis)
    .values({ version, seq, content: basis })
    .onConflictDoNothing({ target: matchBasis.version })
    .returning({ version: matchBasis.version })
  return inserted.length === 1
}

/** How much is public, and how much of it has come, changed or gone after `seq`. */
export async function countChanged(db: DbOrTx, seq: number): Promise<{ changed: number; published: number }> {
  const statuses = [...publicScenarioStatuses, 'suspended']
  const [[changed], [products], [scenarios]] = await Promise.all([
    db
      .select({ count: sql<number>`count(distinct ${audit.objectId})::int` })
      .from(audit)
      .where(
        and(
          gt(audit.seq, seq),
          inArray(audit.noun, ['product', 'scenario']),
          or(inArray(audit.fromStatus, statuses), inArray(audit.toStatus, statuses)),
        ),
      ),
    db.select({ count: count() }).from(product).where(isPublicProduct),
    db.select({ count: count() }).from(scenario).where(eq(scenario.status, 'published')),
  ])
  return { changed: changed?.count ?? 0, published: (products?.count ?? 0) + (scenarios?.count ?? 0) }
}
