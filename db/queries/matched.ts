import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm'
import type { MatchSide } from '../../app/domain/matches/list.ts'
import type { ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { audit, auditHead, product, scenario } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** A scenario that is matched: published, reported cases among them. */
export const isMatchedScenario = eq(scenario.status, 'published')

/** A call that a firm can still answer, by the database's clock. */
export const isOpenCall = and(isMatchedScenario, gt(scenario.bidDeadline, sql`now()`))

/** Where the audit chain stands: whatever is read after this has in it all that is numbered up to here. */
export async function auditSeq(db: DbOrTx): Promise<number> {
  const [head] = await db.select({ seq: auditHead.seq }).from(auditHead)
  if (!head) throw new Error('audit_head has no row: the migrations are incomplete')
  return head.seq
}

/** The objects of this side that something has happened to since; their own jobs judge them as they are now. */
export async function movedSince(db: DbOrTx, side: MatchSide, seq: number): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: audit.objectId })
    .from(audit)
    .where(and(gt(audit.seq, seq), eq(audit.noun, side)))
  return new Set(rows.map(row => row.id))
}

/** Holds a scenario as it is until this transaction ends; null when it is not matched. */
export async function holdScenario(tx: Tx, id: ScenarioId): Promise<number | null> {
  const [row] = await tx
    .select({ rev: scenario.rev })
    .from(scenario)
    .where(and(eq(scenario.id, id), isMatchedScenario))
    .for('share')
  return row?.rev ?? null
}

/** Holds a product likewise; answers its published version. */
export async function holdProduct(tx: Tx, id: ProductId): Promise<string | null> {
  const [row] = await tx
    .select({ versionId: product.publishedVersionId })
    .from(product)
    .where(and(eq(product.id, id), isPublicProduct))
    .for('share')
  return row?.versionId ?? null
}

/** The revisions of those of these scenarios that are matched. */
export async function scenarioRevs(db: DbOrTx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: scenario.id, rev: scenario.rev })
    .from(scenario)
    .where(and(inArray(scenario.id, [...ids] as ScenarioId[]), isMatchedScenario))
  return new Map(rows.map(row => [row.id, row.rev]))
}

/** The published versions of those of these products that are public. */
export async function publishedVersions(db: DbOrTx, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: product.id, versionId: product.publishedVersionId })
    .from(product)
    .where(and(inArray(product.id, [...ids] as ProductId[]), isPublicProduct))
  return new Map(rows.flatMap(row => (row.versionId ? [[row.id as string, row.versionId] as const] : [])))
}

/** The next objects of this side that are matched, by id. */
export async function nextMatched(
  db: DbOrTx,
  side: MatchSide,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows =
    side === 'scenario'
      ? await db
          .select({ id: scenario.id })
          .from(scenario)
          .where(and(isMatchedScenario, sql`${scenario.id} > ${after}`))
          .orderBy(asc(scenario.id))
          .limit(limit)
      : await db
          .select({ id: product.id })
          .from(product)
          .where(and(isPublicProduct, sql`${product.id} > ${after}`))
          .orderBy(asc(product.id))
          .limit(limit)
  return rows.map(row => row.id)
}

/** Published scenarios, every `every`-th by id; and how many there are in all. */
export async function matchedScenarios(
  db: DbOrTx,
  most: number,
): Promise<{ published: number; ids: string[] }> {
  const [found] = await db.select({ n: count() }).from(scenario).where(isMatchedScenario)
  const published = found?.n ?? 0
  const every = Math.max(1, Math.ceil(published / most))
  const numbered = db
    .select({ id: scenario.id, nth: sql<number>`row_number() over (order by ${scenario.id})`.as('nth') })
    .from(scenario)
    .where(isMatchedScenario)
    .as('numbered')
  const rows = await db
    .select({ id: numbered.id })
    .from(numbered)
    .where(sql`(${numbered.nth} - 1) % ${every}::int = 0`)
    .orderBy(asc(numbered.nth))
  return { published, ids: rows.map(row => row.id) }
}

/** How many objects are matched, both sides together. */
export async function countMatched(db: DbOrTx): Promise<number> {
  const [[scenarios], [products]] = await Promise.all([
    db.select({ n: count() }).from(scenario).where(isMatchedScenario),
    db.select({ n: count() }).from(product).where(isPublicProduct),
  ])
  return (scenarios?.n ?? 0) + (products?.n ?? 0)
}
