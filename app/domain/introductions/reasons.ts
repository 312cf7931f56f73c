import type { Localized } from '../shared/localized.ts'

/** Why one is declined; the sender reads it. `openRoute`: everybody answers by the open call and nobody besides it. */
export const declineReasonIds = [
  'notFit',
  'gap',
  'capacity',
  'timing',
  'region',
  'budget',
  'openRoute',
  'other',
] as const
export type DeclineReason = (typeof declineReasonIds)[number]

export const declineReasons: Readonly<Record<DeclineReason, Localized>> = {
  notFit: { zh: '用途不合', en: 'Not the right use' },
  gap: { zh: '有条件达不到', en: 'A condition cannot be met' },
  capacity: { zh: '近期排不开', en: 'No capacity at present' },
  timing: { zh: '时间不合', en: 'The timing does not suit' },
  region: { zh: '地区服务不到', en: 'The region is not served' },
  budget: { zh: '预算不合', en: 'The budget does not suit' },
  openRoute: { zh: '只按公开应标比选，不单独接洽', en: 'Answers by the open call only' },
  other: { zh: '其他', en: 'Another reason' },
}
