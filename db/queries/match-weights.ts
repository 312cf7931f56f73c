import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { WeightsProposalId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, auditContent, history, weightsProposal, weightsVersion } from '../schema/index.ts'

export type WeightsProposalRow = typeof weightsProposal.$inferSelect
export type NewWeightsProposal = typeof weightsProposal.$inferInsert
export type WeightsVersionRow = typeof weightsVersion.$inferSelect

/** A proposal with the name of who made it. */
export interface WeightsProposalRecord {
  proposal: WeightsProposalRow
  by: string
}

/** The version in force; null while the built-in weights are. A look at one small row by its key. */
export async function newestWeights(db: DbOrTx): Promise<WeightsVersionRow | null> {
  const [row] = await db.select().from(weightsVersion).orderBy(desc(weightsVersion.version)).limit(1)
  return row ?? null
}

export async function findWeightsVersion(db: DbOrTx, version: number): Promise<WeightsVersionRow | null> {
  const [row] = await db.select().from(weightsVersion).where(eq(weightsVersion.version, version)).limit(1)
  return row ?? null
}

export async function findWeightsVersions(
  db: DbOrTx,
  versions: readonly number[],
): Promise<Map<number, WeightsVersionRow>> {
  const rows = await db
    .select()
    .from(weightsVersion)
    .where(inArray(weightsVersion.version, [...versions]))
  return new Map(rows.map(row => [row.version, row]))
}

/** A published version with the proposal that it was; null for the built-in weights. */
export interface PublishedVersion {
  row: WeightsVersionRow
  proposal: Pick<WeightsProposalRow, 'id' | 'origin' | 'grounds' | 'office'> | null
}

/** The newest first. */
export function listWeightsVersions(
  db: DbOrTx,
  { limit, offset }: { limit: number; offset: number },
): Promise<PublishedVersion[]> {
  const { id, origin, grounds, office } = weightsProposal
  return db
    .select({ row: weightsVersion, proposal: { id, origin, grounds, office } })
    .from(weightsVersion)
    .leftJoin(weightsProposal, eq(weightsProposal.id, weightsVersion.proposalId))
    .orderBy(desc(weightsVersion.version))
    .limit(limit)
    .offset(offset)
}

/** What the audit keeps of the publication of these proposals, by proposal. */
export async function publicationsOf(
  db: DbOrTx,
  ids: readonly WeightsProposalId[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: history.objectId, content: auditContent.content })
    .from(history)
    .innerJoin(auditContent, eq(auditContent.hash, history.contentHash))
    .where(and(eq(history.noun, 'weights'), eq(history.deed, 'publish'), inArray(history.objectId, [...ids])))
  return new Map(rows.map(row => [row.id, row.content]))
}

const records = (db: DbOrTx) =>
  db
    .select({ proposal: weightsProposal, by: account.name })
    .from(weightsProposal)
    .innerJoin(account, eq(account.id, weightsProposal.proposedBy))

export async function findWeightsProposal(
  db: DbOrTx,
  id: WeightsProposalId,
): Promise<WeightsProposalRecord | null> {
  const [row] = await records(db).where(eq(weightsProposal.id, id)).limit(1)
  return row ?? null
}

/** Those that wait first, the newest first among them and among the rest. */
export function listWeightsProposals(
  db: DbOrTx,
  { limit, offset }: { limit: number; offset: number },
): Promise<WeightsProposalRecord[]> {
  return records(db)
    .orderBy(
      desc(eq(weightsProposal.status, 'proposed')),
      desc(weightsProposal.updatedAt),
      weightsProposal.id,
    )
    .limit(limit)
    .offset(offset)
}

export async function countWeightsProposals(db: DbOrTx): Promise<{ all: number; waiting: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${weightsProposal.status} = 'proposed')::int`,
    })
    .from(weightsProposal)
  return row ?? { all: 0, waiting: 0 }
}

/** Inserts the proposal once; false means that the form was sent before. */
export async function insertWeightsProposal(tx: Tx, row: NewWeightsProposal): Promise<boolean> {
  const inserted = await tx
    .insert(weightsProposal)
    .values(row)
    .onConflictDoNothing({ target: weightsProposal.id })
    .returning({ id: weightsProposal.id })
  return inserted.length === 1
}

export async function stampWeightsProposal(tx: Tx, id: WeightsProposalId, version: number): Promise<void> {
  await tx.update(weightsProposal).set({ version }).where(eq(weightsProposal.id, id))
}

/** Publications take turns, so that each sees the one before. */
export async function lockWeights(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${weightsVersion} in share row exclusive mode`)
}

/** The built-in weights are kept as well when the first other version follows them. */
export async function insertWeightsVersions(
  tx: Tx,
  rows: readonly (typeof weightsVersion.$inferInsert)[],
): Promise<void> {
  await tx
    .insert(weightsVersion)
    .values([...rows])
    .onConflictDoNothing({ target: weightsVersion.version })
}

export async function countWeightsVersions(db: DbOrTx): Promise<number> {
  return db.$count(weightsVersion)
}

/** What these public objects are called: scenarios, products and firms alike, by id. */
export async function namesOf(db: DbOrTx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const among = sql`(${sql.join(
    ids.map(id => sql`${id}`),
    sql`, `,
  )})`
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, title as name from scenario where id in ${among} and published_at is not null
    union all select p.id, v.name from product p join product_version v on v.id = p.published_version_id
      where p.id in ${among}
    union all select id, name from organization where id in ${among}`)
  return Object.fromEntries(rows.map(row => [row.id, row.name]))
}
