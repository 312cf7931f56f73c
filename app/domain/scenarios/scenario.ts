import { z } from 'zod'
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
  commercialFormIds,
  districtCodes,
  domainIds,
  readinessIds,
  targetDirectionIds,
} from '../vocabulary.ts'

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

const fields = {
  title: text({ min: 4, max: 80 }),
  domain: choice(domainIds),
  tasks: listOf(choice(taskIds), { min: 1, max: 5 }),
  district: choice(districtCodes),
  /** 要做的事 */
  situation: text({ min: 20, max: 3000 }),
  /** 现状与痛点 */
  pain: text({ min: 10, max: 3000 }),
  /** 现场条件 */
  site: text({ min: 10, max: 3000 }),
  /** 不在范围内 */
  exclusions: optional(text({ max: 2000 })),
  requirements: listOf(Requirement, { min: 1, max: 30 }),
  metrics: listOf(Metric, { min: 3, max: 20 }),
  readiness: choice(readinessIds),
  /** Budget for the whole pilot, typed in 万元. */
  budgetFen: money({ maxYuan: 1_000_000_000, unit: 'wan' }),
  units: decimal({ min: 1, max: 10_000, integer: true }),
  commercialForm: choice(commercialFormIds),
  acceptsUnfinalised: checkbox,
  pilotWeeks: decimal({ min: 1, max: 156, integer: true }),
  /** 应标截止, half-open: a bid at this instant is late. */
  bidDeadline: moment(),
  /** 现场档案 that the draft took its site from, and which version of it; set by applying one, never typed. */
  siteId: optional(id.site),
  siteVersion: optional(decimal({ min: 1, max: 1_000_000, integer: true })),
}

/** A scenario that can be submitted for review: nothing is missing. */
export const Scenario = z.object(fields)
export type Scenario = z.infer<typeof Scenario>

const MetricDraft = z.object(drafted(Metric.shape))

/** The same fields, one rule each, none of them required yet. */
export const ScenarioDraft = z.object({
  ...drafted(fields),
  tasks: listOf(choice(taskIds), { max: 5 }),
  requirements: listOf(RequirementDraft, { max: 30 }),
  metrics: listOf(MetricDraft, { max: 20 }),
})
export type ScenarioDraft = z.infer<typeof ScenarioDraft>
