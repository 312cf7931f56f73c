import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { listParts } from '#db/queries/solution-parts.ts'
import { patchSolution } from '#db/queries/solutions.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import { partsReady } from '#domain/solutions/parts.ts'
import { canSubmitSolution } from '#domain/solutions/policy.ts'
import { Solution } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { demand, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { factsOf, loadSolution, partFacts, solutionContent } from './load.ts'

export const SubmitSolution = z.object({ id: id.solution, rev, formKey })
export type SubmitSolution = z.infer<typeof SubmitSolution>

/** 提交审核: complete, every product still public, and every other firm's yes in hand. */
export async function submitSolution(ctx: Context, input: SubmitSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key } = SubmitSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version, organization } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canSubmitSolution(ctx.actor, factsOf(loaded)))
  demandComplete(version.content)
  const parts = await listParts(ctx.db, solutionId, version.id)
  demand(partsReady(parts.map(partFacts)))
  const step = {
    lifecycle: solutionLifecycle,
    id: solutionId,
    from: solution.status,
    deed: 'submit' as const,
  }
  const after = solutionContent(version, parts)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    // An answer taken back in the meantime counts.
    demand(partsReady((await listParts(tx, solutionId, version.id)).map(partFacts)))
    if (!solution.number)
      await patchSolution(tx, solutionId, { number: await takeNumber(tx, 'FA', yearOf(ctx.now)) })
    await tell(tx, await officersWith(tx, ['handler', 'approver']), {
      event: 'solution.submitted',
      noun: 'solution',
      id: solutionId,
      params: { title: version.name, organization: organization.name },
      key: `solution.submitted:${key}`,
    })
  })
}

function demandComplete(content: unknown): void {
  const parsed = Solution.safeParse(content)
  if (parsed.success) return
  const [first] = parsed.error.issues
  const detail = { count: parsed.error.issues.length, field: first?.path.join('.') ?? '' }
  throw new Refusal('invalid', 'solution.incomplete', { detail })
}
