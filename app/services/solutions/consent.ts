import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import type { ConsentRow } from '#db/queries/solutions.ts'
import { answerConsent, findConsent, listParts } from '#db/queries/solutions.ts'
import { isMember, membershipOf } from '#domain/shared/actor.ts'
import { choice, decimal, text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { ConsentStatus } from '#domain/solutions/parts.ts'
import { canAnswerConsent } from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit } from '../refusal.ts'
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

const words = { confirmed: '同意列入', declined: '不同意列入' } as const

/** 确认供货 or not: the firm of the product says so; its answer may be changed as long as the solution lives. */
export async function answerForPart(ctx: Context, input: AnswerConsent): Promise<void> {
  const { id: solutionId, productId, answer, quantity, role, formKey: key } = AnswerConsent.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const consent = found(await findConsent(ctx.db, solutionId, productId), 'solution.unknown')
  const { organizationId } = consent
  permit(canAnswerConsent(ctx.actor, { solution: factsOf(loaded), organizationId }))
  if (await alreadyDone(ctx.db, solutionId, key)) return
  const { status, organizationId: firm } = loaded.solution
  await inTransaction(ctx, async tx => {
    const given = { status: answer, decidedBy: accountIdOf(ctx.actor), decidedAt: ctx.now }
    if (!(await answerConsent(tx, { solutionId, productId, quantity, role }, given)))
      throw await conflict(tx, 'solution', solutionId)
    const deed = answer === 'confirmed' ? 'confirm' : 'decline'
    const after = { productId, quantity, role }
    await record(tx, ctx, {
      ...{ noun: 'solution', id: solutionId, deed, from: status, to: status },
      formKey: key,
      after,
    })
    const parts = await listParts(tx, solutionId, loaded.version.id)
    const product = parts.find(each => each.product.id === productId)?.pinned.name ?? ''
    const organization = membershipOf(ctx.actor, organizationId)?.name ?? ''
    await tell(tx, await membersOf(tx, [firm]), {
      event: 'solution.consentAnswered',
      noun: 'solution',
      id: solutionId,
      params: { title: loaded.version.name, product, organization, answer: words[answer] },
      key: `solution.consentAnswered:${key}`,
    })
  })
}

export interface ConsentSheet {
  id: SolutionId
  productId: ProductId
  title: string
  organization: string
  product: { name: string; version: number }
  status: ConsentStatus
  quantity: ConsentRow['quantity']
  role: ConsentRow['role']
  formKey: string
  can: Verdict
}

/** What the firm of a product is asked; to everybody else the question is not there. */
export async function consentSheet(ctx: Context, text: { id: unknown; productId: unknown }): Promise<ConsentSheet> {
  const loaded = await loadSolution(ctx, text.id)
  const productId = found(parseId<ProductId>(text.productId), 'solution.unknown')
  const consent = found(await findConsent(ctx.db, loaded.solution.id, productId), 'solution.unknown')
  const { organizationId, status, quantity, role } = consent
  const parts = await listParts(ctx.db, loaded.solution.id, loaded.version.id)
  const part = found(
    parts.find(each => each.product.id === productId),
    'solution.unknown',
  )
  const can = canAnswerConsent(ctx.actor, { solution: factsOf(loaded), organizationId })
  if (!isMember(ctx.actor, organizationId)) permit(can)
  return {
    ...{ id: loaded.solution.id, productId, status, quantity, role, can },
    title: loaded.version.name,
    organization: loaded.organization.name,
    product: { name: part.pinned.name, version: part.pinned.version },
    formKey: newFormKey(),
  }
}
