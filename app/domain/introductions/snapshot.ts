import type { MatchProduct, MatchScenario, NearMiss, Remark } from '../matching/match.ts'
import { matchProducts } from '../matching/rank.ts'
import { matchPair } from '../matching/score.ts'
import type { World } from '../matching/world.ts'
import { type CriterionId, isCriterionId } from '../ontology/criteria.ts'
import type { Tri } from '../shared/tri.ts'

/** 可考虑, 差一点, the work does not seem to fit, or more than one must is known to be unmet. */
export type Standing = 'main' | 'near' | 'rest' | 'out'

/** The match as it was when an introduction was sent: stored with it, for what is published may change afterwards. */
export interface MatchSnapshot {
  /** 互评分 and its two sides, 0 to 1. */
  score: number
  demand: number
  supply: number
  verdict: Tri
  standing: Standing
  reasons: readonly Remark[]
  risks: readonly Remark[]
  gap: Pick<NearMiss['gap'], 'criterion' | 'need' | 'have' | 'difference'> | null
  /** Musts that no source answers. */
  unknownMusts: readonly CriterionId[]
  /** The formula's version, the product's published version and the scenario's last 补充公告. */
  weights: number
  productVersion: number
  addenda: number
}

/** Reasons and risks that go with an introduction: the first ones, in the order of the match page. */
const told = 3

export function snapshotOf(
  world: World,
  { scenario, product }: { scenario: MatchScenario; product: MatchProduct },
  versions: { productVersion: number; addenda: number },
): MatchSnapshot {
  const list = matchProducts(world, scenario, [product], 1)
  const [main, near, rest] = [list.main[0], list.near[0], list.rest[0]]
  const explained = main ?? near ?? rest
  const match = explained ?? matchPair(world, scenario, product)
  const { score, demand, supply, verdict } = match
  const unknown = match.demandRows.flatMap(({ subject, necessity, state }) =>
    necessity === 'must' && state === 'U' && isCriterionId(subject) ? [subject] : [],
  )
  return {
    ...{ score, demand, supply, verdict },
    standing: main ? 'main' : near ? 'near' : rest ? 'rest' : 'out',
    reasons: explained?.reasons.slice(0, told) ?? [],
    risks: explained?.risks.slice(0, told) ?? [],
    gap: near ? gapOf(near) : null,
    unknownMusts: [...new Set(unknown)],
    weights: world.weights.version,
    ...versions,
  }
}

function gapOf({ gap: { criterion, need, have, difference } }: NearMiss): MatchSnapshot['gap'] {
  return { criterion, need, have, difference }
}
