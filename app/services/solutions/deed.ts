import { listParts } from '#db/queries/solution-parts.ts'
import type { SolutionRecord, SolutionVersionRow } from '#db/queries/solutions.ts'
import { listSolutionVersions } from '#db/queries/solutions.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { SolutionId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all } from '#domain/shared/verdict.ts'
import { partsReady } from '#domain/solutions/parts.ts'
import type { SolutionFacts } from '#domain/solutions/policy.ts'
import {
  canReviewSolution,
  canReviseSolution,
  canSubmitSolution,
  canWithdrawSolution,
} from '#domain/solutions/policy.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import { found, permit } from '../refusal.ts'
import { type ComeBackView, comeBack } from '../review/return.ts'
import { factsOf, loadSolution, partFacts, solutionContent } from './load.ts'
import { readerOf } from './show.ts'

const verdicts: Record<SolutionDeedPage, (actor: Actor, solution: SolutionFacts) => Verdict> = {
  submission: canSubmitSolution,
  publication: canReviewSolution,
  return: canReviewSolution,
  withdrawal: canWithdrawSolution,
  revision: canReviseSolution,
}
export type SolutionDeedPage = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface SolutionDeedSheet {
  id: SolutionId
  rev: number
  number: string | null
  name: string
  formKey: string
  can: Verdict
  /** SHA-256 of the version with its pinned products; what a decision is about. */
  hash: string
  content: SolutionDraft
  /** How it stands to the one returned, for officers who decide. */
  comeBack: ComeBackView | null
}

// public: `loadSolution` asks who may see it; what may be done is answered, not done
/** What the page of one deed shows before it is done. */
export async function solutionDeed(
  ctx: Context,
  id: unknown,
  deed: SolutionDeedPage,
): Promise<SolutionDeedSheet> {
  const loaded = await loadSolution(ctx, id)
  permit(isSignedIn(ctx.actor))
  const { solution } = loaded
  const { rev, number } = solution
  const version = await versionFor(ctx, loaded)
  const parts = await listParts(ctx.db, solution.id, version.id)
  const can = verdicts[deed](ctx.actor, factsOf(loaded))
  const needsParts = deed === 'submission' || deed === 'publication'
  const judges = (deed === 'publication' || deed === 'return') && can.ok
  return {
    ...{ id: solution.id, rev, number, name: version.name, formKey: newFormKey() },
    can: needsParts ? all(can, partsReady(parts.map(partFacts))) : can,
    hash: digest(solutionContent(version, parts)),
    content: version.content,
    comeBack: judges ? await comeBack(ctx, solution.id, version.content) : null,
  }
}

/** A draft beside what is on show is told to whose it is and to who has it before them, and to nobody else. */
async function versionFor(ctx: Context, loaded: SolutionRecord): Promise<SolutionVersionRow> {
  const { solution, version } = loaded
  if (solution.publishedVersionId === null || readerOf(ctx.actor, factsOf(loaded)) !== 'public')
    return version
  const versions = await listSolutionVersions(ctx.db, solution.id)
  return found(
    versions.find(each => each.id === solution.publishedVersionId),
    'solution.unknown',
  )
}
