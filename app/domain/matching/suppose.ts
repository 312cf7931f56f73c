import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Specs } from '../ontology/requirement.ts'
import type { Match, MatchProduct, MatchScenario } from './match.ts'
import { matchPair } from './score.ts'
import type { World } from './world.ts'

/** A pair with its explanation, wherever that was kept. */
export interface JudgedPair {
  /** What it was judged in. */
  world: World
  scenario: MatchScenario
  product: MatchProduct
  match: Pick<Match, 'demandRows' | 'supplyRows'>
}

/** The same pair judged again as if the product had stated this as well; nothing else moves. */
export function suppose(pair: JudgedPair, change: Partial<MatchProduct>): Match {
  return matchPair(pair.world, pair.scenario, { ...pair.product, ...change })
}

/** The product's facts with this one stated, by what evidence it has, or by the firm's own word. */
export function stating({ specs }: MatchProduct, criterion: CriterionId, value: CriterionValue): Specs {
  return { ...specs, [criterion]: { ...(specs[criterion] ?? { grade: 'C' }), value } }
}
