import { lifecycle } from '../shared/lifecycle.ts'

export type ProductStatus = 'draft' | 'submitted' | 'returned' | 'published' | 'suspended' | 'withdrawn'
export type ProductDeed = 'submit' | 'return' | 'publish' | 'revise' | 'suspend' | 'resume' | 'withdraw'

/** 产品: 草稿 → 待审 → 已发布 → 暂停 / 撤回. A published product is revised as a new version that is reviewed again. */
export const productLifecycle = lifecycle<ProductStatus, ProductDeed>('product', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { publish: 'published', return: 'returned', withdraw: 'withdrawn' },
    returned: { submit: 'submitted', withdraw: 'withdrawn' },
    published: { revise: 'draft', suspend: 'suspended', withdraw: 'withdrawn' },
    suspended: { resume: 'published', withdraw: 'withdrawn' },
    withdrawn: {},
  },
})
