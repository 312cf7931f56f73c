import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { type Cells, importNouns } from '../../app/domain/imports/column.ts'
import type { CellError } from '../../app/domain/imports/judge.ts'
import {
  type Duplicate,
  importFormats,
  importRowStatuses,
  importStatuses,
  submissionRunStatuses,
  submissionStatuses,
} from '../../app/domain/imports/states.ts'
import type { AccountId, OrganizationId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant } from './columns.ts'
import { organization } from './organizations.ts'

/** 批量导入: a file of drafts; its rows are kept, so that nothing has to be sent again. */
export const importJob = pgTable(
  'import_job',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    noun: text('noun', { enum: importNouns }).notNull(),
    format: text('format', { enum: importFormats }).notNull(),
    fileName: text('file_name').notNull(),
    status: text('status', { enum: importStatuses }).notNull(),
    /** Headers that nothing is known about, headers that stand twice, lines of lists that belong to no row. */
    notes: jsonb('notes').$type<{ unknown: string[]; repeated: string[]; orphans: string[] }>().notNull(),
    createdBy: text('created_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** Who started the run that goes on; the drafts are theirs. */
    startedBy: text('started_by').$type<AccountId>(),
    /** 一并提交 of its drafts, and who asked for it. */
    submissionStatus: text('submission_status', { enum: submissionRunStatuses }),
    submittedBy: text('submitted_by').$type<AccountId>(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  t => [index('import_job_organization_idx').on(t.organizationId, t.createdAt.desc())],
)

/** One row of the file, as its cells were read; `object_id` is the draft that it becomes, known before it is one. */
export const importRow = pgTable(
  'import_row',
  {
    jobId: text('job_id')
      .notNull()
      .references(() => importJob.id),
    line: integer('line').notNull(),
    cells: jsonb('cells').$type<Cells>().notNull(),
    problems: jsonb('problems').$type<Record<string, string>>().notNull(),
    errors: jsonb('errors').$type<CellError[]>().notNull(),
    missing: integer('missing').notNull(),
    duplicate: jsonb('duplicate').$type<Duplicate>(),
    status: text('status', { enum: importRowStatuses }).notNull(),
    objectId: text('object_id').notNull().unique(),
    reason: text('reason'),
    submission: text('submission', { enum: submissionStatuses }),
    /** The revision of the draft that was chosen; another one is not submitted. */
    submissionRev: integer('submission_rev'),
    /** Why it was not submitted. */
    submissionReason: text('submission_reason'),
  },
  t => [primaryKey({ columns: [t.jobId, t.line] }), index('import_row_status_idx').on(t.jobId, t.status)],
)
