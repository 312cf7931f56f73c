import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { certificateKindIds, deploymentStageIds, useAnswerIds } from '../../app/domain/products/vocabulary.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { AccountId, FileId, OrganizationId, ProductId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant } from './columns.ts'
import { attachment } from './files.ts'
import { organization } from './organizations.ts'
import { product } from './products.ts'

const kept = {
  productId: text('product_id')
    .$type<ProductId>()
    .notNull()
    .references(() => product.id),
  addedBy: text('added_by')
    .$type<AccountId>()
    .references(() => account.id),
  addedAt: instant('added_at').notNull(),
  removedAt: instant('removed_at'),
  removedBy: text('removed_by')
    .$type<AccountId>()
    .references(() => account.id),
}

/** 产品证书: never changed; a renewal is one more row, and what is removed stays on file. */
export const productCertificate = pgTable(
  'product_certificate',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: certificateKindIds }).notNull(),
    number: text('number').notNull(),
    issuer: text('issuer').notNull(),
    /** 适用范围: models, tests or uses that it covers. */
    scope: text('scope'),
    issuedOn: text('issued_on').$type<Day>().notNull(),
    /** The last day it holds; null is without end. */
    validUntil: text('valid_until').$type<Day>(),
    attachmentId: text('attachment_id')
      .$type<FileId>()
      .references(() => attachment.id),
    /** How many days ahead its firm was last told that it runs out. */
    remindedDays: integer('reminded_days'),
    ...kept,
  },
  t => [
    index('product_certificate_product_idx').on(t.productId),
    index('product_certificate_ending_idx').on(t.validUntil).where(sql`removed_at is null`),
    check('product_certificate_order_check', sql`valid_until is null or valid_until >= issued_on`),
  ],
)

/** 应用案例: what the firm declares of earlier deployments; never changed, and what is removed stays on file. */
export const productDeployment = pgTable(
  'product_deployment',
  {
    id: text('id').primaryKey(),
    /** The user by name, or what kind of place it is where the user wants no name; null is not disclosed. */
    place: text('place'),
    isAnonymous: boolean('is_anonymous').notNull(),
    region: text('region'),
    since: text('since').$type<Day>(),
    /** 台（套）; null is not disclosed. */
    units: integer('units'),
    task: text('task').notNull(),
    /** Null is not disclosed: whether it was ever more than ordered is then not known either. */
    stage: text('stage', { enum: deploymentStageIds }),
    evidenceUrl: text('evidence_url'),
    evidenceNote: text('evidence_note'),
    inUse: text('in_use', { enum: useAnswerIds }).notNull(),
    ...kept,
    /** Null where nobody says which product of the firm it was; the case is the firm's own then. */
    productId: text('product_id')
      .$type<ProductId>()
      .references(() => product.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .references(() => organization.id),
  },
  t => [
    index('product_deployment_product_idx').on(t.productId),
    index('product_deployment_organization_idx').on(t.organizationId).where(sql`organization_id is not null`),
    check('product_deployment_owner_check', sql`num_nonnulls(product_id, organization_id) = 1`),
    check('product_deployment_units_check', sql`units > 0`),
  ],
)
