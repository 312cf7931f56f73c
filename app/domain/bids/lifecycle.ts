import { lifecycle } from '../shared/lifecycle.ts'

export type BidStatus =
  | 'draft'
  | 'submitted'
  | 'opened'
  | 'shortlisted'
  | 'selected'
  | 'notSelected'
  | 'withdrawn'
export type BidDeed = 'submit' | 'open' | 'shortlist' | 'select' | 'decline' | 'withdraw'

/** 应标方案: 草稿 → 已提交（密封）→ 已开封 → 入围 → 中选 / 未中选. Withdrawing is possible only while sealed. */
export const bidLifecycle = lifecycle<BidStatus, BidDeed>('bid', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { open: 'opened', withdraw: 'withdrawn' },
    opened: { shortlist: 'shortlisted', select: 'selected', decline: 'notSelected' },
    shortlisted: { select: 'selected', decline: 'notSelected' },
    selected: {},
    notSelected: {},
    withdrawn: {},
  },
})
