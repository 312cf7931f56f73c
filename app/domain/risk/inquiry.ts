import { z } from 'zod'
import { robotCategoryIds, taskIds } from '../ontology/tasks.ts'
import { choice } from '../shared/fields.ts'
import { domainIds } from '../vocabulary.ts'
import { pilotSpaceIds } from './risk-item.ts'

/** What the picker of safety protocols asks: which robot, for what, where. All four, for each of them decides. */
export const RiskInquiry = z.object({
  category: choice(robotCategoryIds),
  task: choice(taskIds),
  domain: choice(domainIds),
  space: choice(pilotSpaceIds),
})
export type RiskInquiry = z.infer<typeof RiskInquiry>
