import { and, count, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { OrganizationId, SolutionId, SolutionVersionId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization, solution, solutionVersion } from '../schema/index.ts'

export type SolutionRow = typeof solution.$inferSelect
export type NewSolution = typeof solution.$inferInsert
export type SolutionVersionRow = typeof solutionVersion.$inferSelect
export type NewSolutionVersion = typeof solutionVersion.$inferInsert

/** A solution with its firm and one of its versions; which one is the query's word. */
export interface SolutionRecord {
  solution: SolutionRow
  organization: typeof organization.$inferSelect
  version: SolutionVersionRow
  /** Firms that were asked about a part of the latest or of the published version. */
  asked: OrganizationId[]
}

const asked = sql<OrganizationId[]>`array(
  select distinct c.organization_id from solution_consent c join solution_part p on p.product_id = c.product_id
  where c.solution_id = ${solution.id}
    and p.version_id in (${solution.latestVersionId}, ${solution.publishedVersionId}))`

function records(db: DbOrTx, versionId: SQL) {
  return db
    .select({ solution, organization, version: solutionVersion, asked })
    .from(solution)
    .innerJoin(organization, eq(organization.id, solution.organizationId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, versionId))
}

const latest = sql`${solution.latestVersionId}`
const published = sql`${solution.publishedVersionId}`

/** What `isPublicSolution` says, as a clause. */
const isPublic = and(isNotNull(solution.publishedVersionId), ne(solution.status, 'withdrawn'))

/** The solution with its latest version, published or not. */
export async function findSolution(db: DbOrTx, id: SolutionId): Promise<SolutionRecord | null> {
  const [row] = await records(db, latest).where(eq(solution.id, id)).limit(1)
  return row ?? null
}

/** All versions of a solution, the newest first. */
export function listSolutionVersions(db: DbOrTx, id: SolutionId): Promise<SolutionVersionRow[]> {
  return db
    .select()
    .from(solutionVersion)
    .where(eq(solutionVersion.solutionId, id))
    .orderBy(desc(solutionVersion.version))
}

/** Inserts the solution once: a repeated form key finds the first one. False means the id was taken. */
export async function insertSolution(tx: Tx, row: NewSolution): Promise<boolean> {
  const inserted = await tx
    .insert(solution)
    .values(row)
    .onConflictDoNothing({ target: solution.id })
    .returning({ id: solution.id })
  return inserted.length === 1
}

export async function insertSolutionVersion(tx: Tx, row: NewSolutionVersion): Promise<void> {
  await tx.insert(solutionVersion).values(row)
}

/** Takes the next revision of an editable solution; null means that the page is stale or the solution is closed. */
export async function touchSolution(
  tx: Tx,
  { id, rev }: { id: SolutionId; rev: number },
): Promise<SolutionVersionId | null> {
  const [row] = await tx
    .update(solution)
    .set({ rev: sql`${solution.rev} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(solution.id, id), eq(solution.rev, rev), inArray(solution.status, ['draft', 'returned'])))
    .returning({ versionId: solution.latestVersionId })
  return row?.versionId ?? null
}

/** Writes an unpublished version's content; false means it is published, and a published version never changes. */
export async function setSolutionContent(
  tx: Tx,
  id: SolutionVersionId,
  row: Pick<NewSolutionVersion, 'content' | 'name'>,
): Promise<boolean> {
  const updated = await tx
    .update(solutionVersion)
    .set(row)
    .where(and(eq(solutionVersion.id, id), isNull(solutionVersion.publishedAt)))
    .returning({ id: solutionVersion.id })
  return updated.length === 1
}

export async function stampSolutionVersion(tx: Tx, id: SolutionVersionId, at: Date): Promise<void> {
  await tx
    .update(solutionVersion)
    .set({ publishedAt: at })
    .where(and(eq(solutionVersion.id, id), isNull(solutionVersion.publishedAt)))
}

export async function patchSolution(tx: Tx, id: SolutionId, row: Partial<NewSolution>): Promise<void> {
  await tx.update(solution).set(row).where(eq(solution.id, id))
}

export interface SolutionFilter {
  domain?: string
  organizationId?: OrganizationId
}

function publicWhere({ domain, organizationId }: SolutionFilter): SQL | undefined {
  return and(
    isPublic,
    domain ? sql`${solutionVersion.content}->'domains' ? ${domain}` : undefined,
    organizationId ? eq(solution.organizationId, organizationId) : undefined,
  )
}

/** One page of the public solutions in their published versions, the newest first. */
export function listPublicSolutions(
  db: DbOrTx,
  { filter, offset, limit }: { filter: SolutionFilter; offset: number; limit: number },
): Promise<SolutionRecord[]> {
  return records(db, published)
    .where(publicWhere(filter))
    .orderBy(desc(solution.publishedAt), solution.id)
    .offset(offset)
    .limit(limit)
}

export async function countPublicSolutions(db: DbOrTx, filter: SolutionFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.publishedVersionId))
    .where(publicWhere(filter))
  return row?.n ?? 0
}

/** A public solution in its published version with the names of the products that it bundles. */
export interface IndexedSolution extends SolutionRecord {
  partNames: string[]
}

const partNames = sql<string[]>`array(
  select v.name from solution_part p join product_version v on v.id = p.product_version_id
  where p.version_id = ${solution.publishedVersionId} order by p.place)`

/** Those of these solutions that are public. */
export function solutionsForIndex(db: DbOrTx, ids: readonly SolutionId[]): Promise<IndexedSolution[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select({ solution, organization, version: solutionVersion, asked, partNames })
    .from(solution)
    .innerJoin(organization, eq(organization.id, solution.organizationId))
    .innerJoin(solutionVersion, eq(solutionVersion.id, published))
    .where(and(isPublic, inArray(solution.id, [...ids])))
}

/** All solutions of these organisations in their latest versions, the last touched first. */
export function listSolutionsOf(db: DbOrTx, ids: readonly OrganizationId[]): Promise<SolutionRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db, latest)
    .where(inArray(solution.organizationId, [...ids]))
    .orderBy(desc(solution.updatedAt), solution.id)
}
