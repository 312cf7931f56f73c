import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ConceptTable } from '../../app/domain/concepts/concept.ts'
import type { ConceptProposalId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, conceptProposal, conceptReindex, conceptVersion } from '../schema/index.ts'

export type ProposalRow = typeof conceptProposal.$inferSelect
export type NewProposal = typeof conceptProposal.$inferInsert

/** A proposal with the name of who made it. */
export interface ProposalRecord {
  proposal: ProposalRow
  by: string
}

const records = (db: DbOrTx) =>
  db
    .select({ proposal: conceptProposal, by: account.name })
    .from(conceptProposal)
    .innerJoin(account, eq(account.id, conceptProposal.proposedBy))

export async function findProposal(db: DbOrTx, id: ConceptProposalId): Promise<ProposalRecord | null> {
  const [row] = await records(db).where(eq(conceptProposal.id, id)).limit(1)
  return row ?? null
}

/** Those that wait first, the newest first among them and among the rest. */
export function listProposals(
  db: DbOrTx,
  { limit, offset }: { limit: number; offset: number },
): Promise<ProposalRecord[]> {
  return records(db)
    .orderBy(
      desc(eq(conceptProposal.status, 'proposed')),
      desc(conceptProposal.updatedAt),
      conceptProposal.id,
    )
    .limit(limit)
    .offset(offset)
}

export async function countProposals(db: DbOrTx): Promise<{ all: number; waiting: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${conceptProposal.status} = 'proposed')::int`,
    })
    .from(conceptProposal)
  return row ?? { all: 0, waiting: 0 }
}

/** Inserts the proposal once; false means that the form was sent before. */
export async function insertProposal(tx: Tx, row: NewProposal): Promise<boolean> {
  const inserted = await tx
    .insert(conceptProposal)
    .values(row)
    .onConflictDoNothing({ target: conceptProposal.id })
    .returning({ id: conceptProposal.id })
  return inserted.length === 1
}

export async function stampProposal(tx: Tx, id: ConceptProposalId, version: number): Promise<void> {
  await tx.update(conceptProposal).set({ version }).where(eq(conceptProposal.id, id))
}

/** Publications take turns, so that each builds on the one before. */
export async function lockConcepts(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${conceptVersion} in share row exclusive mode`)
}

export interface NewVersion {
  version: number
  content: ConceptTable
  proposalId: ConceptProposalId | null
  at: Date
}

/** The built-in table is kept as well when the first other version follows it. */
export async function insertVersions(tx: Tx, rows: readonly NewVersion[]): Promise<void> {
  await tx
    .insert(conceptVersion)
    .values(rows.map(({ at: publishedAt, ...row }) => ({ ...row, publishedAt })))
    .onConflictDoNothing({ target: conceptVersion.version })
}

/** Since when the version is in force, and which proposal made it; null while the built-in table is. */
export async function findVersion(
  db: DbOrTx,
  version: number,
): Promise<Pick<typeof conceptVersion.$inferSelect, 'proposalId' | 'publishedAt'> | null> {
  const [row] = await db
    .select({ proposalId: conceptVersion.proposalId, publishedAt: conceptVersion.publishedAt })
    .from(conceptVersion)
    .where(eq(conceptVersion.version, version))
    .limit(1)
  return row ?? null
}

/** Two versions in full: what one of them changed. */
export async function findTables(
  db: DbOrTx,
  versions: readonly number[],
): Promise<Map<number, ConceptTable>> {
  const rows = await db
    .select({ version: conceptVersion.version, content: conceptVersion.content })
    .from(conceptVersion)
    .where(inArray(conceptVersion.version, [...versions]))
  return new Map(rows.map(row => [row.version, row.content]))
}

export type ReindexRow = typeof conceptReindex.$inferSelect

export async function insertReindex(tx: Tx, version: number): Promise<void> {
  await tx.insert(conceptReindex).values({ version })
}

export async function findReindex(db: DbOrTx, version: number): Promise<ReindexRow | null> {
  const [row] = await db.select().from(conceptReindex).where(eq(conceptReindex.version, version)).limit(1)
  return row ?? null
}

/** Says once how many documents there are to do; who comes later keeps the first count. */
export async function beginReindex(db: DbOrTx, version: number, total: number): Promise<void> {
  await db
    .update(conceptReindex)
    .set({ total })
    .where(and(eq(conceptReindex.version, version), sql`${conceptReindex.total} is null`))
}

/** What verbs have written themselves meanwhile is not among them, so the count may end below the total. */
export async function countReindexed(tx: Tx, version: number, n: number): Promise<void> {
  await tx
    .update(conceptReindex)
    .set({ done: sql`${conceptReindex.done} + ${n}` })
    .where(eq(conceptReindex.version, version))
}

export async function endReindex(db: DbOrTx, version: number, at: Date): Promise<void> {
  await db
    .update(conceptReindex)
    .set({ finishedAt: at })
    .where(and(eq(conceptReindex.version, version), sql`${conceptReindex.finishedAt} is null`))
}
