import { lifecycle } from '../shared/lifecycle.ts'

export type WeightsStatus = 'proposed' | 'published' | 'returned' | 'withdrawn'
export type WeightsDeed = 'publish' | 'return' | 'withdraw'

/** 权重修改: 待复核 → 已发布, 已退回 or 已撤回. What was published is undone by another proposal. */
export const weightsLifecycle = lifecycle<WeightsStatus, WeightsDeed>('weights', {
  initial: 'proposed',
  table: {
    proposed: { publish: 'published', return: 'returned', withdraw: 'withdrawn' },
    published: {},
    returned: {},
    withdrawn: {},
  },
})
