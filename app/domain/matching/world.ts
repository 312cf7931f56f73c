import { type Basis, openBasis, type Public, type PublishedBasis } from './basis.ts'
import { type Priors, priorsFrom } from './priors.ts'
import { type ConceptFinder, type Corpus, corpusFrom } from './text.ts'
import { builtInWeights, type Weights } from './weights.ts'

/** What a pair's score takes besides the pair: the weights, how rare words are, and what kinds of product disclose. */
export interface World {
  weights: Weights
  /** The version of the basis that the rest comes from; 0 for one that was never published. */
  basisVersion: number
  corpus: Corpus
  priors: Priors
  responsiveness: Basis['responsiveness']
}

/** With versioned weights and a versioned basis a score is a function of the pair alone. */
export function worldFrom(
  { version, basis }: PublishedBasis,
  concepts: ConceptFinder,
  weights: Weights = builtInWeights,
): World {
  return {
    weights,
    basisVersion: version,
    corpus: corpusFrom(basis.texts, concepts),
    priors: priorsFrom(basis.disclosed),
    responsiveness: basis.responsiveness,
  }
}

/** A world of its own for these objects, by the same formulae; it remembers all their texts. */
export function worldOf(objects: Public, concepts: ConceptFinder, weights?: Weights): World {
  const counted = openBasis(concepts)
  counted.add(objects)
  const basis = counted.basis()
  const corpus = corpusFrom(basis.texts, concepts, Number.POSITIVE_INFINITY)
  return { ...worldFrom({ version: 0, basis }, concepts, weights), corpus }
}
