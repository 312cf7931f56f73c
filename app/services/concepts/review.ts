import { z } from 'zod'
import { insertReindex, insertVersions, lockConcepts, stampProposal } from '#db/queries/concepts.ts'
import { addJob } from '#db/queries/jobs.ts'
import { changed } from '#domain/concepts/change.ts'
import { conceptLifecycle } from '#domain/concepts/lifecycle.ts'
import { canReviewConcept, canWithdrawConcept } from '#domain/concepts/policy.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { newestConcepts } from '#search/concepts.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { factsOf, loadProposal } from './load.ts'

export const ConceptDeedForm = z.object({ id: id.conceptProposal, rev, formKey })
export type ConceptDeedForm = z.infer<typeof ConceptDeedForm>

/** Whatever was writing when the version came is over by then; what it wrote with the older names is written again. */
const secondLookSeconds = 60

/**
 * 复核发布: the change on top of the newest version becomes the next one, and a job brings the search index after it.
 * Judged anew, since another publication may have taken the name meanwhile.
 */
export async function publishConcept(ctx: Context, input: ConceptDeedForm): Promise<void> {
  const { id: proposalId, rev: shown, formKey: key } = ConceptDeedForm.parse(input)
  const { proposal } = await loadProposal(ctx, proposalId)
  if (await alreadyDone(ctx.db, proposalId, key)) return
  await permitFresh(ctx.db, 'concept', { ...proposal, shown }, canReviewConcept(ctx.actor, factsOf(proposal)))
  await inTransaction(ctx, async tx => {
    await lockConcepts(tx)
    const newest = await newestConcepts(tx)
    const result = changed(newest.table, proposal.change)
    const version = newest.version + 1
    const step = {
      lifecycle: conceptLifecycle,
      id: proposalId,
      from: proposal.status,
      deed: 'publish' as const,
    }
    // The table's own changes are in its versions; what is decided on is the concept.
    const [before, after] = result.ok ? [result.before, { version, ...result.after }] : [undefined, undefined]
    const { repeated } = await transition(tx, ctx, { ...step, rev: shown, formKey: key, before, after })
    if (repeated) return
    if (!result.ok) throw new Refusal('conflict', result.reason, { detail: result.detail })
    await insertVersions(tx, [
      { version: newest.version, content: newest.table, proposalId: null, at: ctx.now },
      { version, content: result.table, proposalId, at: ctx.now },
    ])
    await stampProposal(tx, proposalId, version)
    await insertReindex(tx, version)
    await addJob(tx, 'reindexConcepts', { version })
    await addJob(tx, 'reindexConcepts', { version }, { afterSeconds: secondLookSeconds })
    await tell(tx, [proposal.proposedBy], {
      event: 'concept.published',
      noun: 'concept',
      id: proposalId,
      params: { title: proposal.title, version },
      key: `concept.published:${proposalId}`,
    })
  })
}

export const ReturnConcept = ConceptDeedForm.extend({ reason: text({ min: 4, max: 500 }) })
export type ReturnConcept = z.infer<typeof ReturnConcept>

/** 退回: with a reason for who proposed it. It is final; a better one is proposed anew. */
export async function returnConcept(ctx: Context, input: ReturnConcept): Promise<void> {
  const { id: proposalId, rev: shown, formKey: key, reason } = ReturnConcept.parse(input)
  const { proposal } = await loadProposal(ctx, proposalId)
  if (await alreadyDone(ctx.db, proposalId, key)) return
  await permitFresh(ctx.db, 'concept', { ...proposal, shown }, canReviewConcept(ctx.actor, factsOf(proposal)))
  const step = { lifecycle: conceptLifecycle, id: proposalId, from: proposal.status, deed: 'return' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason }, tx =>
    tell(tx, [proposal.proposedBy], {
      event: 'concept.returned',
      noun: 'concept',
      id: proposalId,
      params: { title: proposal.title, reason },
      key: `concept.returned:${proposalId}`,
    }),
  )
}

/** 撤回 by who proposed it, as long as nobody has decided. */
export async function withdrawConcept(ctx: Context, input: ConceptDeedForm): Promise<void> {
  const { id: proposalId, rev: shown, formKey: key } = ConceptDeedForm.parse(input)
  const { proposal } = await loadProposal(ctx, proposalId)
  if (await alreadyDone(ctx.db, proposalId, key)) return
  await permitFresh(
    ctx.db,
    'concept',
    { ...proposal, shown },
    canWithdrawConcept(ctx.actor, factsOf(proposal)),
  )
  const step = {
    lifecycle: conceptLifecycle,
    id: proposalId,
    from: proposal.status,
    deed: 'withdraw' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, () => Promise.resolve())
}
