import { lifecycle } from '../shared/lifecycle.ts'

export type SolutionStatus = 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn'
export type SolutionDeed = 'submit' | 'return' | 'publish' | 'revise' | 'withdraw'

/** 系统解决方案: 草稿 → 待审 → 已发布 → 撤回. A published one is revised as a new version that is reviewed again. */
export const solutionLifecycle = lifecycle<SolutionStatus, SolutionDeed>('solution', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { publish: 'published', return: 'returned', withdraw: 'withdrawn' },
    returned: { submit: 'submitted', withdraw: 'withdrawn' },
    published: { revise: 'draft', withdraw: 'withdrawn' },
    withdrawn: {},
  },
})
