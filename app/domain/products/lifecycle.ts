import { lifecycle } from '../shared/lifecycle.ts'

export type ProductStatus = 'draft' | 'submitted' | 'returned' | 'published' | 'suspended' | 'withdrawn'
export type ProductDeed =
  | 'submit'
  | 'return'
  | 'publish'
  | 'revise'
  | 'suspend'
  | 'halt'
  | 'uphold'
  | 'appeal'
  | 'resume'
  | 'resumeRevision'
  | 'withdraw'

/**
 * 产品: 草稿 → 待审 → 已发布 → 暂停 / 撤回. A published product is revised as a new version that is reviewed again, and the
 * old version stays on show meanwhile; so what is on show may be suspended from each of these states. `suspend` is its
 * firm's own act, `halt` the bureau's; `appeal` and `uphold` are said while it stays suspended. It comes back as it was,
 * with the revision that was under way as a draft, or by its next version: `revise` gives up the one that is hidden.
 */
export const productLifecycle = lifecycle<ProductStatus, ProductDeed>('product', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', suspend: 'suspended', halt: 'suspended', withdraw: 'withdrawn' },
    submitted: {
      publish: 'published',
      return: 'returned',
      suspend: 'suspended',
      halt: 'suspended',
      withdraw: 'withdrawn',
    },
    returned: { submit: 'submitted', suspend: 'suspended', halt: 'suspended', withdraw: 'withdrawn' },
    published: { revise: 'draft', suspend: 'suspended', halt: 'suspended', withdraw: 'withdrawn' },
    suspended: {
      resume: 'published',
      resumeRevision: 'draft',
      revise: 'draft',
      halt: 'suspended',
      uphold: 'suspended',
      appeal: 'suspended',
      withdraw: 'withdrawn',
    },
    withdrawn: {},
  },
})
