import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { listBidsOn } from '#db/queries/bids.ts'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canWithdrawScenario } from '#domain/scenarios/policy.ts'
import { optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { factsOf, loadScenario } from './load.ts'

export const WithdrawScenario = z.object({
  id: id.scenario,
  rev,
  formKey,
  reason: optional(text({ min: 4, max: 1000 })),
})
export type WithdrawScenario = z.infer<typeof WithdrawScenario>

/**
 * 撤回 by the demand side. Once published it needs a reason: the sealed bids end unread with it, and every firm
 * that had bid reads why, in the same transaction.
 */
export async function withdrawScenario(ctx: Context, input: WithdrawScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key, reason } = WithdrawScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown },
    canWithdrawScenario(ctx.actor, factsOf(scenario)),
  )
  const wasPublic = scenario.status === 'published'
  if (wasPublic && !reason) throw new Refusal('invalid', 'scenario.reasonMissing', { path: 'reason' })
  const step = {
    lifecycle: scenarioLifecycle,
    id: scenarioId,
    from: scenario.status,
    deed: 'withdraw' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after: scenario.content }, async tx => {
    if (!wasPublic) return
    await indexScenario(tx, ctx, scenarioId)
    await endBids(tx, ctx, { ...scenario, reason: reason ?? '' })
  })
}

/** The scenario's row is ours until commit, so no further bid can come in behind this list. */
async function endBids(
  tx: Tx,
  ctx: Context,
  { id: scenarioId, title, reason }: { id: WithdrawScenario['id']; title: string; reason: string },
): Promise<void> {
  const sealed = await listBidsOn(tx, scenarioId, ['submitted'])
  for (const { bid } of sealed) {
    const step = { lifecycle: bidLifecycle, id: bid.id, from: bid.status, deed: 'withdraw' as const }
    await transition(tx, ctx, { ...step, reason })
    await tell(tx, await membersOf(tx, [bid.organizationId]), {
      event: 'scenario.withdrawn',
      noun: 'bid',
      id: bid.id,
      params: { title, reason },
      key: `scenario.withdrawn:${bid.id}`,
    })
  }
}
