import type { Localized } from '../shared/localized.ts'
import type { DomainId } from '../vocabulary.ts'
import type { CriterionId } from './criteria.ts'
import type { TaskId } from './task-table.ts'

/** 环节: the part of a domain's work that tasks belong to, with what usually decides which robot can do it. */
export interface Process {
  domains: readonly DomainId[]
  label: Localized
  tasks: readonly TaskId[]
  /** What bidders ask first, the most telling first. */
  decides: readonly CriterionId[]
}
