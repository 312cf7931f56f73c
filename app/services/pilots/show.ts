import { findLiveEntryOf } from '#db/queries/catalog.ts'
import { listHistory } from '#db/queries/history.ts'
import type { PilotRecord } from '#db/queries/pilots.ts'
import {
  listAllPilots,
  listPilotMetrics,
  listPilotReports,
  listPilotsIn,
  listPilotsOf,
  listPilotUnits,
  listSignatures,
} from '#db/queries/pilots.ts'
import { findLiveClaimOf } from '#db/queries/rewards.ts'
import { listInsurances } from '#db/queries/safeguards.ts'
import { canNominate } from '#domain/catalog/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { MeasuredMetric } from '#domain/pilots/acceptance.ts'
import { acceptanceState, metricState } from '#domain/pilots/acceptance.ts'
import type { PilotStatus } from '#domain/pilots/lifecycle.ts'
import type { Side } from '#domain/pilots/policy.ts'
import {
  canDeploy,
  canReport,
  canRequestAcceptance,
  canResume,
  canRun,
  canSendBack,
  canSign,
  canTerminatePilot,
  sideOf,
} from '#domain/pilots/policy.ts'
import { maySafelyRun } from '#domain/pilots/safety.ts'
import { canClaim, canSeeClaim } from '#domain/rewards/policy.ts'
import type { Person } from '#domain/shared/actor.ts'
import { districtsOf, holds } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { ClaimId, EntryId, PilotId } from '#domain/shared/ids.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { no } from '#domain/shared/verdict.ts'
import type { TargetDirection } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadPilot } from './load.ts'

export interface PilotSummary {
  id: PilotId
  number: string | null
  status: PilotStatus
  title: string
  scenarioId: string
  demand: string
  supply: string
  product: { id: string; name: string; version: number }
  district: string
  updatedAt: Date
}

export interface PilotMetricView extends MeasuredMetric {
  method: string
  unit: string
  direction: TargetDirection
  baseline: number | null
  sample: string | null
  state: Tri
}

export interface PilotPage extends PilotSummary {
  rev: number
  side: Side | null
  units: string[]
  metrics: PilotMetricView[]
  /** All mandatory metrics together: met or waived, unmet, or not measured yet. */
  acceptance: Tri
  /** Whether space and insurance let it run today. */
  safety: Verdict
  reports: {
    periodStart: string
    periodEnd: string
    scheduledHours: number
    availableHours: number
    tasks: number
    interventions: number
    note: string
  }[]
  signatures: { round: number; side: Side; opinion: string; at: Date }[]
  /** The running round of acceptance; 0 before the first request. */
  round: number
  history: { deed: string; to: string; by: string; at: Date; reason: string | null }[]
  can: Record<
    | 'deploy'
    | 'run'
    | 'report'
    | 'requestAcceptance'
    | 'sign'
    | 'sendBack'
    | 'terminate'
    | 'claim'
    | 'nominate',
    Verdict
  >
  claimId: ClaimId | null
  entryId: EntryId | null
  formKey: string
  now: Date
}

export async function showPilot(ctx: Context, id: unknown): Promise<PilotPage> {
  const loaded = await loadPilot(ctx, id)
  const { pilot } = loaded
  const [metrics, units, reports, signatures, history, claim, entry, covers] = await Promise.all([
    listPilotMetrics(ctx.db, pilot.id),
    listPilotUnits(ctx.db, pilot.id),
    listPilotReports(ctx.db, pilot.id),
    listSignatures(ctx.db, pilot.id),
    listHistory(ctx.db, 'pilot', pilot.id),
    findLiveClaimOf(ctx.db, pilot.id),
    findLiveEntryOf(ctx.db, pilot.id),
    listInsurances(ctx.db, pilot.id),
  ])
  const round = history.filter(row => row.deed === 'requestAcceptance').length
  const side = sideOf(ctx.actor, factsOf(pilot))
  const signed = signatures.some(each => each.round === round && each.side === side)
  return {
    ...summaryOf(loaded),
    rev: pilot.rev,
    side,
    units,
    metrics: metrics.map(({ pilotId: _, waivedBy: __, ...metric }) => ({
      ...metric,
      state: metricState(metric),
    })),
    acceptance: acceptanceState(metrics),
    safety: maySafelyRun(pilot.space, covers, dayOf(ctx.now)),
    reports: reports.map(
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
    signatures: signatures.map(({ round: n, side: by, opinion, signedAt }) => ({
      round: n,
      side: by,
      opinion,
      at: signedAt,
    })),
    round,
    history: history.map(row => ({
      deed: row.deed,
      to: row.toStatus,
      by: row.actorName,
      at: row.at,
      reason: row.reason,
    })),
    can: { ...allowed(ctx, loaded), ...(signed && { sign: no('pilot.signedAlready') }) },
    claimId: claim && canSeeClaim(ctx.actor, claim).ok ? claim.id : null,
    entryId: entry?.id ?? null,
    formKey: newFormKey(),
    now: ctx.now,
  }
}

function allowed(ctx: Context, { pilot }: PilotRecord): PilotPage['can'] {
  const facts = factsOf(pilot)
  const side = sideOf(ctx.actor, facts)
  const { actor } = ctx
  return {
    deploy: canDeploy(actor, facts),
    run: pilot.status === 'rework' ? canResume(actor, facts) : canRun(actor, facts),
    report: canReport(actor, facts),
    requestAcceptance: canRequestAcceptance(actor, facts),
    sign: side ? canSign(actor, facts, side) : no('pilot.notYours'),
    sendBack: canSendBack(actor, facts),
    terminate: canTerminatePilot(actor, facts),
    claim: canClaim(actor, pilot),
    nominate: canNominate(actor, facts),
  }
}

function summaryOf({ pilot, demand, supply, scenario, version }: PilotRecord): PilotSummary {
  return {
    id: pilot.id,
    number: pilot.number,
    status: pilot.status,
    title: scenario.title,
    scenarioId: scenario.id,
    demand: demand.name,
    supply: supply.name,
    product: { id: version.productId, name: version.name, version: version.version },
    district: pilot.district,
    updatedAt: pilot.updatedAt,
  }
}

/** 试点: what the reader takes part in; the bureau sees all, a district officer those of the district. */
export async function listPilots(ctx: Context): Promise<PilotSummary[]> {
  const { actor } = ctx
  permit(isSignedIn(actor))
  if (actor.kind !== 'person') return []
  return (await pilotsFor(ctx, actor)).map(summaryOf)
}

function pilotsFor({ db }: Pick<Context, 'db'>, actor: Person): Promise<PilotRecord[]> {
  if (holds(actor, 'handler', 'approver', 'auditor')) return listAllPilots(db, 200)
  const districts = districtsOf(actor)
  if (districts.length > 0) return listPilotsIn(db, districts, 200)
  const own = actor.memberships.map(each => each.organizationId)
  return listPilotsOf(db, own)
}
