import { index as btree, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AlertFact } from '../../app/domain/saved-searches/change.ts'
import type { FitReason } from '../../app/domain/saved-searches/fit.ts'
import { savedSearchStatuses, searchRhythms } from '../../app/domain/saved-searches/kept.ts'
import type { IndexName } from '../../app/domain/searching/address.ts'
import type { AccountId, SavedSearchId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { notification } from './records.ts'

/** 保存的搜索: one person's own; nobody else reads it, and it goes with the account. */
export const savedSearch = pgTable(
  'saved_search',
  {
    id: text('id').$type<SavedSearchId>().primaryKey(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The canonical address without its page, and its SHA-256, for it is longer than an index may be wide. */
    search: text('search').notNull(),
    digest: text('digest').notNull(),
    index: text('index').$type<IndexName>().notNull(),
    rhythm: text('rhythm', { enum: searchRhythms }).notNull(),
    status: text('status', { enum: savedSearchStatuses }).notNull().default('active'),
    /** How many it found when its owner last looked, and when that was. */
    hits: integer('hits').notNull(),
    lookedAt: instant('looked_at').notNull(),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('saved_search_once_key').on(t.accountId, t.digest),
    btree('saved_search_index_idx').on(t.index, t.digest),
  ],
)

/** What a saved search has been told: an object and what was new about it, once. */
export const searchAlert = pgTable(
  'search_alert',
  {
    id: text('id').primaryKey(),
    savedSearchId: text('saved_search_id')
      .$type<SavedSearchId>()
      .notNull()
      .references(() => savedSearch.id, { onDelete: 'cascade' }),
    index: text('index').$type<IndexName>().notNull(),
    objectId: text('object_id').notNull(),
    fact: text('fact').$type<AlertFact>().notNull(),
    reasons: jsonb('reasons').$type<FitReason[]>().notNull(),
    notificationId: text('notification_id')
      .notNull()
      .references(() => notification.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  t => [
    uniqueIndex('search_alert_once_key').on(t.savedSearchId, t.objectId, t.fact),
    btree('search_alert_object_idx').on(t.objectId),
    btree('search_alert_at_idx').on(t.savedSearchId, t.at.desc()),
    uniqueIndex('search_alert_notification_key').on(t.notificationId),
  ],
)
