import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { lockReviewed } from '#db/queries/reviews.ts'
import { answerConsent, findConsent, listParts } from '#db/queries/solution-parts.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { isMember, membershipOf } from '#domain/shared/actor.ts'
import { choice, decimal, text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { ConsentStatus } from '#domain/solutions/parts.ts'
import { canAnswerConsent } from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { factsOf, loadSolution } from './load.ts'

export const AnswerConsent = z.object({
  id: id.solution,
  productId: id.product,
  answer: choice(['confirmed', 'declined']),
  /** What the page showed: an answer is to that, and not to what is asked by now. */
  quantity: decimal({ min: 1, max: 10_000, integer: true }),
  role: text({ max: 120 }),
  formKey,
})
export type AnswerConsent = z.infer<typeof AnswerConsent>

const outcomes = {
  confirmed: { deed: 'confirm', event: 'solution.consentGiven' },
  declined: { deed: 'decline', event: 'solution.consentRefused' },
} as const

/** 确认供货 or not: the firm of the product says so; its answer may be changed as long as the solution lives. */
export async function answerForPart(ctx: Context, input: AnswerConsent): Promise<void> {
  const { id: solutionId, productId, answer, quantity, role, formKey: key } = AnswerConsent.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { organizationId } = found(await findConsent(ctx.db, solutionId, productId), 'solution.unknown')
  permit(canAnswerConsent(ctx.actor, { solution: factsOf(loaded), organizationId }))
  if (await alreadyDone(ctx.db, solutionId, key)) return
  const { deed, event } = outcomes[answer]
  await inTransaction(ctx, async tx => {
    // Submission and publication lock the same row, so each of them sees this answer or comes before it.
    const locked = found(await lockReviewed(tx, 'solution', solutionId), 'solution.unknown')
    if (await alreadyDone(tx, solutionId, key)) return
    if (locked.status === 'withdrawn') throw new Refusal('conflict', 'solution.alreadyWithdrawn')
    const given = { status: answer, decidedBy: accountIdOf(ctx.actor), decidedAt: ctx.now }
    if (!(await answerConsent(tx, { solutionId, productId, quantity, role }, given)))
      throw await conflict(tx, 'solution', solutionId)
    const after = { productId, quantity, role }
    const states = { from: locked.status, to: locked.status }
    await record(tx, ctx, { noun: 'solution', id: solutionId, deed, ...states, formKey: key, after })
    const parts = await listParts(tx, solutionId, loaded.version.id)
    const product = parts.find(each => each.product.id === productId)?.pinned.name ?? ''
    const organization = membershipOf(ctx.actor, organizationId)?.name ?? ''
    await tell(tx, await membersOf(tx, [loaded.solution.organizationId]), {
      event,
      noun: 'solution',
      id: solutionId,
      params: { title: loaded.version.name, product, organization },
      key: `${event}:${key}`,
    })
  })
}

/** One question to a firm: may this product be part of the bundle, so many of it, in this role. */
export interface ConsentLine {
  productId: ProductId
  product: string
  version: number
  quantity: number
  role: string
  status: ConsentStatus
  formKey: string
  can: Verdict
}

export interface ConsentSheet {
  id: SolutionId
  name: string
  organization: string
  lines: ConsentLine[]
}

/** What the reader's firms are asked about a solution; to everybody else the question is not there. */
export async function consentSheet(ctx: Context, solutionId: unknown): Promise<ConsentSheet> {
  const loaded = await loadSolution(ctx, solutionId)
  permit(isSignedIn(ctx.actor))
  const solution = factsOf(loaded)
  const parts = await listParts(ctx.db, solution.id, loaded.version.id)
  const lines = parts.flatMap(({ consent, product, pinned }): ConsentLine[] => {
    if (!consent || !isMember(ctx.actor, consent.organizationId)) return []
    const { organizationId, quantity, role, status } = consent
    return [
      {
        ...{ productId: product.id, product: pinned.name, version: pinned.version, quantity, role, status },
        formKey: newFormKey(),
        can: canAnswerConsent(ctx.actor, { solution, organizationId }),
      },
    ]
  })
  if (lines.length === 0) throw new Refusal('notFound', 'solution.unknown')
  const { version, organization } = loaded
  return { id: solution.id, name: version.name, organization: organization.name, lines }
}
