import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { insertApproval, lockReviewed } from '#db/queries/reviews.ts'
import { listParts } from '#db/queries/solution-parts.ts'
import { patchSolution, stampSolutionVersion } from '#db/queries/solutions.ts'
import { ReturnNotes } from '#domain/review/notes.ts'
import { text } from '#domain/shared/fields.ts'
import { contentHash, formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import { partsReady } from '#domain/solutions/parts.ts'
import { canReviewSolution } from '#domain/solutions/policy.ts'
import { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf } from '../record.ts'
import { demand, found, Refusal } from '../refusal.ts'
import { keepReturn, permitNotes } from '../review/return.ts'
import { indexSolution } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, conflict, permitFresh, transition } from '../transition.ts'
import { factsOf, loadSolution, partFacts, solutionContent } from './load.ts'

export const PublishSolution = z.object({
  id: id.solution,
  rev,
  formKey,
  /** The version and its pinned products that the officer had before them; nothing else is published. */
  hash: contentHash,
})
export type PublishSolution = z.infer<typeof PublishSolution>

/** 同意发布: asked once more whether every product is there and every firm agrees, then the version is stamped. */
export async function publishSolution(ctx: Context, input: PublishSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key, hash } = PublishSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canReviewSolution(ctx.actor, factsOf(loaded)))
  await inTransaction(ctx, async tx => {
    const locked = await lockReviewed(tx, 'solution', solutionId)
    if (await alreadyDone(tx, solutionId, key)) return
    if (locked?.rev !== shown) throw await conflict(tx, 'solution', solutionId)
    // Under the lock: an answer taken back in the meantime counts.
    const parts = await listParts(tx, solutionId, version.id)
    demand(partsReady(parts.map(partFacts)))
    const after = solutionContent(version, parts)
    if (hash !== digest(after)) throw new Refusal('conflict', 'review.otherContent')
    const accountId = found(accountIdOf(ctx.actor), 'officer.only')
    const row = { noun: 'solution' as const, objectId: solutionId, rev: shown, step: 'final' as const }
    await insertApproval(tx, { ...row, contentHash: hash, accountId, at: ctx.now })
    const step = {
      lifecycle: solutionLifecycle,
      id: solutionId,
      from: solution.status,
      deed: 'publish' as const,
    }
    await transition(tx, ctx, { ...step, rev: shown, formKey: key, after })
    await stampSolutionVersion(tx, version.id, ctx.now)
    await patchSolution(tx, solutionId, { publishedVersionId: version.id, publishedAt: ctx.now })
    await indexSolution(tx, ctx, solutionId)
    await tell(tx, await membersOf(tx, [solution.organizationId]), {
      event: 'solution.published',
      noun: 'solution',
      id: solutionId,
      params: { title: version.name, version: version.version },
      key: `solution.published:${key}`,
    })
  })
}

export const ReturnSolution = z.object({
  id: id.solution,
  rev,
  formKey,
  reason: text({ min: 4, max: 1000 }),
  /** 逐项意见; a field without a word has none. */
  notes: ReturnNotes,
})
export type ReturnSolution = z.input<typeof ReturnSolution>

const solutionFields: readonly string[] = Object.keys(SolutionDraft.shape)

/** 退回: with a reason that the firm reads. A version that is public already stays public. */
export async function returnSolution(ctx: Context, input: ReturnSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key, reason, notes } = ReturnSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canReviewSolution(ctx.actor, factsOf(loaded)))
  const about = { content: version.content, shape: solutionFields, notes }
  permitNotes(about)
  const hashed = solutionContent(version, await listParts(ctx.db, solutionId, version.id))
  const after = notes.length > 0 ? { ...hashed, returnNotes: notes } : hashed
  const step = {
    lifecycle: solutionLifecycle,
    id: solutionId,
    from: solution.status,
    deed: 'return' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    const object = { noun: 'solution' as const, id: solutionId, rev: shown, hashed, reason }
    await keepReturn(tx, ctx, { ...object, ...about })
    await tell(tx, await membersOf(tx, [solution.organizationId]), {
      event: 'solution.returned',
      noun: 'solution',
      id: solutionId,
      params: { title: version.name, reason },
      key: `solution.returned:${key}`,
    })
  })
}
