import { lifecycle } from '../shared/lifecycle.ts'

export type ConceptStatus = 'proposed' | 'published' | 'returned' | 'withdrawn'
export type ConceptDeed = 'publish' | 'return' | 'withdraw'

/** 概念修改: 待复核 → 已发布, 已退回 or 已撤回. What was published is undone by another proposal. */
export const conceptLifecycle = lifecycle<ConceptStatus, ConceptDeed>('concept', {
  initial: 'proposed',
  table: {
    proposed: { publish: 'published', return: 'returned', withdraw: 'withdrawn' },
    published: {},
    returned: {},
    withdrawn: {},
  },
})
