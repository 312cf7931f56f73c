import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { patchScenario } from '#db/queries/scenarios.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canReviewScenario } from '#domain/scenarios/policy.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { demandComplete } from './complete.ts'
import { factsOf, loadScenario } from './load.ts'

export const PublishScenario = z.object({ id: id.scenario, rev, formKey })
export type PublishScenario = z.infer<typeof PublishScenario>

/** 同意发布: state, history, audit, index and notices commit together. */
export async function publishScenario(ctx: Context, input: PublishScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key } = PublishScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown },
    canReviewScenario(ctx.actor, factsOf(scenario)),
  )
  if (!scenario.bidDeadline || scenario.bidDeadline <= (await ctx.clock(ctx.db))) {
    throw new Refusal('invalid', 'scenario.deadlinePassed')
  }
  await demandComplete(ctx, scenario.content)
  const step = {
    lifecycle: scenarioLifecycle,
    id: scenarioId,
    from: scenario.status,
    deed: 'publish' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after: scenario.content }, async tx => {
    await patchScenario(tx, scenarioId, { publishedAt: ctx.now })
    await indexScenario(tx, ctx, scenarioId)
    await tell(tx, await membersOf(tx, [scenario.organizationId]), {
      event: 'scenario.published',
      noun: 'scenario',
      id: scenarioId,
      params: { title: scenario.title },
      key: `scenario.published:${key}`,
    })
  })
}

export const ReturnScenario = PublishScenario.extend({ reason: text({ min: 4, max: 1000 }) })
export type ReturnScenario = z.infer<typeof ReturnScenario>

/** 退回: with a reason that the demand side reads. */
export async function returnScenario(ctx: Context, input: ReturnScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key, reason } = ReturnScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown },
    canReviewScenario(ctx.actor, factsOf(scenario)),
  )
  const step = {
    lifecycle: scenarioLifecycle,
    id: scenarioId,
    from: scenario.status,
    deed: 'return' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after: scenario.content }, async tx => {
    await tell(tx, await membersOf(tx, [scenario.organizationId]), {
      event: 'scenario.returned',
      noun: 'scenario',
      id: scenarioId,
      params: { title: scenario.title, reason },
      key: `scenario.returned:${key}`,
    })
  })
}
