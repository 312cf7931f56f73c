import { and, count, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
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

export type SolutionRow = typeof solution.$inferSelect
export type NewSolution = typeof solution.$inferInsert
export type SolutionVersionRow = typeof solutionVersion.$inferSelect
export type NewSolutionVersion = typeof solutionVersion.$inferInsert
export type NewSolutionPart = typeof solutionPart.$inferInsert
export type ConsentRow = typeof solutionConsent.$inferSelect

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

/** All solutions of these organisations in their latest versions, the last touched first. */
export function listSolutionsOf(db: DbOrTx, ids: readonly OrganizationId[]): Promise<SolutionRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db, latest)
    .where(inArray(solution.organizationId, [...ids]))
    .orderBy(desc(solution.updatedAt), solution.id)
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
