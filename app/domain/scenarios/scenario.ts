import { z } from 'zod'
import { criterionIds } from '../ontology/criteria.ts'
import { Requirement, RequirementDraft } from '../ontology/requirement.ts'
import { taskIds } from '../ontology/tasks.ts'
import {
  checkbox,
  choice,
  decimal,
  drafted,
  listOf,
  moment,
  money,
  optional,
  text,
} from '../shared/fields.ts'
import { id } from '../shared/id-schemas.ts'
import {
  budgetEvidenceIds,
  commercialFormIds,
  districtCodes,
  domainIds,
  readinessIds,
  targetDirectionIds,
} from '../vocabulary.ts'
import { confidentialPartIds } from './confidential-parts.ts'
import { contradictionsIn } from './contradictions.ts'
import { templateIds } from './template-ids.ts'

/** 验收指标: what will be measured, how, from where to where. Copied unchanged into the pilot. */
export const Metric = z.object({
  name: text({ min: 2, max: 60 }),
  method: text({ min: 4, max: 400 }),
  unit: text({ max: 20 }),
  direction: choice(targetDirectionIds),
  baseline: optional(decimal({ min: -1e9, max: 1e9 })),
  target: decimal({ min: -1e9, max: 1e9 }),
  mandatory: checkbox,
})
export type Metric = z.infer<typeof Metric>

/** 评价标准: what the bids are compared by, with its share of 100. */
export const EvaluationCriterion = z.object({
  name: text({ min: 2, max: 40 }),
  weight: decimal({ min: 1, max: 100, integer: true }),
})

const fields = {
  /** The template that it was begun with, if any. */
  template: optional(choice(templateIds)),
  title: text({ min: 4, max: 80 }),
  domain: choice(domainIds),
  tasks: listOf(choice(taskIds), { min: 1, max: 5 }),
  district: choice(districtCodes),
  /** 要做的事 */
  situation: text({ min: 20, max: 3000 }),
  /** 现状与痛点 */
  pain: text({ min: 10, max: 3000 }),
  /** 现行流程, each number as far as it is known: people in a shift, shifts a day, hours of a shift, work done in a day. */
  processPeople: optional(decimal({ min: 0, max: 100_000 })),
  processShifts: optional(decimal({ min: 0, max: 24 })),
  processHours: optional(decimal({ min: 0, max: 24 })),
  processVolume: optional(decimal({ min: 0, max: 1e9 })),
  processUnit: optional(text({ max: 20 })),
  /** 现场条件 */
  site: text({ min: 10, max: 3000 }),
  /** 不在范围内 */
  exclusions: optional(text({ max: 2000 })),
  requirements: listOf(Requirement, { min: 1, max: 30 }),
  /** 待确认: asked, and the demand side does not know it yet; said openly instead of left out. */
  unknowns: listOf(choice(criterionIds), { max: 60 }),
  /** 无要求: asked, and there is no such need. */
  unneeded: listOf(choice(criterionIds), { max: 60 }),
  metrics: listOf(Metric, { min: 3, max: 20 }),
  readiness: choice(readinessIds),
  /** 经费落实依据; 实施类 names one. */
  budgetEvidence: optional(choice(budgetEvidenceIds)),
  budgetNote: optional(text({ max: 300 })),
  /** The lower end of the budget's band, where there is one; lists and matching go by the ceiling. */
  budgetFromFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
  /** Budget for the whole pilot, its ceiling, typed in 万元. */
  budgetFen: money({ maxYuan: 1_000_000_000, unit: 'wan' }),
  units: decimal({ min: 1, max: 10_000, integer: true }),
  commercialForm: choice(commercialFormIds),
  /** 租期或服务期: months that the budget of a rental or of the use pays for; asked of those two forms only. */
  termMonths: optional(decimal({ min: 1, max: 120, integer: true })),
  acceptsUnfinalised: checkbox,
  pilotWeeks: decimal({ min: 1, max: 156, integer: true }),
  /** 评价标准与权重, fixed before publication; the weights make 100. */
  evaluation: listOf(EvaluationCriterion, { min: 2, max: 10 }),
  /** 提问截止: before the bid deadline. */
  questionsUntil: moment(),
  /** 应标截止, half-open: a bid at this instant is late. */
  bidDeadline: moment(),
  /** 仅向已核验企业公开 */
  confidential: listOf(choice(confidentialPartIds), { max: confidentialPartIds.length }),
  /** 现场档案 that the draft took its site from, and which version of it; set by applying one, never typed. */
  siteId: optional(id.site),
  siteVersion: optional(decimal({ min: 1, max: 1_000_000, integer: true })),
  /** 随场景公开现场照片: whether readers see the photos and plans of that profile; not said is no. */
  sitePhotos: optional(checkbox),
}

/** A scenario that can be submitted for review: nothing is missing, and nothing contradicts itself. */
export const Scenario = z.object(fields).superRefine((content, context) => {
  for (const { path, message } of contradictionsIn(content))
    context.addIssue({ code: 'custom', path: [path], message })
})
export type Scenario = z.infer<typeof Scenario>

export const MetricDraft = z.object(drafted(Metric.shape))

export const EvaluationDraft = z.object(drafted(EvaluationCriterion.shape))

/** The same fields, one rule each, none of them required yet. */
export const ScenarioDraft = z.object({
  ...drafted(fields),
  tasks: listOf(choice(taskIds), { max: 5 }),
  requirements: listOf(RequirementDraft, { max: 30 }),
  metrics: listOf(MetricDraft, { max: 20 }),
  evaluation: optional(listOf(EvaluationDraft, { max: 10 })),
})
export type ScenarioDraft = z.infer<typeof ScenarioDraft>
