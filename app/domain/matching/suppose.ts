import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Specs } from '../ontology/requirement.ts'
import type { Match, MatchProduct, MatchScenario } from './match.ts'
import { matchPair } from './score.ts'
import { shape, type Weights } from './weights.ts'
import type { World } from './world.ts'

/** A pair with its explanation, wherever that was kept. */
export interface JudgedPair {
  weights: Weights
  scenario: MatchScenario
  product: MatchProduct
  match: Pick<Match, 'demandRows' | 'supplyRows'>
}

/** The same pair judged again as if the product had stated this as well; nothing else moves. */
export function suppose(pair: JudgedPair, change: Partial<MatchProduct>): Match {
  return matchPair(worldOfPair(pair), pair.scenario, { ...pair.product, ...change })
}

/** The product's facts with this one stated, by what evidence it has, or by the firm's own word. */
export function stating({ specs }: MatchProduct, criterion: CriterionId, value: CriterionValue): Specs {
  return { ...specs, [criterion]: { ...(specs[criterion] ?? { grade: 'C' }), value } }
}

/**
 * The world as far as the pair's own explanation tells it: how alike the texts are and what an unknown was taken for
 * stand in the rows. So a match that was stored is judged again without the market it was found in.
 */
export function worldOfPair({ weights, match }: JudgedPair): World {
  const text = match.demandRows.find(row => row.subject === 'text')
  const likeness = text ? -shape.textScale * Math.log(1 - text.g) : 0
  return {
    weights,
    corpus: { likeness: () => likeness },
    priors: {
      share(_, { criterion, value }) {
        const asked = JSON.stringify(value)
        const row = match.demandRows.find(
          each => each.subject === criterion && !each.known && JSON.stringify(each.need) === asked,
        )
        return row?.g ?? shape.unknownShare
      },
    },
  }
}
