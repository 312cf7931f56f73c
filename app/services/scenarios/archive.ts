import { z } from 'zod'
import { findAnyLiveBid } from '#db/queries/bids.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canArchiveScenario } from '#domain/scenarios/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { found, Refusal } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, permitFresh, transition } from '../transition.ts'
import { factsOf, loadScenario } from './load.ts'

export const ArchiveScenario = z.object({ id: id.scenario, rev, formKey })
export type ArchiveScenario = z.infer<typeof ArchiveScenario>

/** 归档: an accepted scenario, or an open call whose deadline has passed without a bid. */
export async function archiveScenario(ctx: Context, input: ArchiveScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key } = ArchiveScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  const can = canArchiveScenario(ctx.actor, factsOf(scenario))
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, can)
  await inTransaction(ctx, async tx => {
    const locked = found(await lockScenario(tx, scenarioId, 'update'), 'scenario.unknown')
    if (locked.status === 'published') {
      const isOver = locked.bidDeadline !== null && (await ctx.clock(tx)) >= locked.bidDeadline
      if (!isOver) throw new Refusal('conflict', 'scenario.deadlineAhead')
      if (await findAnyLiveBid(tx, scenarioId)) throw new Refusal('conflict', 'scenario.hasBids')
    }
    const step = {
      lifecycle: scenarioLifecycle,
      id: scenarioId,
      from: scenario.status,
      deed: 'archive' as const,
    }
    const { repeated } = await transition(tx, ctx, {
      ...step,
      rev: shown,
      formKey: key,
      after: scenario.content,
    })
    if (!repeated) await indexScenario(tx, ctx, scenarioId)
  })
}
