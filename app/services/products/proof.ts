import { listMeasuredMetrics } from '#db/queries/product-evidence.ts'
import type { MeasuredMetric, ProofGap } from '#domain/products/evidence.ts'
import { proofGaps } from '#domain/products/evidence.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

// public: how the verbs beside it weigh evidence; each of them has judged before
/** What was measured in accepted pilots of this product. */
export async function measuredMetrics(ctx: Context, id: ProductId): Promise<MeasuredMetric[]> {
  const rows = await listMeasuredMetrics(ctx.db, id)
  return rows.flatMap(({ pilot, metric }) => (pilot === null ? [] : [{ pilot, metric }]))
}

/** What the facts lack for the grades they claim, judged by the pilots' own rows. */
export async function proofGapsOf(
  ctx: Context,
  id: ProductId,
  { specs }: Pick<ProductDraft, 'specs'>,
): Promise<ProofGap[]> {
  const claims = Object.values(specs).some(spec => spec?.grade === 'A')
  return proofGaps(specs, { today: dayOf(ctx.now), measured: claims ? await measuredMetrics(ctx, id) : [] })
}

/** Refuses at the controls themselves, all that is wrong at once. */
export async function demandProof(
  ctx: Context,
  id: ProductId,
  content: Pick<ProductDraft, 'specs'>,
): Promise<void> {
  const [first, ...others] = await proofGapsOf(ctx, id, content)
  if (!first) return
  const refuse = ({ field, error }: ProofGap, rest: readonly ProofGap[] = []): Refusal =>
    new Refusal('invalid', error, { path: field, others: rest.map(each => refuse(each)) })
  throw refuse(first, others)
}
