import { z } from 'zod'
import { calendarDay, checkbox, choice, decimal, optional, text } from '../shared/fields.ts'
import type { Localized } from '../shared/localized.ts'

/** 是否在用: not known is an answer of its own. */
export const useAnswers = {
  yes: { zh: '在用', en: 'In use' },
  no: { zh: '已停用', en: 'No longer in use' },
  unknown: { zh: '不清楚', en: 'Not known' },
} as const satisfies Record<string, Localized>
export type UseAnswer = keyof typeof useAnswers
export const useAnswerIds = Object.keys(useAnswers) as [UseAnswer, ...UseAnswer[]]

/** Whoever reads the page follows it: an address of the open web, and not in the clear. */
const httpsOnly = text({ max: 500 }).refine(
  value => URL.canParse(value) && new URL(value).protocol === 'https:' && !/[\s<>"]/.test(value),
  'product.httpsOnly',
)

/** 应用案例 as its firm declares it: where, since when, how many, for what; what is left out is 未披露. */
export const Deployment = z.object({
  place: text({ min: 2, max: 120 }),
  /** The user wants no name: `place` is a kind of place, such as 某三甲医院. */
  isAnonymous: checkbox,
  region: text({ min: 2, max: 60 }),
  since: calendarDay(),
  units: optional(decimal({ min: 1, max: 100_000, integer: true })),
  task: text({ min: 2, max: 200 }),
  evidenceUrl: optional(httpsOnly),
  inUse: choice(useAnswerIds),
})
export type Deployment = z.infer<typeof Deployment>
