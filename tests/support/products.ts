import { v7 } from 'uuid'
import { Product } from '#domain/products/product.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { digest } from '#services/digest.ts'
import { productContent as contentOf } from '#services/products/content.ts'
import { draftProduct } from '#services/products/draft.ts'
import { loadProduct } from '#services/products/load.ts'
import { publishProduct } from '#services/products/review.ts'
import { reviseProduct } from '#services/products/revise.ts'
import { submitProduct } from '#services/products/submit.ts'
import { as } from './context.ts'
import { officer, robotFirm } from './factories.ts'

type Typed = Record<string, unknown>

/** What a third-party test says of itself. */
export const tested = {
  grade: 'B',
  source: '检测报告 2026-0512',
  sourceDay: '2026-01-12',
  body: '示例检测中心',
} as const

/** A product with nothing missing, as the form would send it. */
export function productInput(overrides: Typed = {}): Typed {
  return {
    name: '药小递 Y3',
    model: 'Y3-2026',
    category: 'hospitalDelivery',
    domains: ['healthcare'],
    tasks: ['hospitalDelivery'],
    summary: '院内药品与标本配送机器人，自己乘电梯、过自动门，分格上锁，到站刷卡开格。',
    specs: {
      payloadKg: { value: '60', ...tested },
      elevator: { value: 'true', grade: 'C' },
      passageWidthMm: { value: '720', grade: 'C' },
      noiseDbA: { value: '52', ...tested },
    },
    maturity: 'unfinalised',
    trl: '7',
    funding: 'none',
    priceFromFen: '15',
    priceToFen: '18',
    commercialForms: ['purchase', 'trialThenBuy'],
    regions: '京津冀',
    ...overrides,
  }
}

export function productContent(overrides: Typed = {}): Product {
  return Product.parse(productInput(overrides))
}

interface ProductOptions {
  content?: Typed
  firm?: Person
  reviewer?: Person
}

/** A draft of `firm`, which is a new robot firm when nobody is named. */
export async function draftedProduct(ctx: Context, { content, firm }: ProductOptions = {}) {
  const person = firm ?? (await robotFirm(ctx.db))
  const { id } = await draftProduct(as(ctx, person), { ...productContent(content), formKey: v7() })
  return { id, firm: person }
}

export async function submittedProduct(ctx: Context, options: ProductOptions = {}) {
  const drafted = await draftedProduct(ctx, options)
  await submit(ctx, drafted)
  return drafted
}

export async function publishedProduct(ctx: Context, options: ProductOptions = {}) {
  const submitted = await submittedProduct(ctx, options)
  const reviewer = options.reviewer ?? (await officer(ctx.db, 'handler'))
  await publish(ctx, { id: submitted.id, reviewer })
  return { ...submitted, reviewer }
}

export async function submit(ctx: Context, { id, firm }: { id: ProductId; firm: Person }): Promise<void> {
  const own = as(ctx, firm)
  await submitProduct(own, { id, rev: await productRev(own, id), formKey: v7() })
}

export async function publish(
  ctx: Context,
  { id, reviewer }: { id: ProductId; reviewer: Person },
): Promise<void> {
  const desk = as(ctx, reviewer)
  await publishProduct(desk, await productDecision(desk, id))
}

export async function revise(ctx: Context, { id, firm }: { id: ProductId; firm: Person }): Promise<void> {
  const own = as(ctx, firm)
  await reviseProduct(own, { id, rev: await productRev(own, id), formKey: v7() })
}

/** The hidden fields of a bureau's page of this product, opened now. */
export async function productDecision(ctx: Context, id: ProductId) {
  const { product, version } = await loadProduct(ctx, id)
  return { id, rev: product.rev, hash: digest(contentOf(version)), formKey: v7() }
}

/** The revision that a page of this product would show now. */
export async function productRev(ctx: Context, id: ProductId): Promise<number> {
  const { product } = await loadProduct(ctx, id)
  return product.rev
}
