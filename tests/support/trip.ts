import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import { findPilot, findPilotOfScenario, listPilotMetrics } from '#db/queries/pilots.ts'
import { findClaim } from '#db/queries/rewards.ts'
import { rewardClaim } from '#db/schema/index.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import type { HandlerDeed } from '#domain/rewards/policy.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { BidId, ClaimId, PilotId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Fen } from '#domain/shared/money.ts'
import { yuan } from '#domain/shared/money.ts'
import type { DistrictCode } from '#domain/vocabulary.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { submitBid } from '#services/bids/submit.ts'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { reportPilot } from '#services/pilots/report.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { runPilot } from '#services/pilots/run.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { draftClaim, submitClaim } from '#services/rewards/apply.ts'
import { approveClaim } from '#services/rewards/approve.ts'
import { handleClaim } from '#services/rewards/handle.ts'
import { as } from './context.ts'
import { hospital, officer, passDeadline, publishedScenario, revOf, robotFirm } from './factories.ts'
import { publishedProduct } from './products.ts'

/** Who walks the trip from scenario to reward. One cast can walk it many times. */
export interface Cast {
  demand: Person
  firm: Person
  productId: ProductId
  reviewer: Person
  handler: Person
  approver: Person
  /** Where its scenarios lie, when not where the factory's do. */
  district?: DistrictCode
}

/** A cast in which whoever is not named is new. */
export async function castOf(ctx: Context, named: Partial<Cast> = {}): Promise<Cast> {
  const reviewer = named.reviewer ?? (await officer(ctx.db, 'handler'))
  const firm = named.firm ?? (await robotFirm(ctx.db))
  return {
    reviewer,
    firm,
    demand: named.demand ?? (await hospital(ctx.db)),
    productId: named.productId ?? (await publishedProduct(ctx, { firm, reviewer })).id,
    handler: named.handler ?? (await officer(ctx.db, 'handler')),
    district: named.district,
    approver: named.approver ?? (await officer(ctx.db, 'approver')),
  }
}

/** What a scenario of this cast says of its own. */
export const siteOf = ({ district }: Pick<Cast, 'district'>) => (district ? { district } : {})

/** A published scenario with one sealed bid of the firm; its deadline lies ahead. */
export async function biddenScenario(ctx: Context, cast: Cast): Promise<{ id: ScenarioId; bidId: BidId }> {
  const { demand, reviewer, firm, productId } = cast
  const { id } = await publishedScenario(ctx, { demand, reviewer, content: siteOf(cast) })
  const { id: bidId } = await submitBid(as(ctx, firm), {
    scenarioId: id,
    productId,
    priceFen: yuan(480_000),
    commercialForm: 'trialThenBuy',
    deliveryWeeks: 6,
    approach: '两周勘测建图，两周联调电梯与门禁，之后按病区分批上线，驻场到稳定运行。',
    support: '驻场工程师一名，远程全天。',
    affirmed: true,
    formKey: v7(),
  })
  return { id, bidId }
}

/** The pilot that the selection bears: agreed, nothing deployed yet. */
export async function agreedPilot(ctx: Context, cast: Cast): Promise<PilotId> {
  const { id, bidId } = await biddenScenario(ctx, cast)
  const own = as(ctx, cast.demand)
  await passDeadline(ctx.db, id)
  await openBids(own, { id, rev: await revOf(own, id), formKey: v7() })
  const reason = '现场适应性与维保承诺更好'
  const choice = { id, bidId, reason, debriefs: [], conflictFree: true }
  await selectBid(own, { ...choice, rev: await revOf(own, id), formKey: v7() })
  return existing(await findPilotOfScenario(ctx.db, id)).id
}

/** A running pilot with these units and one reported period. */
export async function runningPilot(ctx: Context, cast: Cast, serials: string[]): Promise<PilotId> {
  const id = await agreedPilot(ctx, cast)
  const own = as(ctx, cast.firm)
  await deployPilot(own, { id, serials, space: 'staff', ...(await pilotForm(ctx, id)) })
  await runPilot(own, { id, ...(await pilotForm(ctx, id)) })
  const today = dayOf(ctx.now)
  const report = {
    periodStart: addDays(today, -6),
    periodEnd: today,
    scheduledHours: 100,
    availableHours: 98,
    tasks: 1240,
    interventions: 4,
  }
  await reportPilot(own, { id, formKey: v7(), report })
  return id
}

