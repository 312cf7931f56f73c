import { z } from 'zod'
import { calendarDay, checkbox, choice, decimal, optional, text } from '../shared/fields.ts'
import { useAnswerIds } from './vocabulary.ts'

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
