import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { OrganizationId, SiteId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization, site, siteVersion } from '../schema/index.ts'

export type SiteRow = typeof site.$inferSelect
export type NewSite = typeof site.$inferInsert
export type SiteVersionRow = typeof siteVersion.$inferSelect
export type NewSiteVersion = typeof siteVersion.$inferInsert

/** A site with its organisation and its latest version. */
export interface SiteRecord {
  site: SiteRow
  organization: typeof organization.$inferSelect
  latest: SiteVersionRow
}

function records(db: DbOrTx) {
  return db
    .select({ site, organization, latest: siteVersion })
    .from(site)
    .innerJoin(organization, eq(organization.id, site.organizationId))
    .innerJoin(siteVersion, and(eq(siteVersion.siteId, site.id), eq(siteVersion.version, site.version)))
}

export async function findSite(db: DbOrTx, id: SiteId): Promise<SiteRecord | null> {
  const [row] = await records(db).where(eq(site.id, id)).limit(1)
  return row ?? null
}

/** The sites of these organisations: those in use first, the last touched first among them. */
export function listSitesOf(db: DbOrTx, ids: readonly OrganizationId[]): Promise<SiteRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db)
    .where(inArray(site.organizationId, [...ids]))
    .orderBy(asc(site.status), desc(site.updatedAt), site.id)
}

/** All saved states of a site, the newest first. */
export function listSiteVersions(db: DbOrTx, id: SiteId): Promise<SiteVersionRow[]> {
  return db.select().from(siteVersion).where(eq(siteVersion.siteId, id)).orderBy(desc(siteVersion.version))
}

export async function findSiteVersion(
  db: DbOrTx,
  id: SiteId,
  version: number,
): Promise<SiteVersionRow | null> {
  const where = and(eq(siteVersion.siteId, id), eq(siteVersion.version, version))
  const [row] = await db.select().from(siteVersion).where(where).limit(1)
  return row ?? null
}

/** Inserts the site once: a repeated form key finds the first one. False means the id was taken. */
export async function insertSite(tx: Tx, row: NewSite): Promise<boolean> {
  const inserted = await tx
    .insert(site)
    .values(row)
    .onConflictDoNothing({ target: site.id })
    .returning({ id: site.id })
  return inserted.length === 1
}

export async function insertSiteVersion(tx: Tx, row: NewSiteVersion): Promise<void> {
  await tx.insert(siteVersion).values(row)
}

/** Counts one version on at the revision the page showed; null means that the page is stale or the site retired. */
export async function nextSiteVersion(
  tx: Tx,
  { id, rev, at }: { id: SiteId; rev: number; at: Date },
): Promise<number | null> {
  const [row] = await tx
    .update(site)
    .set({
      version: sql`${site.version} + 1`,
      rev: sql`${site.rev} + 1`,
      updatedAt: at,
    })
    .where(and(eq(site.id, id), eq(site.rev, rev), eq(site.status, 'current')))
    .returning({ version: site.version })
  return row?.version ?? null
}
