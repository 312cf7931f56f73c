import { z } from 'zod'
import { chainState } from '#db/queries/audit-content.ts'
import type { AuditLine } from '#db/queries/audit-log.ts'
import { listAuditLog, objectsCalled, organizationsCalled, peopleCalled } from '#db/queries/audit-log.ts'
import { lateJobs } from '#db/queries/jobs.ts'
import { auditNouns, auditNounsOf, canReadAudit, seesWholeAudit } from '#domain/audit/policy.ts'
import { addDays, instantAt, isDay } from '#domain/shared/dates.ts'
import { choice, optional } from '#domain/shared/fields.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { recordAccess } from './access.ts'

const pageSize = 50
const words = z.string().trim().max(120).catch('')
const dayField = z.string().refine(isDay).optional().catch(undefined)

/** The page's address; a value that is none counts as not given. */
export const AuditQuery = z.object({
  organization: words,
  person: words,
  object: words,
  kind: optional(choice(auditNouns)).catch(undefined),
  deed: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .optional()
    .catch(undefined),
  from: dayField,
  to: dayField,
  before: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export interface AuditPage {
  rows: AuditRowView[]
  /** The number below which the next page begins. */
  next: number | null
  query: AuditQuery
  kinds: readonly (typeof auditNouns)[number][]
  chain: { seq: number; sealedSeq: number | null; sealedAt: Date | null }
  /** 未完成的后台任务: for the auditor only. */
  late: string[] | null
}

export type AuditRowView = ReturnType<typeof viewOf>

/** 审计日志: newest first. What a person did is looked up on record. */
export async function searchAudit(ctx: Context, input: unknown): Promise<AuditPage> {
  permit(canReadAudit(ctx.actor))
  const query = AuditQuery.parse(input)
  const terms = await termsOf(ctx, query)
  const mine = auditNounsOf(ctx.actor)
  const nouns = mine.filter(noun =>
    query.kind ? noun === query.kind : noun !== 'access' || terms.people !== null,
  )
  const drafts = seesWholeAudit(ctx.actor)
  const filter = { ...terms, ...spanOf(query), nouns: nouns.length > 0 ? nouns : ['none'], drafts }
  const [rows, chain, late] = await Promise.all([
    listAuditLog(ctx.db, { ...filter, deed: query.deed, before: query.before }, { limit: pageSize + 1 }),
    chainState(ctx.db),
    drafts ? lateJobs(ctx.db) : null,
  ])
  const page = rows.slice(0, pageSize)
  const next = rows.length > pageSize ? (page.at(-1)?.seq ?? null) : null
  return { rows: page.map(viewOf), next, query, kinds: mine, chain, late }
}

/** The words that were typed, as ids. Looking for a person is an access to their data, whoever is found. */
async function termsOf(ctx: Context, { organization, person, object }: AuditQuery) {
  const [organizations, people, objects] = await Promise.all([
    organization ? organizationsCalled(ctx.db, organization) : null,
    person ? peopleCalled(ctx.db, person) : null,
    object ? objectsCalled(ctx.db, object) : null,
  ])
  if (people && people.length > 0)
    await inTransaction(ctx, async tx => {
      for (const of of people) await recordAccess(tx, ctx, { of, deed: 'searchPerson' })
    })
  return { organizations, people, objects }
}

function spanOf({ from, to }: AuditQuery): { from?: Date; until?: Date } {
  return {
    ...(isDay(from) && { from: instantAt(from) }),
    ...(isDay(to) && { until: instantAt(addDays(to, 1)) }),
  }
}

export function viewOf(line: AuditLine) {
  const { seq, at, shownName: by, noun, objectId, deed, fromStatus, toStatus, reason, ruleVersion } = line
  const { hash, number, title } = line
  return { seq, at, by, noun, objectId, deed, fromStatus, toStatus, reason, ruleVersion, hash, number, title }
}
