import { isCriterionId } from '../ontology/criteria.ts'
import { type Shortfall, shortfall } from './constraint.ts'
import type { ExplainedMatch, Match, MatchProduct, MatchRow, MatchScenario, NearMiss } from './match.ts'
import { reasonsOf, risksOf } from './remarks.ts'
import { matchPair } from './score.ts'
import type { World } from './world.ts'

/** A suggestion, best first. It is never a gate: any verified firm may bid on any published scenario. */
export interface MatchList {
  /** 可考虑: the work fits and no must is known to be unmet. */
  main: ExplainedMatch[]
  /** 差一点: the work fits and exactly one must is known to be unmet; the smallest gap first. */
  near: NearMiss[]
  /** No must is known to be unmet, but the work does not seem to fit. */
  rest: ExplainedMatch[]
  /** How many were computed, so that every number has its denominator. */
  computed: number
}

/** The best products for a scenario. */
export function matchProducts(
  world: World,
  scenario: MatchScenario,
  products: readonly MatchProduct[],
  limit = 10,
): MatchList {
  const pairs = products.map(product => ({ scenario, product, match: matchPair(world, scenario, product) }))
  return listOf(pairs, ({ match }) => match.productId, limit)
}

/** The best scenarios for a product, with the very same scores. */
export function matchScenarios(
  world: World,
  product: MatchProduct,
  scenarios: readonly MatchScenario[],
  limit = 10,
): MatchList {
  const pairs = scenarios.map(scenario => ({ scenario, product, match: matchPair(world, scenario, product) }))
  return listOf(pairs, ({ match }) => match.scenarioId, limit)
}

interface Pair {
  scenario: MatchScenario
  product: MatchProduct
  match: Match
}

/** Every product's id in the order suggested: what fits, then what does not seem to; known unmet musts are left out. */
export function orderProducts(
  world: World,
  scenario: MatchScenario,
  products: readonly MatchProduct[],
): string[] {
  const open = products
    .map(product => matchPair(world, scenario, product))
    .filter(match => match.verdict !== 'F')
    .sort((a, b) => order(a, b) || compare(a.productId, b.productId))
  const fits = (match: Match) => match.relevance !== 'F'
  return [...open.filter(fits), ...open.filter(match => !fits(match))].map(match => match.productId)
}

function listOf(pairs: readonly Pair[], idOf: (pair: Pair) => string, limit: number): MatchList {
  const ranked = [...pairs].sort((a, b) => order(a.match, b.match) || compare(idOf(a), idOf(b)))
  const open = ranked.filter(({ match }) => match.verdict !== 'F')
  const near = ranked.flatMap(missOf).sort((a, b) => a.gap.relative - b.gap.relative)
  return {
    main: open
      .filter(({ match }) => match.relevance !== 'F')
      .slice(0, limit)
      .map(explain),
    near: near.slice(0, limit).map(({ pair, gap }) => Object.assign(explain(pair), { gap })),
    rest: open
      .filter(({ match }) => match.relevance === 'F')
      .slice(0, limit)
      .map(explain),
    computed: pairs.length,
  }
}

/**
 * Higher score first, then the higher demand side; the caller breaks what is left by id. Nine digits are compared, so
 * that scores which differ by rounding only are equal and the order does not depend on the machine.
 */
export function order(a: Match, b: Match): number {
  const digits = (value: number) => Math.round(value * 1e9)
  return digits(b.score) - digits(a.score) || digits(b.demand) - digits(a.demand)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The match with its reasons and risks in words' keys, worked out when they are read: of many only the score is. */
function explain({ scenario, product, match }: Pair): ExplainedMatch {
  let reasons: ExplainedMatch['reasons'] | null = null
  let risks: ExplainedMatch['risks'] | null = null
  return {
    ...match,
    get reasons() {
      reasons ??= reasonsOf(match, scenario, product)
      return reasons
    },
    get risks() {
      risks ??= risksOf(match)
      return risks
    },
  }
}

function missOf(pair: Pair): { pair: Pair; gap: NearMiss['gap'] }[] {
  const unmet = pair.match.demandRows.filter(each => each.necessity === 'must' && each.state === 'F')
  const [only, second] = unmet
  if (pair.match.relevance === 'F' || !only || second || !isCriterionId(only.subject)) return []
  return [{ pair, gap: { criterion: only.subject, need: only.need, have: only.have, ...gapOf(only) } }]
}

function gapOf({ subject, need, have }: MatchRow): Shortfall {
  return isCriterionId(subject) ? shortfall(subject, need, have) : { difference: null, relative: 1 }
}
