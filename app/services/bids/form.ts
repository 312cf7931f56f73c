// A signed-in reader is told on the form itself why bidding is closed.

import { findLiveBid, listBiddableProducts } from '#db/queries/bids.ts'
import { canBid } from '#domain/bids/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'

export interface BidFormView {
  scenario: {
    id: ScenarioId
    number: string | null
    title: string
    deadline: Date | null
    organization: string
    /** The number of the last 补充公告, which the bid is written under. */
    addenda: number
  }
  /** The firm that would bid, if the reader acts for one. */
  firm: string | null
  can: Verdict
  products: { id: ProductId; name: string; version: number }[]
  /** The firm's live bid, which has to be withdrawn before another one. */
  earlier: string | null
  formKey: string
  now: Date
}

/** What the page of a new bid needs: whether the reader may bid, and with which published products. */
export async function bidForm(ctx: Context, scenarioId: unknown): Promise<BidFormView> {
  const { scenario, organization } = await loadScenario(ctx, scenarioId)
  permit(isSignedIn(ctx.actor))
  const firm = actsFor(ctx.actor, 'bid')
  const can = canBid(ctx.actor, factsOf(scenario), firm)
  const own = firm && can.ok ? firm.organizationId : null
  const [products, earlier] = own
    ? await Promise.all([listBiddableProducts(ctx.db, own), findLiveBid(ctx.db, scenario.id, own)])
    : [[], null]
  return {
    scenario: {
      id: scenario.id,
      number: scenario.number,
      title: scenario.title,
      deadline: scenario.bidDeadline,
      organization: organization.name,
      addenda: scenario.addenda,
    },
    firm: firm?.name ?? null,
    can,
    products: products.map(({ id, name, version }) => ({ id, name, version })),
    earlier: earlier?.id ?? null,
    formKey: newFormKey(),
    now: ctx.now,
  }
}
