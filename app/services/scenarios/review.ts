import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { insertApproval, listApprovals, lockReviewed } from '#db/queries/reviews.ts'
import { patchScenario } from '#db/queries/scenarios.ts'
import { standingApproval } from '#domain/review/approval.ts'
import { ReturnNotes } from '#domain/review/notes.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canPublishScenario, canReviewScenario } from '#domain/scenarios/policy.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { text } from '#domain/shared/fields.ts'
import { contentHash, formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { keepReturn, permitNotes } from '../review/return.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, conflict, permitFresh, transition } from '../transition.ts'
import { demandComplete } from './complete.ts'
import { factsOf, loadScenario } from './load.ts'

export const PublishScenario = z.object({
  id: id.scenario,
  rev,
  formKey,
  /** The content that the officer had before them; nothing else is published. */
  hash: contentHash,
})
export type PublishScenario = z.infer<typeof PublishScenario>

/**
 * 复核发布: on the handler's standing approval of the very same content, by somebody else. Consent, state, history,
 * audit, index and notices commit together, and the database refuses the state without both consents.
 */
export async function publishScenario(ctx: Context, input: PublishScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key, hash } = PublishScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  const wanted = { step: 'initial' as const, hash: digest(scenario.content), rev: scenario.rev }
  const initial = standingApproval(await listApprovals(ctx.db, scenarioId), wanted)
  const can = canPublishScenario(ctx.actor, factsOf(scenario), { initial })
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, can)
  if (hash !== wanted.hash) throw new Refusal('conflict', 'review.otherContent')
  await demandComplete(ctx, scenario.content)
  if (!scenario.bidDeadline || scenario.bidDeadline <= (await ctx.clock(ctx.db)))
    throw new Refusal('invalid', 'scenario.deadlinePassed')
  const { status: from, content: after, title } = scenario
  await inTransaction(ctx, async tx => {
    const locked = await lockReviewed(tx, 'scenario', scenarioId)
    if (await alreadyDone(tx, scenarioId, key)) return
    if (locked?.rev !== shown) throw await conflict(tx, 'scenario', scenarioId)
    const accountId = found(accountIdOf(ctx.actor), 'officer.only')
    const row = { noun: 'scenario' as const, objectId: scenarioId, rev: shown, step: 'final' as const }
    await insertApproval(tx, { ...row, contentHash: hash, accountId, at: ctx.now })
    const step = { lifecycle: scenarioLifecycle, id: scenarioId, from, deed: 'publish' as const }
    await transition(tx, ctx, { ...step, rev: shown, formKey: key, after })
    await patchScenario(tx, scenarioId, { publishedAt: ctx.now })
    await indexScenario(tx, ctx, scenarioId)
    await tell(tx, await membersOf(tx, [scenario.organizationId]), {
      event: 'scenario.published',
      noun: 'scenario',
      id: scenarioId,
      params: { title },
      key: `scenario.published:${key}`,
    })
  })
}

export const ReturnScenario = z.object({
  id: id.scenario,
  rev,
  formKey,
  reason: text({ min: 4, max: 1000 }),
  /** 逐项意见; a field without a word has none. */
  notes: ReturnNotes,
})
export type ReturnScenario = z.input<typeof ReturnScenario>

/** The fields that may get a reason, in the order of the form. */
export const scenarioFields: readonly string[] = Object.keys(ScenarioDraft.shape)

/** 退回: with one reason for the whole and one for each field that wants it. Whatever was approved is void. */
export async function returnScenario(ctx: Context, input: ReturnScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key, reason, notes } = ReturnScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  const can = canReviewScenario(ctx.actor, factsOf(scenario))
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, can)
  const { content, status: from, title } = scenario
  const about = { content, shape: scenarioFields, notes }
  permitNotes(about)
  const step = { lifecycle: scenarioLifecycle, id: scenarioId, from, deed: 'return' as const }
  const after = notes.length > 0 ? { ...content, returnNotes: notes } : content
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    const object = { noun: 'scenario' as const, id: scenarioId, rev: shown, hashed: content, reason }
    await keepReturn(tx, ctx, { ...object, ...about })
    await tell(tx, await membersOf(tx, [scenario.organizationId]), {
      event: 'scenario.returned',
      noun: 'scenario',
      id: scenarioId,
      params: { title, reason },
      key: `scenario.returned:${key}`,
    })
  })
}
