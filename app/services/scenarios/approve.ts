import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { insertApproval, listApprovals, lockReviewed } from '#db/queries/reviews.ts'
import { standingApproval } from '#domain/review/approval.ts'
import { canApproveScenario } from '#domain/scenarios/policy.ts'
import { optional, text } from '#domain/shared/fields.ts'
import { contentHash, formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { demandComplete } from './complete.ts'
import { factsOf, loadScenario } from './load.ts'

export const ApproveScenario = z.object({
  id: id.scenario,
  rev,
  formKey,
  /** The content that the officer had before them. */
  hash: contentHash,
  opinion: optional(text({ min: 2, max: 1000 })),
})
export type ApproveScenario = z.infer<typeof ApproveScenario>

/** 经办初审: consent to this very content, which moves no state and is void as soon as anything changes. */
export async function approveScenario(ctx: Context, input: ApproveScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key, hash, opinion } = ApproveScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  const given = await listApprovals(ctx.db, scenarioId)
  const initial = standingApproval(given, {
    step: 'initial',
    hash: digest(scenario.content),
    rev: scenario.rev,
  })
  const can = canApproveScenario(ctx.actor, factsOf(scenario), { initial })
  // The same form at the same moment may have been the one that approved it.
  if (!can.ok && (await alreadyDone(ctx.db, scenarioId, key))) return
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, can)
  if (hash !== digest(scenario.content)) throw new Refusal('conflict', 'review.otherContent')
  await demandComplete(ctx, scenario.content)
  await inTransaction(ctx, async tx => {
    const locked = await lockReviewed(tx, 'scenario', scenarioId)
    if (await alreadyDone(tx, scenarioId, key)) return
    const accountId = found(accountIdOf(ctx.actor), 'officer.only')
    const row = { noun: 'scenario' as const, objectId: scenarioId, rev: shown, step: 'initial' as const }
    const isFresh = locked?.rev === shown && locked.status === 'submitted'
    const consent = { ...row, contentHash: hash, accountId, opinion: opinion ?? null, at: ctx.now }
    if (!isFresh || !(await insertApproval(tx, consent))) throw await conflict(tx, 'scenario', scenarioId)
    const happening = {
      noun: 'scenario',
      id: scenarioId,
      deed: 'approve',
      from: 'submitted',
      to: 'submitted',
    }
    await record(tx, ctx, { ...happening, formKey: key, reason: opinion, after: scenario.content })
    await tell(tx, await officersWith(tx, ['approver']), {
      event: 'scenario.approved',
      noun: 'scenario',
      id: scenarioId,
      params: { title: scenario.title },
      key: `scenario.approved:${key}`,
    })
  })
}
