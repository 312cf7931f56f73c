import { lifecycle } from '../shared/lifecycle.ts'

export type InquiryStatus = 'asked' | 'stated' | 'withheld' | 'lapsed'
export type InquiryDeed = 'state' | 'withhold' | 'lapse'

/** 待确认: 已询问 → 已披露 / 不提供; what was not given may still be published later. Unanswered it ends with the call. */
export const inquiryLifecycle = lifecycle<InquiryStatus, InquiryDeed>('inquiry', {
  initial: 'asked',
  table: {
    asked: { state: 'stated', withhold: 'withheld', lapse: 'lapsed' },
    stated: {},
    withheld: { state: 'stated' },
    lapsed: {},
  },
})