/** A pilot whose metrics were met on their targets and which both sides have signed. */
export async function acceptedPilot(ctx: Context, cast: Cast, serials = [v7()]): Promise<PilotId> {
  const id = await runningPilot(ctx, cast, serials)
  const metrics = await listPilotMetrics(ctx.db, id)
  const measurements = metrics.map(({ position, target }) => ({
    position,
    measured: target,
    sample: '28 天',
  }))
  await requestAcceptance(as(ctx, cast.firm), { id, measurements, ...(await pilotForm(ctx, id)) })
  for (const side of [cast.demand, cast.firm]) {
    const signature = { opinion: '逐项核对，同意验收', affirmed: true, waivers: [] }
    await signAcceptance(as(ctx, side), { id, ...signature, ...(await pilotForm(ctx, id)) })
  }
  return id
}

async function pilotForm(ctx: Context, id: PilotId): Promise<{ rev: number; formKey: string }> {
  return { rev: existing(await findPilot(ctx.db, id)).pilot.rev, formKey: v7() }
}

/** A claim's form with every condition of measure 9 met, as far as the firm can say it. */
export const eligibleForm: ClaimForm = {
  funding: 'none',
  fundingLevels: [],
  ownInnovation: 'yes',
  firstTrial: 'yes',
  creditClean: 'yes',
  otherDirection: 'no',
  costs: [],
  statement: '首台样机在病区首次试用',
  affirmed: true,
}

/** A draft claim for this pilot. */
export async function draftedClaim(
  ctx: Context,
  { cast, pilotId, form = {} }: { cast: Cast; pilotId: PilotId; form?: Partial<ClaimForm> },
): Promise<ClaimId> {
  const { id } = await draftClaim(as(ctx, cast.firm), { ...eligibleForm, ...form, pilotId, formKey: v7() })
  return id
}

/** The same, submitted to the bureau. */
export async function submittedClaim(
  ctx: Context,
  asked: { cast: Cast; pilotId: PilotId; form?: Partial<ClaimForm> },
): Promise<ClaimId> {
  const id = await draftedClaim(ctx, asked)
  await submitClaim(as(ctx, asked.cast.firm), { id, ...(await claimForm(ctx, id)) })
  return id
}

/** A submitted claim on which the handler has taken these steps. */
export async function handledClaim(
  ctx: Context,
  asked: { cast: Cast; pilotId: PilotId; deeds?: readonly HandlerDeed[] },
): Promise<ClaimId> {
  const id = await submittedClaim(ctx, asked)
  for (const deed of asked.deeds ?? (['precheck', 'forward', 'announce'] as const))
    await handleClaim(as(ctx, asked.cast.handler), { id, deed, ...(await claimForm(ctx, id)) })
  return id
}

/** A claim ready to be approved: announced, its notice over. */
export async function announcedClaim(
  ctx: Context,
  asked: { cast: Cast; pilotId: PilotId },
): Promise<ClaimId> {
  const id = await handledClaim(ctx, asked)
  await passNotice(ctx.db, id)
  return id
}

/** Approves a claim with these amounts per unit. */
export async function approve(
  ctx: Context,
  { cast, id, units }: { cast: Cast; id: ClaimId; units: { serial: string; fen: Fen }[] },
): Promise<void> {
  const basis = '按专项审计的制备成本评定'
  await approveClaim(as(ctx, cast.approver), { id, units, basis, ...(await claimForm(ctx, id)) })
}

/** The hidden fields that a page of this claim would carry now. */
export async function claimForm(ctx: Context, id: ClaimId): Promise<{ rev: number; formKey: string }> {
  return { rev: existing(await findClaim(ctx.db, id)).claim.rev, formKey: v7() }
}

/** Setup data: the public notice ended yesterday, as if the days had gone by. */
export async function passNotice(db: Db, id: ClaimId): Promise<void> {
  const noticeTo = addDays(dayOf(new Date()), -1)
  await db.update(rewardClaim).set({ noticeTo }).where(eq(rewardClaim.id, id))
}

function existing<T>(value: T | null): T {
  if (value === null) throw new Error('the factory made nothing')
  return value
}
