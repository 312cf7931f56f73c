import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, notInArray, sql } from 'drizzle-orm'
import type { MatchSide } from '../../app/domain/matches/list.ts'
import { mostKept } from '../../app/domain/matches/list.ts'
import { toldFirst } from '../../app/domain/matches/news.ts'
import type { ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { product, scenario, storedMatch } from '../schema/index.ts'
import { isMatchedScenario } from './matched.ts'
import { columns, type NewMatch, type StoredMatch } from './matches.ts'
import { isPublicProduct } from './products.ts'

/** Any number will do, as long as every writer of matches takes the same. */
const writers = 4_602_312

/** One writer of matches at a time: lists of both sides are patched together, in whatever order jobs come. */
export async function lockMatches(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${writers})`)
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

/** What is written anew of a pair that is kept already; the places are given by themselves. */
const rewritten = {
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
}

const target = [storedMatch.scenarioId, storedMatch.productId]

/** Puts pairs in or over what was there; their places are given by `rankLists`. */
export async function putMatches(tx: Tx, rows: readonly NewMatch[]): Promise<void> {
  for (let from = 0; from < rows.length; from += together)
    await tx
      .insert(storedMatch)
      .values(rows.slice(from, from + together))
      .onConflictDoUpdate({ target, set: rewritten })
}

/**
 * Puts the whole list of one object, best first, in place of the one before: whoever is not in it any more stays for
 * the partner's list alone, or goes. `spared` are left as they are.
 */
export async function putList(
  tx: Tx,
  side: MatchSide,
  { id, rows, spared }: { id: string; rows: readonly NewMatch[]; spared: readonly string[] },
): Promise<void> {
  const { own, other } = columns[side]
  const place = side === 'scenario' ? 'scenarioRank' : 'productRank'
  const kept = rows.map(row => (side === 'scenario' ? row.productId : row.scenarioId))
  const others = sql`select json_array_elements_text(${JSON.stringify([...kept, ...spared])}::json)`
  const isOut = and(sql`${own} = ${id}`, sql`${other} not in (${others})`)
  await tx
    .update(storedMatch)
    .set({ [place]: null })
    .where(and(isOut, isNotNull(columns[side].rank)))
  await tx
    .delete(storedMatch)
    .where(and(isOut, isNull(storedMatch.scenarioRank), isNull(storedMatch.productRank)))
  if (rows.length === 0) return
  const excluded = sql`excluded.${sql.identifier(columns[side].rank.name)}`
  await tx
    .insert(storedMatch)
    .values(rows.map((row, at) => ({ ...row, [place]: at + 1 })))
    .onConflictDoUpdate({ target, set: { ...rewritten, [place]: excluded } })
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

/** Who came from behind the first ones of a list, or from outside it, to stand among them now. */
export interface Risen {
  scenarioId: ScenarioId
  productId: ProductId
}

/**
 * Gives everybody in these lists their place, by the judge's own order; beyond the last place there is none. Answers
 * whom that has brought among the first `toldFirst`.
 */
export async function rankLists(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<Risen[]> {
  if (ids.length === 0) return []
  const { own, other, rank } = columns[side]
  const [ownName, rankName] = [sql.identifier(own.name), sql.identifier(rank.name)]
  const order = sql`score desc, demand desc, ${sql.identifier(other.name)}`
  const rows = await tx.execute<{ scenario_id: ScenarioId; product_id: ProductId }>(sql`
    with placed as (
      select scenario_id, product_id, was, case when n <= ${mostKept} then n end as place from (
        select scenario_id, product_id, ${rankName} as was,
          row_number() over (partition by ${ownName} order by ${order})::int as n
        from stored_match where ${ownName} in (select json_array_elements_text(${JSON.stringify(ids)}::json))
      ) numbered),
    moved as (
      update stored_match m set ${rankName} = r.place from placed r
      where m.scenario_id = r.scenario_id and m.product_id = r.product_id and r.was is distinct from r.place
      returning m.scenario_id, m.product_id, r.was, r.place)
    select scenario_id, product_id from moved
    where place <= ${toldFirst} and (was is null or was > ${toldFirst})`)
  return rows.map(row => ({ scenarioId: row.scenario_id, productId: row.product_id }))
}

/** Those of these pairs of which the product stands among the first of the scenario's list, the best first. */
export async function firstAmong(tx: DbOrTx, pairs: readonly Risen[]): Promise<StoredMatch[]> {
  const asked = sql`select s, p from json_to_recordset(${JSON.stringify(
    pairs.map(({ scenarioId, productId }) => ({ s: scenarioId, p: productId })),
  )}::json) as asked(s text, p text)`
  return tx
    .select()
    .from(storedMatch)
    .where(
      and(
        sql`(${storedMatch.scenarioId}, ${storedMatch.productId}) in (${asked})`,
        lte(storedMatch.scenarioRank, toldFirst),
      ),
    )
    .orderBy(desc(storedMatch.score), asc(storedMatch.scenarioId), asc(storedMatch.productId))
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
