import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  max,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { MatchSide } from '../../app/domain/matches/list.ts'
import { mostKept } from '../../app/domain/matches/list.ts'
import type { ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { audit, auditHead, organization, product, scenario, storedMatch } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

export type StoredMatch = typeof storedMatch.$inferSelect
export type NewMatch = Omit<typeof storedMatch.$inferInsert, 'scenarioRank' | 'productRank'>

/** The columns of the table as one side sees it: whose list it is, who stands in it, and at which place. */
const columns = {
  scenario: { own: storedMatch.scenarioId, other: storedMatch.productId, rank: storedMatch.scenarioRank },
  product: { own: storedMatch.productId, other: storedMatch.scenarioId, rank: storedMatch.productRank },
} as const

/** A scenario that is matched: published, reported cases among them. */
export const isMatchedScenario = eq(scenario.status, 'published')

/** A call that a firm can still answer, by the database's clock. */
export const isOpenCall = and(isMatchedScenario, gt(scenario.bidDeadline, sql`now()`))

/** Every reader begins here: rows are joined with what is public at this moment, whatever the jobs have done yet. */
function live(db: DbOrTx, where: SQL | undefined) {
  return db
    .select({ match: storedMatch })
    .from(storedMatch)
    .innerJoin(scenario, and(eq(scenario.id, storedMatch.scenarioId), isMatchedScenario))
    .innerJoin(product, and(eq(product.id, storedMatch.productId), isPublicProduct))
    .where(where)
}

/** The kept list of a scenario or of a product, best first. */
export async function listMatches(db: DbOrTx, side: MatchSide, id: string): Promise<StoredMatch[]> {
  const { own, rank } = columns[side]
  const rows = await live(db, and(sql`${own} = ${id}`, isNotNull(rank))).orderBy(asc(rank))
  return rows.map(row => row.match)
}

/** How many partners a kept list has, and when it was last worked out or patched. */
export interface ListSummary {
  n: number
  at: Date
}

/** The kept lists of these objects, without those that are empty. */
export async function summariseLists(
  db: DbOrTx,
  side: MatchSide,
  ids: readonly string[],
): Promise<Map<string, ListSummary>> {
  if (ids.length === 0) return new Map()
  const { own, rank } = columns[side]
  const rows = await db
    .select({ id: sql<string>`${own}`, n: count(), at: max(storedMatch.computedAt) })
    .from(storedMatch)
    .innerJoin(scenario, and(eq(scenario.id, storedMatch.scenarioId), isMatchedScenario))
    .innerJoin(product, and(eq(product.id, storedMatch.productId), isPublicProduct))
    .where(and(inArray(own, [...ids] as never[]), isNotNull(rank)))
    .groupBy(own)
  return new Map(rows.flatMap(({ id, n, at }) => (at ? [[id, { n, at }] as const] : [])))
}

/** Any number will do, as long as every writer of matches takes the same. */
const writers = 4_602_312

/** One writer of matches at a time: lists of both sides are patched together, in whatever order jobs come. */
export async function lockMatches(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${writers})`)
}

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

/** Everything kept of one object, in its own list or in those of others. */
export async function matchesOf(tx: Tx, side: MatchSide, id: string): Promise<StoredMatch[]> {
  return tx.select().from(storedMatch).where(sql`${columns[side].own} = ${id}`)
}

/** The last place of those of these lists that are full. */
export async function lastPlaces(
  tx: Tx,
  side: MatchSide,
  ids: readonly string[],
): Promise<Map<string, StoredMatch>> {
  if (ids.length === 0) return new Map()
  const { own, rank } = columns[side]
  const rows = await tx
    .select()
    .from(storedMatch)
    .where(and(inArray(own, [...ids] as never[]), eq(rank, mostKept)))
  return new Map(rows.map(row => [side === 'scenario' ? row.scenarioId : row.productId, row]))
}

/** Rows put in one statement; more would pass the number of parameters that Postgres takes. */
const together = 500

/** Puts pairs in or over what was there; their places are given by `rankLists`. */
export async function putMatches(tx: Tx, rows: readonly NewMatch[]): Promise<void> {
  for (let from = 0; from < rows.length; from += together)
    await tx
      .insert(storedMatch)
      .values(rows.slice(from, from + together))
      .onConflictDoUpdate({
        target: [storedMatch.scenarioId, storedMatch.productId],
        set: {
          score: sql`excluded.score`,
          demand: sql`excluded.demand`,
          supply: sql`excluded.supply`,
          verdict: sql`excluded.verdict`,
          relevance: sql`excluded.relevance`,
          features: sql`excluded.features`,
          scenarioRev: sql`excluded.scenario_rev`,
          productVersionId: sql`excluded.product_version_id`,
          weightsVersion: sql`excluded.weights_version`,
          basisVersion: sql`excluded.basis_version`,
          computedAt: sql`excluded.computed_at`,
        },
      })
}

/** Takes the pairs of one object with these others out. */
export async function removeMatches(
  tx: Tx,
  side: MatchSide,
  { id, others }: { id: string; others: readonly string[] },
): Promise<void> {
  const { own, other } = columns[side]
  if (others.length > 0)
    await tx.delete(storedMatch).where(and(sql`${own} = ${id}`, inArray(other, [...others] as never[])))
}

/** Gives everybody in these lists their place, by the judge's own order; beyond the last place there is none. */
export async function rankLists(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { own, other, rank } = columns[side]
  const [ownName, rankName] = [sql.identifier(own.name), sql.identifier(rank.name)]
  const order = sql`score desc, demand desc, ${sql.identifier(other.name)}`
  await tx.execute(sql`
    update stored_match m set ${rankName} = r.place from (
      select scenario_id, product_id, case when n <= ${mostKept} then n end as place from (
        select scenario_id, product_id, row_number() over (partition by ${ownName} order by ${order})::int as n
        from stored_match where ${ownName} in ${[...ids]}) placed) r
    where m.scenario_id = r.scenario_id and m.product_id = r.product_id
      and m.${rankName} is distinct from r.place`)
}

/** What is in nobody's list any more, of one object. */
export async function sweepMatches(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .delete(storedMatch)
    .where(
      and(
        inArray(columns[side].own, [...ids] as never[]),
        isNull(storedMatch.scenarioRank),
        isNull(storedMatch.productRank),
      ),
    )
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

/** The kept lists of these scenarios, best first, with whose the products are. */
export async function keptLists(db: DbOrTx, ids: readonly string[]) {
  const { scenarioId, productId, scenarioRank, features } = storedMatch
  if (ids.length === 0) return []
  return db
    .select({ scenarioId, productId, features, firmId: organization.id, firm: organization.name })
    .from(storedMatch)
    .innerJoin(scenario, and(eq(scenario.id, scenarioId), isMatchedScenario))
    .innerJoin(product, and(eq(product.id, productId), isPublicProduct))
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .where(
      and(
        sql`${scenarioId} in (select json_array_elements_text(${JSON.stringify(ids)}::json))`,
        isNotNull(scenarioRank),
      ),
    )
    .orderBy(asc(scenarioId), asc(scenarioRank))
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

/** Objects that have rows and are not matched any more: of these a job was lost. */
export async function leftOver(db: DbOrTx, side: MatchSide): Promise<string[]> {
  const { own } = columns[side]
  const matched =
    side === 'scenario'
      ? db
          .select({ id: sql<string>`${scenario.id}` })
          .from(scenario)
          .where(isMatchedScenario)
      : db
          .select({ id: sql<string>`${product.id}` })
          .from(product)
          .where(isPublicProduct)
  const rows = await db
    .selectDistinct({ id: sql<string>`${own}` })
    .from(storedMatch)
    .where(notInArray(sql`${own}`, matched))
  return rows.map(row => row.id)
}
