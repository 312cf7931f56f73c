import type { NewProductVersion } from '#db/queries/products.ts'
import type { ProductDraft } from '#domain/products/product.ts'

/** The columns that repeat the content for lists and filters. */
export function columnsOf(
  content: ProductDraft,
): Pick<NewProductVersion, 'content' | 'name' | 'category' | 'maturity'> {
  return {
    content,
    name: content.name ?? '',
    category: content.category ?? null,
    maturity: content.maturity ?? null,
  }
}
