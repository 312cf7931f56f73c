import { believedSpecs } from '#domain/products/evidence.ts'
import type { ProductDraft } from '#domain/products/product.ts'

// public: what anybody may read of a version, and no more
/** 研制经费声明 is for the firm and the bureau, and so is in which pilot a fact was measured. */
export function publicContent({ funding: _, grants: __, ...content }: ProductDraft): ProductDraft {
  return { ...content, specs: believedSpecs(content.specs) }
}

/** A version as this reader may have it; its evidence as far as it may be believed. */
export function contentFor(reader: 'public' | 'member' | 'officer', content: ProductDraft): ProductDraft {
  if (reader === 'public') return publicContent(content)
  return { ...content, specs: believedSpecs(content.specs, { links: true }) }
}
