import { z } from 'zod'
import {
  insertWeightsVersions,
  lockWeights,
  stampWeightsProposal,
  type WeightsProposalRecord,
} from '#db/queries/match-weights.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { contentOf } from '#domain/weights/content.ts'
import { weightsLifecycle } from '#domain/weights/lifecycle.ts'
import { canReviewWeights, canWithdrawWeights, fitsBase, officeOf } from '#domain/weights/policy.ts'
import type { Context } from '../context.ts'
import { orderMatchingOfAll } from '../matches/note.ts'
import { currentWeights } from '../matching/weights.ts'
import { accountIdOf } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { factsOf, loadProposal } from './load.ts'
import { openSeen } from './seen.ts'

export const WeightsDeedForm = z.object({ id: id.weightsProposal, rev, formKey })
export type WeightsDeedForm = z.infer<typeof WeightsDeedForm>

/** The proposal, when the deed has not been done by this very form and may be done. */
async function opened(
  ctx: Context,
  { id: proposalId, rev: shown, formKey: key }: WeightsDeedForm,
  may: (proposal: ReturnType<typeof factsOf>) => Verdict,
): Promise<WeightsProposalRecord['proposal'] | null> {
  const { proposal } = await loadProposal(ctx, proposalId)
  if (await alreadyDone(ctx.db, proposalId, key)) return null
  await permitFresh(ctx.db, 'weights', { ...proposal, shown }, may(factsOf(proposal)))
  return proposal
}

/** With what its page showed of the effects, sealed by the platform: see {@link sealSeen}. */
export const PublishWeights = WeightsDeedForm.extend({ seen: z.string().min(1).max(32_000) })
export type PublishWeights = z.infer<typeof PublishWeights>

/**
 * 复核发布: the proposal's weights become the next version and rank from this commit on, in every process. Publications
 * take turns, and one that was made from an older version is refused: it would silently undo the newer one. What the
 * officer had before them is kept with the publication.
 */
export async function publishWeights(ctx: Context, input: PublishWeights): Promise<void> {
  const { seen: sealed, ...form } = PublishWeights.parse(input)
  const proposal = await opened(ctx, form, facts => canReviewWeights(ctx.actor, facts))
  if (!proposal) return
  const accountId = found(accountIdOf(ctx.actor), 'officer.only')
  const seen = openSeen(ctx, sealed, { proposalId: form.id, rev: form.rev, accountId })
  await inTransaction(ctx, async tx => {
    await lockWeights(tx)
    const inForce = await currentWeights(tx)
    const version = inForce.version + 1
    const { repeated } = await transition(tx, ctx, {
      ...{ lifecycle: weightsLifecycle, id: form.id, from: proposal.status, deed: 'publish' as const },
      ...{ rev: form.rev, formKey: form.formKey, before: contentOf(inForce) },
      after: { version, content: proposal.content, grounds: proposal.grounds, seen },
    })
    if (repeated) return
    const base = fitsBase(proposal, inForce.version)
    if (!base.ok) throw new Refusal('conflict', base.reason, { detail: base.detail })
    const office = officeOf(ctx.actor, 'approver')
    const old = { content: contentOf(inForce), proposalId: null, office: null }
    await insertWeightsVersions(tx, [
      { version: inForce.version, ...old, publishedAt: ctx.now },
      { version, content: proposal.content, proposalId: form.id, office, publishedAt: ctx.now },
    ])
    await stampWeightsProposal(tx, form.id, version)
    await orderMatchingOfAll(tx)
    await tell(tx, [proposal.proposedBy], {
      event: 'weights.published',
      noun: 'weights',
      id: form.id,
      params: { version },
      key: `weights.published:${form.id}`,
    })
  })
}

export const ReturnWeights = WeightsDeedForm.extend({ reason: text({ min: 4, max: 500 }) })
export type ReturnWeights = z.infer<typeof ReturnWeights>

/** 退回: with a reason for who proposed it. It is final; better weights are proposed anew. */
export async function returnWeights(ctx: Context, input: ReturnWeights): Promise<void> {
  const { reason, ...form } = ReturnWeights.parse(input)
  const proposal = await opened(ctx, form, facts => canReviewWeights(ctx.actor, facts))
  if (!proposal) return
  const step = { lifecycle: weightsLifecycle, from: proposal.status, deed: 'return' as const, reason }
  await carryOut(ctx, { ...step, ...form }, tx =>
    tell(tx, [proposal.proposedBy], {
      event: 'weights.returned',
      noun: 'weights',
      id: form.id,
      params: { basedOn: proposal.basedOn, reason },
      key: `weights.returned:${form.id}`,
    }),
  )
}

/** 撤回 by who proposed it, as long as nobody has decided. */
export async function withdrawWeights(ctx: Context, input: WeightsDeedForm): Promise<void> {
  const form = WeightsDeedForm.parse(input)
  const proposal = await opened(ctx, form, facts => canWithdrawWeights(ctx.actor, facts))
  if (!proposal) return
  const step = { lifecycle: weightsLifecycle, from: proposal.status, deed: 'withdraw' as const }
  await carryOut(ctx, { ...step, ...form }, () => Promise.resolve())
}
