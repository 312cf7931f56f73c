/**
 * 完整度: what a scenario says of what bidders need, 0 to 100. These parts and weights are public; each part is a
 * share that another answer never lowers.
 */
export const completenessWeights = {
  /** Domain, tasks and district. */
  basics: 10,
  /** 要做的事 and 现状与痛点. */
  situation: 15,
  /** 现场条件. */
  site: 15,
  /** The criteria that usually decide for the tasks, up to `decidingEnough` of them. */
  deciding: 25,
  /** Acceptance metrics with name, method, unit, direction and target, up to `metricsEnough`. */
  metrics: 20,
  /** Readiness, budget, units and the form of cooperation. */
  money: 10,
  /** The pilot's length and the deadline. */
  time: 5,
} as const
export type CompletenessPart = keyof typeof completenessWeights
export const completenessParts = Object.keys(completenessWeights) as CompletenessPart[]

export const decidingEnough = 4
export const metricsEnough = 3
