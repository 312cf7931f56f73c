import { v7 } from 'uuid'
import { findPilot } from '#db/queries/pilots.ts'
import { nominateEntry } from '#services/catalog/nominate.ts'
import type { Context } from '#services/context.ts'
import { as } from '../context.ts'
import { noticedEntry, reviewedEntry } from '../entries.ts'
import { draftedScenario, membershipOf, publishedScenario, submittedScenario } from '../factories.ts'
import { draftedProduct, submittedProduct } from '../products.ts'
import { draftedSite } from '../sites.ts'
import { draftedSolution, publishedSolution, submittedSolution } from '../solutions.ts'
import {
  acceptedPilot,
  biddenScenario,
  type Cast,
  draftedClaim,
  runningPilot,
  siteOf,
  submittedClaim,
} from '../trip.ts'

/** The objects that pages are asked for, one of each noun in each state that somebody may or may not see. */
export const objectKeys = [
  'scenario.draft',
  'scenario.submitted',
  'scenario.published',
  'scenario.accepted',
  'product.draft',
  'product.submitted',
  'product.published',
  'solution.draft',
  'solution.submitted',
  'solution.published',
  'bid.submitted',
  'bid.selected',
  'pilot.running',
  'pilot.accepted',
  'claim.draft',
  'claim.submitted',
  'entry.nominated',
  'entry.expertReview',
  'entry.notice',
  'organization.verified',
  'site.current',
] as const
export type ObjectKey = (typeof objectKeys)[number]
export type Noun =
  | 'site'
  | 'scenario'
  | 'product'
  | 'solution'
  | 'bid'
  | 'pilot'
  | 'claim'
  | 'entry'
  | 'organization'

export const nounOf = (key: ObjectKey) => key.split('.')[0] as Noun
export const keysOf = (noun: Noun) => objectKeys.filter(key => nounOf(key) === noun)

/** Everything is made by its verbs, so that each object is one that the platform itself would hold. */
export async function objectsOf(ctx: Context, cast: Cast): Promise<Record<ObjectKey, string>> {
  const { demand, firm, reviewer, productId } = cast
  const content = siteOf(cast)
  const own = { firm, reviewer, products: [productId] }
  const accepted = await acceptedPilot(ctx, cast)
  const found = await findPilot(ctx.db, accepted)
  if (!found) throw new Error('the trip made no pilot')
  return {
    'site.current': (await draftedSite(ctx, { demand })).id,
    'organization.verified': membershipOf(demand).organizationId,
    'scenario.draft': (await draftedScenario(ctx, { demand, content })).id,
    'scenario.submitted': (await submittedScenario(ctx, { demand, content })).id,
    'scenario.published': (await publishedScenario(ctx, { demand, reviewer, content })).id,
    'scenario.accepted': found.pilot.scenarioId,
    'product.draft': (await draftedProduct(ctx, { firm })).id,
    'product.submitted': (await submittedProduct(ctx, { firm })).id,
    'product.published': productId,
    'solution.draft': (await draftedSolution(ctx, own)).id,
    'solution.submitted': (await submittedSolution(ctx, own)).id,
    'solution.published': (await publishedSolution(ctx, own)).id,
    'bid.submitted': (await biddenScenario(ctx, cast)).bidId,
    'bid.selected': found.pilot.bidId,
    'pilot.running': await runningPilot(ctx, cast, [v7()]),
    'pilot.accepted': accepted,
    'claim.draft': await draftedClaim(ctx, { cast, pilotId: accepted }),
    'claim.submitted': await submittedClaim(ctx, { cast, pilotId: await acceptedPilot(ctx, cast) }),
    'entry.nominated': await nominatedEntry(ctx, cast),
    'entry.expertReview': await reviewedEntry(ctx, cast),
    'entry.notice': await noticedEntry(ctx, cast),
  }
}

export const nomination = {
  title: '病区药品配送',
  summary: '三台机器人在十四个病区配送药品与标本，准时送达率由八成升至九成五。',
  solution: '自主乘梯、过自动门，到站刷卡开格，院内网关对接取药完成事件。',
  conditions: '电梯须可加装继电器式梯控，病区门净宽不小于 850 mm。',
  failures: '首周电梯厅信号弱，漏接三次，补点后未再现。',
}

export async function nominatedEntry(ctx: Context, cast: Cast): Promise<string> {
  const pilotId = await acceptedPilot(ctx, cast)
  const { id } = await nominateEntry(as(ctx, cast.demand), { ...nomination, pilotId, formKey: v7() })
  return id
}
