import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { listBidsOn } from '#db/queries/bids.ts'
import { findPilot, findPilotOfScenario } from '#db/queries/pilots.ts'
import type { Db } from '#db/client.ts'
import { rewardClaim } from '#db/schema/index.ts'
import { ClaimForm } from '#domain/rewards/application.ts'
import type { HandlerDeed } from '#domain/rewards/policy.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, day, dayOf } from '#domain/shared/dates.ts'
import type { BidId, ClaimId, PilotId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Fen } from '#domain/shared/money.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { submitBid } from '#services/bids/submit.ts'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { loadPilot } from '#services/pilots/load.ts'
import { reportPilot } from '#services/pilots/report.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { runPilot } from '#services/pilots/run.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { draftClaim, submitClaim } from '#services/rewards/apply.ts'
import { approveClaim } from '#services/rewards/approve.ts'
import { handleClaim } from '#services/rewards/handle.ts'
import { loadClaim } from '#services/rewards/load.ts'
import { as } from './context.ts'
import { hospital, officer, passDeadline, publishedScenario, revOf, robotFirm } from './factories.ts'
import { publishedProduct } from './products.ts'

/** Who walks the trip; whoever is not named is new. One cast can walk it many times. */
export interface Cast {
  demand: Person
  firm: Person
  productId: ProductId
  reviewer: Person
  handler: Person
  approver: Person
}

export async function castOf(ctx: Context, named: Partial<Cast> = {}): Promise<Cast> {
  const reviewer = named.reviewer ?? (await officer(ctx.db, 'handler'))
  const firm = named.firm ?? (await robotFirm(ctx.db))
  return {
    reviewer,
    firm,
    demand: named.demand ?? (await hospital(ctx.db)),
    productId: named.productId ?? (await publishedProduct(ctx, { firm, reviewer })).id,
    handler: named.handler ?? (await officer(ctx.db, 'handler')),
    approver: named.approver ?? (await officer(ctx.db, 'approver')),
  }
}

/** A published scenario with one bid of `firm`, its deadline still ahead. */
export async function biddenScenario(ctx: Context, cast: Cast): Promise<{ id: ScenarioId; bidId: BidId }> {
  const { id } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
  const { id: bidId } = await submitBid(as(ctx, cast.firm), {
    scenarioId: id,
    productId: cast.productId,
    priceFen: '48',
    commercialForm: 'trialThenBuy',
    deliveryWeeks: '6',
    approach: '两周勘测建图，两周联调电梯与门禁，之后按病区分批上线，驻场到稳定运行。',
    support: '驻场工程师一名，远程七乘二十四小时。',
    affirmed: 'on',
    formKey: v7(),
  } as never)
  return { id, bidId }
}
