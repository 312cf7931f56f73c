import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { SpokenSpecs } from './spoken.ts'

export interface VersionView {
  version: number
  publishedAt: Date | null
  isPublic: boolean
  isShown: boolean
}

/** A product as its page draws it for one reader. */
export interface ProductPageView {
  id: string
  number: string | null
  rev: number
  status: ProductStatus
  source: Source
  sourceUrl: string | null
  isPublic: boolean
  organization: { name: string; region: string | null }
  content: Omit<ProductDraft, 'specs'>
  version: VersionView
  versions: readonly VersionView[]
  history: readonly { deed: string; at: Date; by: string; reason: string | null }[]
  reader: 'public' | 'member' | 'officer'
  /** What `content.specs` says, in the reader's words. */
  specs: SpokenSpecs
  missing: readonly { field: string; label: string; error: string }[]
  can: Record<'edit' | 'submit' | 'review' | 'revise' | 'withdraw', Verdict>
}
