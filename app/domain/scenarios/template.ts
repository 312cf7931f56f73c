import type { CriterionId } from '../ontology/criteria.ts'
import type { TaskId } from '../ontology/task-table.ts'
import type { Localized } from '../shared/localized.ts'
import type { DomainId, TargetDirection } from '../vocabulary.ts'

/** A metric as a template proposes it. It carries no number: `hint` says where a target usually comes from. */
export interface ProposedMetric {
  name: Localized
  method: Localized
  unit: Localized
  direction: TargetDirection
  mandatory: boolean
  hint: Localized
}

/** 场景模板: what somebody who knows no robots would be asked, and a first wording of it. */
export interface Template {
  domain: DomainId
  tasks: readonly TaskId[]
  label: Localized
  title: Localized
  /** What to write about under 要做的事. */
  prompts: readonly Localized[]
  /** Criteria asked before all others. */
  asks: readonly CriterionId[]
  metrics: readonly ProposedMetric[]
  exclusions: Localized
}

export const both = (zh: string, en: string): Localized => ({ zh, en })

type Wording = readonly [zh: string, en: string]

interface MetricWords {
  name: Wording
  method: Wording
  unit: Wording
  direction: TargetDirection
  hint: Wording
  optional?: true
}

export function metric({ name, method, unit, direction, hint, optional }: MetricWords): ProposedMetric {
  return {
    name: both(...name),
    method: both(...method),
    unit: both(...unit),
    direction,
    mandatory: !optional,
    hint: both(...hint),
  }
}

/** 人工介入: how often somebody has to come. */
export const interventions = metric({
  name: ['人工介入', 'Interventions'],
  method: [
    '需要人到场处置的次数除以计划运行小时，取后台事件，全试点期',
    'Times somebody had to come, divided by scheduled hours; from the event log, over the whole pilot',
  ],
  unit: ['次/h', 'per hour'],
  direction: 'atMost',
  hint: ['先问企业在同类现场的记录', 'Ask firms for their record at similar sites first'],
})

/** 计划内可用率. */
export const availability = metric({
  name: ['计划时段可用率', 'Availability in scheduled hours'],
  method: [
    '能接任务的小时除以计划运行小时，取后台事件，全试点期',
    'Hours in which it could take a job, divided by scheduled hours; from the event log, over the whole pilot',
  ],
  unit: ['%', '%'],
  direction: 'atLeast',
  hint: ['一天停多久不影响您的工作', 'How long a day it may stand still without harm to your work'],
})

/** 安全事件: counted, with nobody hurt as the usual target. */
export const incidents = metric({
  name: ['安全事件', 'Safety incidents'],
  method: [
    '碰撞、夹伤、跌落等事件的件数，按本单位不良事件登记，全试点期',
    'Collisions, pinches, falls and the like, as entered in your own incident register, over the whole pilot',
  ],
  unit: ['件', 'incidents'],
  direction: 'atMost',
  hint: ['多数单位定为 0', 'Most set it to 0'],
})

/** 人工工时: what people still spend on it. */
export const staffTime = metric({
  name: ['人工工时', 'Staff time'],
  method: [
    '从事这项工作的人时，现状与试点各记录连续五个工作日，取日均',
    'Person-hours spent on this work, recorded for five working days before and during the pilot, daily mean',
  ],
  unit: ['人时/日', 'person-hours per day'],
  direction: 'atMost',
  hint: ['现状先量五天，再定目标', 'Measure five days first, then set the target'],
})
