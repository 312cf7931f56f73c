import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { FileId, ProductId, SolutionId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  attachment,
  product,
  productCertificate,
  productDeployment,
  productVersion,
} from '../schema/index.ts'
import type { AcceptedPilot } from './product-evidence.ts'
import type { ProductVersionRow } from './products.ts'

export type CertificateRow = typeof productCertificate.$inferSelect
export type DeploymentRow = typeof productDeployment.$inferSelect
type Kept = 'productId' | 'organizationId' | 'addedBy' | 'addedAt' | 'removedAt' | 'removedBy'

/** What stands beside a product's versions. */
export interface ProductRecords {
  certificates: Omit<CertificateRow, Kept | 'remindedDays'>[]
  deployments: Omit<DeploymentRow, Kept>[]
  pilots: AcceptedPilot[]
  /** The newest five public solutions that it is part of. */
  partOf: PartOfRow[]
}

/** A public solution with a product in it. */
export interface PartOfRow {
  id: SolutionId
  name: string
  organization: string
}

const listed = (rows: SQL) => sql`coalesce((${rows}), '[]'::json)`

/** One value that depends on nothing but the product, so that it comes along with the versions in one statement. */
const recordsOf = (id: ProductId) => sql<ProductRecords>`(select json_build_object(
  'certificates', ${listed(sql`select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'number', c.number,
      'issuer', c.issuer, 'scope', c.scope, 'issuedOn', c.issued_on, 'validUntil', c.valid_until,
      'attachmentId', c.attachment_id) order by c.valid_until desc nulls first, c.id)
    from product_certificate c where c.product_id = ${id} and c.removed_at is null`)},
  'deployments', ${listed(sql`select json_agg(json_build_object('id', d.id, 'place', d.place,
      'isAnonymous', d.is_anonymous, 'region', d.region, 'since', d.since, 'units', d.units, 'task', d.task,
      'stage', d.stage, 'evidenceUrl', d.evidence_url, 'evidenceNote', d.evidence_note, 'inUse', d.in_use)
      order by d.since desc nulls last, d.id)
    from product_deployment d where d.product_id = ${id} and d.removed_at is null`)},
  'partOf', ${listed(sql`select json_agg(json_build_object('id', u.id, 'name', u.name,
      'organization', u.organization) order by u.nth)
    from (
      select s.id, v.name, o.name as organization, row_number() over (order by s.published_at desc, s.id) as nth
      from solution s
        join solution_part p on p.version_id = s.published_version_id
        join solution_version v on v.id = s.published_version_id
        join organization o on o.id = s.organization_id
      where p.product_id = ${id} and s.status <> 'withdrawn'
      order by nth limit 5) u`)},
  'pilots', ${listed(sql`select json_agg(json_build_object('id', p.id, 'number', p.number, 'district', p.district,
      'acceptedAt', p.accepted_at, 'units', (select count(*) from pilot_unit u where u.pilot_id = p.id),
      'entry', case when e.id is null then null
        else json_build_object('id', e.id, 'number', e.number, 'title', e.title) end) order by p.accepted_at, p.id)
    from pilot p join product_version v on v.id = p.product_version_id
    left join catalog_entry e on e.pilot_id = p.id and e.status in ('published', 'amended')
    where v.product_id = ${id} and p.status = 'accepted'`)}
))`

/** All versions of a product, the newest first, with its certificates, deployments, solutions and accepted pilots. */
export async function versionsAndRecords(
  db: DbOrTx,
  id: ProductId,
): Promise<{ versions: ProductVersionRow[]; records: ProductRecords }> {
  const rows = await db
    .select({ version: productVersion, records: recordsOf(id) })
    .from(productVersion)
    .where(eq(productVersion.productId, id))
    .orderBy(desc(productVersion.version))
  const { certificates = [], deployments = [], pilots = [], partOf = [] } = rows[0]?.records ?? {}
  return {
    versions: rows.map(row => row.version),
    records: {
      certificates,
      deployments,
      partOf,
      pilots: pilots.map(each => ({ ...each, acceptedAt: each.acceptedAt && new Date(each.acceptedAt) })),
    },
  }
}

/** Inserts the certificate of one form once. */
export async function insertCertificate(
  tx: Tx,
  row: typeof productCertificate.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(productCertificate)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: productCertificate.id })
  return rows.length === 1
}

/** Inserts the deployment of one form once. */
export async function insertDeployment(tx: Tx, row: typeof productDeployment.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(productDeployment)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: productDeployment.id })
  return rows.length === 1
}

type Removal = Pick<CertificateRow, 'removedAt' | 'removedBy'>
interface Place {
  id: string
  productId: ProductId
}

/** Takes a certificate off the product; null when it is not there any more. */
export async function removeCertificateRow(
  tx: Tx,
  { id, productId }: Place,
  removal: Removal,
): Promise<CertificateRow | null> {
  const [row] = await tx
    .update(productCertificate)
    .set(removal)
    .where(
      and(
        eq(productCertificate.id, id),
        eq(productCertificate.productId, productId),
        isNull(productCertificate.removedAt),
      ),
    )
    .returning()
  return row ?? null
}

/** Takes a declared deployment off the product; null when it is not there any more. */
export async function removeDeploymentRow(
  tx: Tx,
  { id, productId }: Place,
  removal: Removal,
): Promise<DeploymentRow | null> {
  const [row] = await tx
    .update(productDeployment)
    .set(removal)
    .where(
      and(
        eq(productDeployment.id, id),
        eq(productDeployment.productId, productId),
        isNull(productDeployment.removedAt),
      ),
    )
    .returning()
  return row ?? null
}

/** Whether the file is one of the product's own and still there. */
export async function isOwnFile(db: DbOrTx, id: FileId, productId: ProductId): Promise<boolean> {
  const rows = await db
    .select({ id: attachment.id })
    .from(attachment)
    .where(
      and(
        eq(attachment.id, id),
        eq(attachment.noun, 'product'),
        eq(attachment.objectId, productId),
        isNull(attachment.removedAt),
      ),
    )
  return rows.length === 1
}

/** Certificates that run out within so many days and that no later one of the kind follows; locked. */
export function lockEndingCertificates(tx: Tx, days: number) {
  const today = sql`(now() at time zone 'Asia/Shanghai')::date`
  const later = sql`exists (select 1 from product_certificate other
    where other.product_id = ${productCertificate.productId} and other.kind = ${productCertificate.kind}
      and other.removed_at is null and other.id <> ${productCertificate.id}
      and (other.valid_until is null or other.valid_until > ${productCertificate.validUntil}))`
  return tx
    .select({ certificate: productCertificate, product, title: productVersion.name })
    .from(productCertificate)
    .innerJoin(product, eq(product.id, productCertificate.productId))
    .innerJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(
      and(
        isNull(productCertificate.removedAt),
        ne(product.status, 'withdrawn'),
        sql`${productCertificate.validUntil} between ${today}::text and (${today} + ${days}::int)::text`,
        sql`not ${later}`,
      ),
    )
    .for('update', { of: productCertificate, skipLocked: true })
}

export async function setCertificateReminded(tx: Tx, id: string, remindedDays: number): Promise<void> {
  await tx.update(productCertificate).set({ remindedDays }).where(eq(productCertificate.id, id))
}
