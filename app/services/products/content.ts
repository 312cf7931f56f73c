import type { ProductDraft } from '#domain/products/product.ts'

/** One version of a product as it is decided on, and as bids pin it. */
export function productContent({ version, content }: { version: number; content: ProductDraft }) {
  return { version, ...content }
}
