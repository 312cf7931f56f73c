import { and, between, type Column, count, eq, ne, notExists, or, sql } from 'drizzle-orm'
import type { ExposureTally } from '../../app/domain/matching/exposure.ts'
import { unnamedInReports } from '../../app/domain/organizations/firm-page.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { organization, product, productVersion, shownDay } from '../schema/index.ts'
import { among, type Span } from './exposure.ts'
import { isPublicProduct } from './products.ts'

/** Organisations with a public product: those of the platform, or those that reports name as well. */
export type FirmKind = 'platform' | 'all'

const firmsOf = (db: DbOrTx, kind: FirmKind) =>
  db
    .select({ id: product.organizationId, products: count().as('products') })
    .from(product)
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .where(
      and(
        isPublicProduct,
        kind === 'platform'
          ? ne(organization.source, 'report')
          : or(ne(organization.source, 'report'), ne(organization.name, unnamedInReports.supply)),
      ),
    )
    .groupBy(product.organizationId)
    .as('firm')

const inSpan = ({ from, to }: Span) => between(shownDay.day, from, to)
const total = (column: Column) => sql<number>`coalesce(sum(${column}), 0)::int`

const showings = (db: DbOrTx, span: Span) =>
  db
    .select({
      id: shownDay.organizationId,
      shown: total(shownDay.shown).as('shown'),
      position: sql<number>`sum(${shownDay.places})::float8 / sum(${shownDay.shown})`.as('mean_position'),
      newcomers: total(shownDay.newcomers).as('newcomers'),
    })
    .from(shownDay)
    .where(inSpan(span))
    .groupBy(shownDay.organizationId)
    .as('showing')

/** How many firms were shown how often. */
export function exposureTallies(db: DbOrTx, span: Span, kind: FirmKind): Promise<ExposureTally[]> {
  const [firm, showing] = [firmsOf(db, kind), showings(db, span)]
  const shown = sql<number>`coalesce(${showing.shown}, 0)::int`
  return db
    .select({ shown, firms: count() })
    .from(firm)
    .leftJoin(showing, eq(showing.id, firm.id))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
}

export interface FirmExposure {
  id: OrganizationId
  name: string
  source: string
  /** Its public products. */
  products: number
  shown: number
  /** Null while it was not shown. */
  position: number | null
  newcomers: number
}

/** Every firm with a public product, the most shown first. */
export function firmExposures(db: DbOrTx, span: Span, kind: FirmKind): Promise<FirmExposure[]> {
  const [firm, showing] = [firmsOf(db, kind), showings(db, span)]
  return db
    .select({
      id: firm.id,
      name: organization.name,
      source: organization.source,
      products: firm.products,
      shown: sql<number>`coalesce(${showing.shown}, 0)::int`,
      position: showing.position,
      newcomers: sql<number>`coalesce(${showing.newcomers}, 0)::int`,
    })
    .from(firm)
    .innerJoin(organization, eq(organization.id, firm.id))
    .leftJoin(showing, eq(showing.id, firm.id))
    .orderBy(sql`coalesce(${showing.shown}, 0) desc`, firm.id)
}

export interface OrderEffects {
  /** Showings among the first ten, all firms. */
  shown: number
  /** Places given to a new listing, and to how many firms. */
  newcomers: number
  newcomerFirms: number
  /** Places that a firm has only because another was held to two. */
  opened: number
  openedFirms: number
  /** Places lower by one for another kind of robot. */
  family: number
  /** The first day of which anything is kept. */
  since: Day | null
}

/** What the rules of the order have done in these days. */
export async function orderEffects(db: DbOrTx, span: Span): Promise<OrderEffects> {
  const firmsWith = (column: Column) =>
    sql<number>`count(distinct ${shownDay.organizationId}) filter (where ${column} > 0)::int`
  const [[row], [first]] = await Promise.all([
    db
      .select({
        shown: total(shownDay.shown),
        newcomers: total(shownDay.newcomers),
        newcomerFirms: firmsWith(shownDay.newcomers),
        opened: total(shownDay.opened),
        openedFirms: firmsWith(shownDay.opened),
        family: total(shownDay.family),
      })
      .from(shownDay)
      .where(inSpan(span)),
    db.select({ since: sql<Day | null>`min(${shownDay.day})::text` }).from(shownDay),
  ])
  if (!row) throw new Error('an aggregate has one row')
  return { ...row, since: first?.since ?? null }
}

export interface UnseenFirm {
  id: OrganizationId
  name: string
  products: number
}

/** Firms of the platform that have a public product and of which none was shown, by name. */
export async function unseenFirms(
  db: DbOrTx,
  span: Span,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: UnseenFirm[]; total: number }> {
  const firm = firmsOf(db, 'platform')
  const shown = db
    .select({ one: sql`1` })
    .from(shownDay)
    .where(and(eq(shownDay.organizationId, firm.id), inSpan(span)))
  const rows = await db
    .select({
      id: firm.id,
      name: organization.name,
      products: firm.products,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(firm)
    .innerJoin(organization, eq(organization.id, firm.id))
    .where(and(ne(organization.status, 'suspended'), notExists(shown)))
    .orderBy(organization.name, firm.id)
    .limit(limit)
    .offset(offset)
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
  }
}

/** The public products of these firms, as much of each as decides whether it fits. */
export function fitProductsOf(db: DbOrTx, ids: readonly OrganizationId[]) {
  type Content = (typeof productVersion.$inferSelect)['content']
  return db
    .select({
      id: product.id,
      firm: product.organizationId,
      category: sql<Content['category'] | null>`${productVersion.content}->>'category'`,
      tasks: sql<Content['tasks'] | null>`${productVersion.content}->'tasks'`,
      specs: sql<Content['specs'] | null>`${productVersion.content}->'specs'`,
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(and(isPublicProduct, among(product.organizationId, ids)))
    .orderBy(product.id)
}
