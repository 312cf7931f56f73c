import { z } from 'zod'
import { calendarDay, checkbox, choice, decimal, optional, text } from '../shared/fields.ts'
import { deploymentStageIds, useAnswerIds } from './vocabulary.ts'

/** Whoever reads the page follows it: an address of the open web. What others published may be there in the clear only. */
const webAddress = text({ max: 500 }).refine(
  value =>
    URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol) && !/[\s<>"]/.test(value),
  'product.webAddress',
)

/** 应用案例: where, since when, how many, for what; what is left out is 未披露. */
export const Deployment = z.object({
  place: optional(text({ min: 2, max: 120 })),
  /** The user wants no name: `place` is a kind of place, such as 某三甲医院. */
  isAnonymous: checkbox,
  region: optional(text({ min: 2, max: 60 })),
  since: optional(calendarDay()),
  units: optional(decimal({ min: 1, max: 100_000, integer: true })),
  task: text({ min: 2, max: 200 }),
  stage: optional(choice(deploymentStageIds)),
  evidenceUrl: optional(webAddress),
  /** What the page is, when it was written, and other pages that say the same. */
  evidenceNote: optional(text({ min: 2, max: 1000 })),
  inUse: choice(useAnswerIds),
})
export type Deployment = z.infer<typeof Deployment>

/** One row of a file: the case, and the product it is of, as the file names it; blank where no source names a product. */
export const DeploymentRow = z.object({
  ...Deployment.shape,
  product: optional(text({ max: 120 })),
  /** A file that says nothing of it does not know. */
  inUse: z.preprocess(value => value ?? 'unknown', choice(useAnswerIds)),
})
export type DeploymentRow = z.infer<typeof DeploymentRow>
