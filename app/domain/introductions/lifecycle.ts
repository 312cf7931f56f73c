import { lifecycle } from '../shared/lifecycle.ts'

export type IntroductionStatus = 'sent' | 'welcomed' | 'declined' | 'lapsed' | 'withdrawn'
export type IntroductionDeed = 'welcome' | 'turnDown' | 'withdraw' | 'lapse'

/** 引荐: 待答复 → 愿接洽 / 婉拒; its sender may take it back before an answer, and unanswered it ends with the call. */
export const introductionLifecycle = lifecycle<IntroductionStatus, IntroductionDeed>('introduction', {
  initial: 'sent',
  table: {
    sent: { welcome: 'welcomed', turnDown: 'declined', withdraw: 'withdrawn', lapse: 'lapsed' },
    welcomed: {},
    declined: {},
    lapsed: {},
    withdrawn: {},
  },
})
