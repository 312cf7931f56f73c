import type { Localized } from '../shared/localized.ts'

/** Why a firm does not state a fact: 暂不披露, 尚未测得, 不适用, 无法提供. */
export const withholdReasonIds = ['undisclosed', 'unmeasured', 'notApplicable', 'cannot'] as const
export type WithholdReason = (typeof withholdReasonIds)[number]

export const withholdReasons: Readonly<Record<WithholdReason, Localized>> = {
  undisclosed: { zh: '暂不披露', en: 'Not disclosed for now' },
  unmeasured: { zh: '尚未测得', en: 'Not measured yet' },
  notApplicable: { zh: '对本产品不适用', en: 'Does not apply to this product' },
  cannot: { zh: '无法提供', en: 'Cannot be given' },
}
