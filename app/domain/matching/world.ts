import type { MatchProduct, MatchScenario } from './match.ts'
import { type Priors, priorsOf } from './priors.ts'
import { type ConceptFinder, type Corpus, corpusOf } from './text.ts'

/** What a pair's score takes from all the others: how rare words are, and what kinds of product disclose. */
export interface World {
  corpus: Corpus
  priors: Priors
}

export function worldOf(
  { scenarios, products }: { scenarios: readonly MatchScenario[]; products: readonly MatchProduct[] },
  concepts: ConceptFinder,
): World {
  const texts = [...scenarios, ...products].map(each => each.text)
  return { corpus: corpusOf(texts, concepts), priors: priorsOf(products) }
}
