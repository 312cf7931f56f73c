import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { OrganizationId, ScenarioId, SiteId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization, scenario } from '../schema/index.ts'

export type ScenarioRow = typeof scenario.$inferSelect
export type NewScenario = typeof scenario.$inferInsert

/** A scenario with the organisation that it belongs to. */
export interface ScenarioRecord {
  scenario: ScenarioRow
  organization: typeof organization.$inferSelect
}

function records(db: DbOrTx) {
  return db
    .select({ scenario, organization })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
}

export async function findScenario(db: DbOrTx, id: ScenarioId): Promise<ScenarioRecord | null> {
  const [row] = await records(db).where(eq(scenario.id, id)).limit(1)
  return row ?? null
}

/** The scenario's row, locked until commit; `share` lets bids come in side by side while the opening waits. */
export async function lockScenario(
  tx: Tx,
  id: ScenarioId,
  mode: 'update' | 'share',
): Promise<ScenarioRow | null> {
  const [row] = await tx.select().from(scenario).where(eq(scenario.id, id)).for(mode)
  return row ?? null
}

/** Inserts the draft once: a repeated form key finds the first one. False means the id was taken. */
export async function insertScenario(tx: Tx, row: NewScenario): Promise<boolean> {
  const inserted = await tx
    .insert(scenario)
    .values(row)
    .onConflictDoNothing({ target: scenario.id })
    .returning({ id: scenario.id })
  return inserted.length === 1
}

/** Writes content at the revision the page showed, and which page it was; false means that the page is stale. */
export async function setScenarioContent(
  tx: Tx,
  {
    id,
    rev,
    row,
    editKey,
  }: { id: ScenarioId; rev: number; row: Partial<NewScenario>; editKey: string | null },
): Promise<boolean> {
  const updated = await tx
    .update(scenario)
    .set({ ...row, editKey, rev: sql`${scenario.rev} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(scenario.id, id), eq(scenario.rev, rev), inArray(scenario.status, ['draft', 'returned'])))
    .returning({ id: scenario.id })
  return updated.length === 1
}

export async function patchScenario(tx: Tx, id: ScenarioId, row: Partial<NewScenario>): Promise<void> {
  await tx.update(scenario).set(row).where(eq(scenario.id, id))
}

export interface ScenarioFilter {
  domain?: string
  district?: string
  /** Only open calls, or only reported public cases. */
  kind?: 'open' | 'report'
}

function publicWhere({ domain, district, kind }: ScenarioFilter): SQL | undefined {
  return and(
    inArray(scenario.status, [...publicScenarioStatuses]),
    domain ? eq(scenario.domain, domain) : undefined,
    district ? eq(scenario.district, district) : undefined,
    kind === 'report' ? eq(scenario.source, 'report') : undefined,
    kind === 'open' ? and(eq(scenario.status, 'published'), sql`${scenario.source} <> 'report'`) : undefined,
  )
}

/** Public scenarios: open calls before reported cases, the newest first. */
export function listPublicScenarios(
  db: DbOrTx,
  { filter, offset, limit }: { filter: ScenarioFilter; offset: number; limit: number },
): Promise<ScenarioRecord[]> {
  return records(db)
    .where(publicWhere(filter))
    .orderBy(sql`(${scenario.source} = 'report')`, desc(scenario.publishedAt), scenario.id)
    .offset(offset)
    .limit(limit)
}

/** How many public scenarios share these values. */
export interface ScenarioTally {
  domain: string | null
  district: string | null
  kind: 'open' | 'report' | null
  count: number
}

/** Public scenarios counted by everything their list filters by: one small table for totals and facets. */
export function tallyPublicScenarios(db: DbOrTx): Promise<ScenarioTally[]> {
  const kind = sql<ScenarioTally['kind']>`case
    when ${scenario.source} = 'report' then 'report'
    when ${scenario.status} = 'published' then 'open' end`
  return db
    .select({ domain: scenario.domain, district: scenario.district, kind, count: count() })
    .from(scenario)
    .where(publicWhere({}))
    .groupBy(scenario.domain, scenario.district, sql`3`)
}

export function listScenariosByIds(db: DbOrTx, ids: ScenarioId[]): Promise<ScenarioRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db).where(
    and(inArray(scenario.id, ids), inArray(scenario.status, [...publicScenarioStatuses])),
  )
}

/** All scenarios of these organisations, the last touched first. */
export function listScenariosOf(
  db: DbOrTx,
  organizationIds: readonly OrganizationId[],
): Promise<ScenarioRecord[]> {
  if (organizationIds.length === 0) return Promise.resolve([])
  return records(db)
    .where(inArray(scenario.organizationId, [...organizationIds]))
    .orderBy(desc(scenario.updatedAt))
}

export function listScenariosInStatus(
  db: DbOrTx,
  statuses: ScenarioRow['status'][],
): Promise<ScenarioRecord[]> {
  return records(db).where(inArray(scenario.status, statuses)).orderBy(scenario.updatedAt)
}

/** Titles of the newest public scenarios, those of the platform before reported cases, for choosing one. */
export function listPublicScenarioTitles(
  db: DbOrTx,
  limit: number,
): Promise<{ id: ScenarioId; title: string }[]> {
  return db
    .select({ id: scenario.id, title: scenario.title })
    .from(scenario)
    .where(inArray(scenario.status, [...publicScenarioStatuses]))
    .orderBy(sql`(${scenario.source} = 'report')`, desc(scenario.publishedAt), scenario.id)
    .limit(limit)
}

/** The scenarios that took their site from this profile; they are of its own organisation, by whose index they are found. */
export function listScenariosOn(
  db: DbOrTx,
  { id, organizationId }: { id: SiteId; organizationId: OrganizationId },
): Promise<ScenarioRow[]> {
  return db
    .select()
    .from(scenario)
    .where(and(eq(scenario.organizationId, organizationId), sql`${scenario.content} ->> 'siteId' = ${id}`))
    .limit(500)
}
