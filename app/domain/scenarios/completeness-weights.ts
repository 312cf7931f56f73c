/**
 * 完整度: what a scenario says of what bidders need, 0 to 100. These parts and weights are public; each part is a
 * share that another answer never lowers.
 */
export const completenessWeights = {
  /** Domain, tasks and district. */
  basics: 10,
  /** 要做的事, 现行流程 and 现状与痛点. */
  situation: 15,
  /** 现场条件. */
  site: 15,
  /** The criteria that usually decide for the tasks, up to `decidingEnough` of them. */
  deciding: 20,
  /** Acceptance metrics with name, method, unit, direction and target, up to `metricsEnough`. */
  metrics: 20,
  /** Readiness, its evidence, budget, units and the form of cooperation. */
  money: 10,
  /** What bids are compared by, with weights that make 100. */
  evaluation: 5,
  /** The pilot's length, the end of questions and the deadline. */
  time: 5,
} as const
export type CompletenessPart = keyof typeof completenessWeights
export const completenessParts = Object.keys(completenessWeights) as CompletenessPart[]

export const decidingEnough = 4
export const metricsEnough = 3
