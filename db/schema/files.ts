import { sql } from 'drizzle-orm'
import { bigint, boolean, check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import {
  fileKindIds,
  filePurposeIds,
  holderNouns,
  scanStates,
  textStates,
} from '../../app/domain/files/file.ts'
import type { AccountId, FileId, OrganizationId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant } from './columns.ts'
import { organization } from './organizations.ts'

/** 附件. The bytes lie in the file store under `storeKey`, a name of our own that says nothing. */
export const attachment = pgTable(
  'attachment',
  {
    id: text('id').$type<FileId>().primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    noun: text('noun', { enum: holderNouns }).notNull(),
    objectId: text('object_id').notNull(),
    purpose: text('purpose', { enum: filePurposeIds }).notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: fileKindIds }).notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Of the bytes as they are kept; pictures are kept without what the camera wrote into them. */
    sha256: text('sha256').notNull(),
    storeKey: text('store_key').notNull().unique(),
    thumbnailKey: text('thumbnail_key').unique(),
    width: integer('width'),
    height: integer('height'),
    scan: text('scan', { enum: scanStates }).notNull(),
    scannedAt: instant('scanned_at'),
    /** What the scanner called it. */
    threat: text('threat'),
    textState: text('text_state', { enum: textStates }).notNull(),
    createdBy: text('created_by')
      .$type<AccountId>()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').$type<AccountId>(),
    /** The bytes are gone; the row says what was there. */
    purgedAt: instant('purged_at'),
    /** The form of an addendum that brought it; until that is published, nobody outside the organisation knows of it. */
    addendumKey: text('addendum_key'),
    /** The file in whose place it is meant to stand. */
    replaces: text('replaces').$type<FileId>(),
    /** The number of the 补充公告 that made it public, and of the one that withdrew it. */
    addedIn: integer('added_in'),
    withdrawnIn: integer('withdrawn_in'),
  },
  t => [
    index('attachment_object_idx').on(t.noun, t.objectId, t.createdAt),
    index('attachment_organization_idx').on(t.organizationId),
    index('attachment_removed_idx').on(t.removedAt).where(sql`removed_at is not null and purged_at is null`),
    index('attachment_waiting_idx').on(t.objectId).where(sql`addendum_key is not null and added_in is null`),
    check('attachment_bytes_check', sql`bytes > 0`),
    check(
      'attachment_addendum_check',
      sql`(addendum_key is null or noun = 'scenario') and (added_in is null or addendum_key is not null)
        and (withdrawn_in is null or (noun = 'scenario' and withdrawn_in > coalesce(added_in, 0)))`,
    ),
  ],
)

/** The text of an attachment for search: `pages[n]` is where page n + 1 begins, in UTF-16 units of `text`. */
export const attachmentText = pgTable('attachment_text', {
  attachmentId: text('attachment_id')
    .$type<FileId>()
    .primaryKey()
    .references(() => attachment.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  pages: integer('pages').array().notNull(),
  /** Whether a bound of time, pages or length cut it short. */
  cut: boolean('cut').notNull().default(false),
})

/** Bytes taken from an organisation on a Beijing day: a counter, so that the limit never sums over history. */
export const attachmentDay = pgTable(
  'attachment_day',
  {
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    day: date('day', { mode: 'string' }).notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
  },
  t => [
    primaryKey({ columns: [t.organizationId, t.day] }),
    check('attachment_day_check', sql`bytes >= 0 and bytes <= 104857600`),
  ],
)
