import { v7 } from 'uuid'
import { listParts } from '#db/queries/solution-parts.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import { Solution } from '#domain/solutions/solution.ts'
import type { Context } from '#services/context.ts'
import { digest } from '#services/digest.ts'
import { loadProduct } from '#services/products/load.ts'
import { AnswerConsent, answerForPart, consentSheet } from '#services/solutions/consent.ts'
import { draftSolution } from '#services/solutions/draft.ts'
import { loadSolution, solutionContent } from '#services/solutions/load.ts'
import { publishSolution } from '#services/solutions/review.ts'
import { reviseSolution } from '#services/solutions/revise.ts'
import { submitSolution } from '#services/solutions/submit.ts'
import { as } from './context.ts'
import { officer, robotFirm } from './factories.ts'
import { publishedProduct } from './products.ts'

type Typed = Record<string, unknown>

/** A solution with nothing missing, as its form would send it; its products are named by number. */
export function solutionInput(numbers: readonly string[], overrides: Typed = {}): Typed {
  return {
    name: '病区配送成套方案',
    summary: '配送机器人、调度系统与梯控接口合成的整套方案，含勘察、联调与培训。',
    domains: ['healthcare'],
    tasks: ['hospitalDelivery'],
    parts: numbers.map(number => ({ number, quantity: '2', role: '病区配送' })),
    software: [{ kind: 'dispatch', name: '院内调度', interfaces: 'HL7', deployment: 'onPremise' }],
    integration: '两周联调电梯与门禁',
    priceFromFen: '80',
    priceToFen: '120',
    deliveryWeeks: '8',
    ...overrides,
  }
}

export function solutionContentOf(numbers: readonly string[], overrides: Typed = {}): SolutionDraft {
  return Solution.parse(solutionInput(numbers, overrides))
}

interface SolutionOptions {
  /** The firm that bundles; a new one with a product of its own when nobody is named. */
  firm?: Person
  reviewer?: Person
  /** Instead of a new product of the firm. */
  products?: readonly ProductId[]
  content?: Typed
}

/** The number of a public product, as its page shows it. */
export async function numberOf(ctx: Context, id: ProductId): Promise<string> {
  const { product } = await loadProduct(ctx, id)
  if (!product.number) throw new Error('a product without a number')
  return product.number
}

export async function draftedSolution(ctx: Context, options: SolutionOptions = {}) {
  const firm = options.firm ?? (await robotFirm(ctx.db))
  const products = options.products ?? [
    (await publishedProduct(ctx, { firm, reviewer: options.reviewer })).id,
  ]
  const numbers = await Promise.all(products.map(id => numberOf(ctx, id)))
  const form = { ...solutionContentOf(numbers, options.content), formKey: v7() }
  const { id } = await draftSolution(as(ctx, firm), form)
  return { id, firm, products, numbers }
}

export async function submittedSolution(ctx: Context, options: SolutionOptions = {}) {
  const drafted = await draftedSolution(ctx, options)
  await submit(ctx, drafted)
  return drafted
}

export async function publishedSolution(ctx: Context, options: SolutionOptions = {}) {
  const submitted = await submittedSolution(ctx, options)
  const reviewer = options.reviewer ?? (await officer(ctx.db, 'handler'))
  await publish(ctx, { id: submitted.id, reviewer })
  return { ...submitted, reviewer }
}

interface Own {
  id: SolutionId
  firm: Person
}

export async function submit(ctx: Context, { id, firm }: Own): Promise<void> {
  const own = as(ctx, firm)
  await submitSolution(own, { id, rev: (await solutionDecision(own, id)).rev, formKey: v7() })
}

export async function revise(ctx: Context, { id, firm }: Own): Promise<void> {
  const own = as(ctx, firm)
  await reviseSolution(own, { id, rev: (await solutionDecision(own, id)).rev, formKey: v7() })
}

export async function publish(ctx: Context, { id, reviewer }: { id: SolutionId; reviewer: Person }) {
  const desk = as(ctx, reviewer)
  await publishSolution(desk, await solutionDecision(desk, id))
}

/** The firm of each asked product answers what its page shows. */
export async function answer(
  ctx: Context,
  { id, partner, answer: said }: { id: SolutionId; partner: Person; answer: 'confirmed' | 'declined' },
): Promise<void> {
  const theirs = as(ctx, partner)
  for (const { productId, quantity, role, formKey } of (await consentSheet(theirs, id)).lines)
    await answerForPart(
      theirs,
      AnswerConsent.parse({ id, productId, quantity: `${quantity}`, role, formKey, answer: said }),
    )
}

/** The hidden fields of a bureau's page of this solution, opened now. */
export async function solutionDecision(ctx: Context, id: SolutionId) {
  const { solution, version } = await loadSolution(ctx, id)
  const hash = digest(solutionContent(version, await listParts(ctx.db, id, version.id)))
  return { id, rev: solution.rev, hash, formKey: v7() }
}
