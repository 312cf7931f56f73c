import type { EntryRecord } from '#db/queries/catalog.ts'
import { entryFile } from '#db/queries/entry-file.ts'
import { listPilotMetrics, listPilotReports } from '#db/queries/pilots.ts'
import type { EntryContent } from '#domain/catalog/entry.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { isNoticeOver } from '#domain/catalog/notice.ts'
import {
  canApproveEntry,
  canAssignExperts,
  canHandleEntry,
  canObject,
  canScoreEntry,
  canSettle,
  readsEntryFile,
} from '#domain/catalog/policy.ts'
import { meanOf, totalOf } from '#domain/catalog/review.ts'
import { firmPageOf } from '#domain/organizations/firm-page.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { metricState } from '#domain/pilots/acceptance.ts'
import { canSeePilot } from '#domain/pilots/policy.ts'
import { canRecommendEntry } from '#domain/recommendations/policy.ts'
import { canRecuse } from '#domain/recusals/policy.ts'
import { dayOf, isDay } from '#domain/shared/dates.ts'
import type { EntryId, OrganizationId, PilotId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, no, ok } from '#domain/shared/verdict.ts'
import type { DomainId, Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { factsOf as pilotFacts } from '../pilots/load.ts'
import type { PilotMetricView } from '../pilots/show.ts'
import type { RecommendationView } from '../recommendations/read.ts'
import { onceFor, opinionsIn } from '../recommendations/read.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadEntry } from './load.ts'

export interface EntryView {
  id: EntryId
  number: string | null
  status: EntryStatus
  rev: number
  title: string
  domain: DomainId
  content: EntryContent
  demand: string
  supply: string
  /** The ids of their public pages, null where they have none. */
  firms: { demand: OrganizationId | null; supply: OrganizationId | null }
  source: Source
  district: string
  product: { id: string; name: string; version: number }
  scenarioId: string
  pilot: { id: PilotId; number: string | null; acceptedAt: Date | null }
  noticeFrom: string | null
  noticeTo: string | null
  publishedAt: Date | null
}

export type EntryAct =
  | 'accept'
  | 'passFormal'
  | 'assign'
  | 'score'
  | 'list'
  | 'announce'
  | 'publish'
  | 'reject'
  | 'delist'
  | 'settle'
  | 'object'
  | 'recuse'
  | 'recommend'

export interface EntryPage extends EntryView {
  metrics: PilotMetricView[]
  /** Periods of the pilot, so that every number of the entry leads to its source. */
  periods: {
    periodStart: string
    periodEnd: string
    scheduledHours: number
    availableHours: number
    tasks: number
    interventions: number
    note: string
  }[]
  pilotReadable: boolean
  objections: {
    id: number
    statement: string
    filedAt: Date
    answer: string | null
    settledAt: Date | null
  }[]
  /** For the bureau only: an expert scores without knowing the others' scores. */
  reviews: { name: string; conflictFree: boolean; total: number | null; comment: string }[] | null
  mean: number | null
  /** For the bureau, the district and the two sides. */
  recommendations: RecommendationView[]
  /** Names and reasons are for the bureau. */
  history: { deed: string; to: string; by: string | null; at: Date; reason: string | null }[]
  can: Record<EntryAct, Verdict>
  formKey: string
  now: Date
}

export async function showEntry(ctx: Context, id: unknown): Promise<EntryPage> {
  const loaded = await loadEntry(ctx, id)
  const { entry, pilot } = loaded
  const [metrics, periods, { objections, reviews, history }] = await Promise.all([
    listPilotMetrics(ctx.db, pilot.id),
    listPilotReports(ctx.db, pilot.id),
    entryFile(ctx.db, entry.id),
  ])
  const inside = readsEntryFile(ctx.actor, factsOf(loaded))
  const { demandOrganizationId, supplyOrganizationId, district } = pilot
  return {
    ...viewOf(loaded),
    metrics: metrics.map(({ pilotId: _, waivedBy: __, ...metric }) => ({
      ...metric,
      state: metricState(metric),
    })),
    periods: periods.map(
      ({ periodStart, periodEnd, scheduledHours, availableHours, tasks, interventions, note }) => ({
        periodStart,
        periodEnd,
        scheduledHours,
        availableHours,
        tasks,
        interventions,
        note,
      }),
    ),
    pilotReadable: canSeePilot(ctx.actor, pilotFacts(pilot)).ok,
    objections,
    reviews: inside
      ? reviews.map(review => ({
          name: review.name,
          conflictFree: review.conflictFree,
          total: totalOf(review),
          comment: review.comment,
        }))
      : null,
    mean: meanOf(reviews),
    recommendations: opinionsIn(history, ctx.actor, {
      district,
      parties: [demandOrganizationId, supplyOrganizationId],
    }),
    history: history
      .filter(({ deed }) => !quiet[inside ? 'inside' : 'outside'].includes(deed))
      .map(row => ({
        deed: row.deed,
        to: row.toStatus,
        by: inside ? row.actorName : null,
        at: row.at,
        reason: inside ? row.reason : null,
      })),
    can: {
      ...allowed(ctx, loaded, objections.filter(each => each.settledAt === null).length),
      recommend: onceFor(
        ctx.actor,
        { history, rev: entry.rev },
        canRecommendEntry(ctx.actor, factsOf(loaded)),
      ),
    },
    formKey: newFormKey(),
    now: ctx.now,
  }
}

/** What stands in a place of its own; outside the bureau, that somebody stood back is no step of the entry either. */
const quiet = { inside: ['recommend'], outside: ['recommend', 'recuse'] }

/** The page of one deed: whoever is not signed in is asked to, whether or not the entry is public. */
export async function showEntryDeed(ctx: Context, id: unknown): Promise<EntryPage> {
  const page = await showEntry(ctx, id)
  permit(isSignedIn(ctx.actor))
  return page
}

/** Each act asks its policy and then whether the lifecycle has it here. */
function allowed(
  ctx: Context,
  loaded: EntryRecord,
  openObjections: number,
): Omit<EntryPage['can'], 'recommend'> {
  const facts = factsOf(loaded)
  const { actor } = ctx
  const { status, noticeTo } = loaded.entry
  const open = entryLifecycle.deedsFrom(status)
  const when = (deed: (typeof open)[number], verdict: Verdict) =>
    all(open.includes(deed) ? ok : no('entry.wrongState'), verdict)
  const handler = canHandleEntry(actor, facts)
  const approver = canApproveEntry(actor, facts)
  const over = isNoticeOver({ noticeTo: isDay(noticeTo) ? noticeTo : null, openObjections }, dayOf(ctx.now))
  return {
    accept: when('accept', handler),
    passFormal: when('passFormal', handler),
    list: when('list', handler),
    reject: when('reject', handler),
    announce: when('announce', approver),
    publish: when('publish', all(approver, over)),
    delist: when('delist', approver),
    assign: canAssignExperts(actor, facts),
    recuse: canRecuse(actor, { id: facts.id, district: facts.pilot.district }),
    score: canScoreEntry(actor, facts),
    settle: canSettle(actor, facts),
    object: canObject(facts),
  }
}

export function viewOf({ entry, pilot, demand, supply, scenario, version }: EntryRecord): EntryView {
  return {
    id: entry.id,
    number: entry.number,
    status: entry.status,
    rev: entry.rev,
    title: entry.title,
    domain: entry.domain as DomainId,
    content: entry.content,
    demand: demand.name,
    supply: supply.name,
    firms: { demand: firmPageOf(demand), supply: firmPageOf(supply) },
    source: demand.source,
    district: pilot.district,
    product: { id: version.productId, name: version.name, version: version.version },
    scenarioId: scenario.id,
    pilot: { id: pilot.id, number: pilot.number, acceptedAt: pilot.acceptedAt },
    noticeFrom: entry.noticeFrom,
    noticeTo: entry.noticeTo,
    publishedAt: entry.publishedAt,
  }
}
