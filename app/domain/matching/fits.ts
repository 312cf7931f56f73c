import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { MatchProduct, MatchScenario } from './match.ts'

/** As much of a product as decides whether it fits: its work and its typed facts. */
export type FitProduct = Pick<MatchProduct, 'id' | 'tasks' | 'category' | 'specs'>
/** As much of a scenario: the work asked for and the musts among its requirements. */
export type FitNeed = Pick<MatchScenario, 'tasks' | 'requirements'>

/** What one 必须 requirement does to the products whose work fits. */
export interface MustCount {
  criterion: CriterionId
  need: CriterionValue
  /** Products that state otherwise. */
  unmet: number
  /** Of these, products that this must alone rules out: every other must is met or not disclosed. */
  alone: number
  /** Products of which it is not known (未披露). */
  undisclosed: number
}

/**
 * How many published products would fit a scenario, by the matcher's own verdicts: `published` is all of them, `work`
 * those whose work fits or may fit, and these fall apart into the four that follow.
 */
export interface FitCount {
  published: number
  work: number
  /** Every must is known to be met. */
  fits: number
  /** No must is known to be unmet, but at least one is not disclosed. */
  open: number
  /** 差一点: exactly one must is known to be unmet. */
  near: number
  /** More than one is. */
  ruledOut: number
  musts: MustCount[]
}
