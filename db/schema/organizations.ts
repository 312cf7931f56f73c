import { sql } from 'drizzle-orm'
import { bigserial, check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AccountId, DepartmentId, InvitationId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { Capability, Duty } from '../../app/domain/vocabulary.ts'
import {
  capabilityIds,
  documentKindIds,
  memberRoleIds,
  officerRoleIds,
  organizationStatuses,
  organizationTypeIds,
  relationKindIds,
  sourceIds,
} from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'

/** 单位. `uscc` is null only for reported public cases, whose organisations are not users of the platform. */
export const organization = pgTable(
  'organization',
  {
    id: text('id').$type<OrganizationId>().primaryKey(),
    status: text('status', { enum: organizationStatuses }).notNull().default('registered'),
    uscc: text('uscc'),
    name: text('name').notNull(),
    nameEn: text('name_en'),
    district: text('district'),
    region: text('region'),
    source: text('source', { enum: sourceIds }).notNull(),
    type: text('type', { enum: organizationTypeIds }),
    /** GB/T 4754 大类, such as Q84. */
    industry: text('industry'),
    legalRepresentative: text('legal_representative'),
    /** Why a code that does not fit its check digit is to be believed; an officer looks at it. */
    usccNote: text('uscc_note'),
    /** The capabilities that were verified; `capabilityRequest` says by whom and why. */
    capabilities: text('capabilities').array().$type<Capability[]>().notNull().default(sql`'{}'::text[]`),
    ...lifecycleColumns,
  },
  t => [uniqueIndex('organization_uscc_key').on(t.uscc), index('organization_name_idx').on(t.name)],
)

/** 部门: what its people do of the chain from draft to signature. */
export const department = pgTable(
  'department',
  {
    id: text('id').$type<DepartmentId>().primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    name: text('name').notNull(),
    duties: text('duties').array().$type<Duty[]>().notNull(),
  },
  t => [uniqueIndex('department_name_key').on(t.organizationId, t.name)],
)

export const membership = pgTable(
  'membership',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    role: text('role', { enum: memberRoleIds }).notNull(),
    /** Null: no department, so the role alone says what the person may do. */
    departmentId: text('department_id')
      .$type<DepartmentId>()
      .references(() => department.id, { onDelete: 'set null' }),
    since: instant('since').notNull().defaultNow(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.organizationId] }),
    index('membership_organization_idx').on(t.organizationId),
  ],
)

/** 核验申请, one row per capability and asking: who handled it, who decided, why. */
export const capabilityRequest = pgTable(
  'capability_request',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    capability: text('capability', { enum: capabilityIds }).notNull(),
    status: text('status', { enum: ['asked', 'endorsed', 'granted', 'refused', 'revoked'] }).notNull(),
    askedBy: text('asked_by').$type<AccountId>(),
    askedAt: instant('asked_at').notNull().defaultNow(),
    /** The first officer, where two are needed. */
    endorsedBy: text('endorsed_by').$type<AccountId>(),
    decidedBy: text('decided_by').$type<AccountId>(),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
  },
  t => [
    uniqueIndex('capability_request_open_key')
      .on(t.organizationId, t.capability)
      .where(sql`status in ('asked', 'endorsed')`),
    index('capability_request_organization_idx').on(t.organizationId, t.id),
    check(
      'capability_request_two_officers',
      sql`endorsed_by is null or endorsed_by is distinct from decided_by`,
    ),
  ],
)

/** 证照: what it is, its number and until when it holds; null means without end. */
export const organizationDocument = pgTable(
  'organization_document',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    kind: text('kind', { enum: documentKindIds }).notNull(),
    number: text('number').notNull(),
    issuer: text('issuer').notNull(),
    validUntil: text('valid_until'),
    addedBy: text('added_by').$type<AccountId>(),
    addedAt: instant('added_at').notNull().defaultNow(),
    remindedAt: instant('reminded_at'),
  },
  t => [index('organization_document_idx').on(t.organizationId)],
)

/** 认领: somebody says that an organisation which is here already is theirs. */
export const organizationClaim = pgTable(
  'organization_claim',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    statement: text('statement').notNull(),
    status: text('status', { enum: ['asked', 'approved', 'refused'] })
      .notNull()
      .default('asked'),
    decidedBy: text('decided_by').$type<AccountId>(),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [
    uniqueIndex('organization_claim_open_key').on(t.organizationId, t.accountId).where(sql`status = 'asked'`),
  ],
)

/** 关联单位: a pair, smaller id first; whoever is linked to a demand side is not chosen by it. */
export const organizationRelation = pgTable(
  'organization_relation',
  {
    a: text('a')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    b: text('b')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    kind: text('kind', { enum: relationKindIds }).notNull(),
    declaredBy: text('declared_by').$type<AccountId>(),
    declaredAt: instant('declared_at').notNull().defaultNow(),
  },
  t => [
    primaryKey({ columns: [t.a, t.b, t.kind] }),
    check('organization_relation_order', sql`a < b`),
    index('organization_relation_b_idx').on(t.b),
  ],
)

/** 邀请: into an organisation with a role, or into an office of the bureau; `tokenHash` is all that is stored of the link. */
export const invitation = pgTable(
  'invitation',
  {
    id: text('id').$type<InvitationId>().primaryKey(),
    email: text('email').notNull(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .references(() => organization.id),
    role: text('role', { enum: memberRoleIds }),
    departmentId: text('department_id')
      .$type<DepartmentId>()
      .references(() => department.id, { onDelete: 'set null' }),
    officeRole: text('office_role', { enum: officerRoleIds }),
    district: text('district'),
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').$type<AccountId>(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: text('accepted_by').$type<AccountId>(),
    revokedAt: instant('revoked_at'),
  },
  t => [
    uniqueIndex('invitation_token_key').on(t.tokenHash),
    index('invitation_organization_idx').on(t.organizationId),
    check(
      'invitation_one_place',
      sql`(organization_id is null) = (role is null) and (organization_id is null) <> (office_role is null)`,
    ),
  ],
)
