import { lifecycle } from '../shared/lifecycle.ts'

export type ClaimStatus =
  | 'draft'
  | 'submitted'
  | 'precheck'
  | 'review'
  | 'notice'
  | 'approved'
  | 'paid'
  | 'rejected'
  | 'reversed'
export type ClaimDeed =
  | 'submit'
  | 'precheck'
  | 'return'
  | 'forward'
  | 'announce'
  | 'approve'
  | 'recordPayment'
  | 'reject'
  | 'reverse'

/** 奖励申报: 草稿 → 提交 → 预审 → 评审 → 公示 → 审定（预留）→ 已拨付. The platform records payment; it does not pay. */
export const claimLifecycle = lifecycle<ClaimStatus, ClaimDeed>('claim', {
  initial: 'draft',
  table: {
    draft: { submit: 'submitted' },
    submitted: { precheck: 'precheck', return: 'draft', reject: 'rejected' },
    precheck: { forward: 'review', return: 'draft', reject: 'rejected' },
    review: { announce: 'notice', reject: 'rejected' },
    notice: { approve: 'approved', reject: 'rejected' },
    approved: { recordPayment: 'paid', reverse: 'reversed' },
    paid: { reverse: 'reversed' },
    rejected: {},
    reversed: {},
  },
})
