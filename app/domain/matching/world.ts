import type { MatchProduct, MatchScenario } from './match.ts'
import { type Priors, priorsOf } from './priors.ts'
import { type ConceptFinder, type Corpus, corpusOf } from './text.ts'
import { builtInWeights, type Weights } from './weights.ts'

/** What a pair's score takes besides the pair: the weights, how rare words are, and what kinds of product disclose. */
export interface World {
  weights: Weights
  corpus: Corpus
  priors: Priors
}

export function worldOf(
  { scenarios, products }: { scenarios: readonly MatchScenario[]; products: readonly MatchProduct[] },
  concepts: ConceptFinder,
  weights: Weights = builtInWeights,
): World {
  const texts = [...scenarios, ...products].map(each => each.text)
  return { weights, corpus: corpusOf(texts, concepts), priors: priorsOf(products) }
}
