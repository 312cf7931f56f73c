import type { MatchProduct, MatchScenario } from './match.ts'
import { type Disclosed, openDisclosure } from './priors.ts'
import { type ConceptFinder, openTextCount, type TextBasis } from './text.ts'

/**
 * 评分依据: what a score takes from the market as a whole. If it moved with every publication, all stored scores would
 * drift unseen; so it is published as a version, which never changes.
 */
export interface Basis {
  /** How rare words are. */
  texts: TextBasis
  /** What kinds of product disclose. */
  disclosed: Disclosed
  /** Organisation → the share of what firms sent it that it answered in time; who is not named is not known. */
  responsiveness: Readonly<Record<string, number>>
}

/** A version of it as it was published. */
export interface PublishedBasis {
  version: number
  basis: Basis
}

/** Before anything is public there is nothing to go by: version 0, which is never stored. */
export const noBasis: PublishedBasis = {
  version: 0,
  basis: { texts: { documents: 0, spread: {}, unseen: 0 }, disclosed: {}, responsiveness: {} },
}

/** A version is kept until this share of what is public has changed since, and no longer than so many days. */
const staleShare = 0.05
const staleDays = 7

export function isStaleBasis({
  changed,
  published,
  days,
}: {
  changed: number
  published: number
  /** Since it was published. */
  days: number
}): boolean {
  return changed > staleShare * published || days >= staleDays
}

/** As much of what is public as the basis is made of. */
export interface Public {
  scenarios: readonly Pick<MatchScenario, 'text'>[]
  products: readonly Pick<MatchProduct, 'text' | 'category' | 'specs'>[]
}

/** Counts what is public bit by bit: the same basis for the same objects, in whatever order they come. */
export function openBasis(concepts: ConceptFinder): {
  add(some: Public): void
  basis(responsiveness?: Basis['responsiveness']): Basis
} {
  const texts = openTextCount(concepts)
  const disclosure = openDisclosure()
  return {
    add({ scenarios, products }) {
      for (const { text } of [...scenarios, ...products]) texts.add(text)
      for (const product of products) disclosure.add(product)
    },
    basis: (responsiveness = {}) => ({
      ...{ texts: texts.basis(), disclosed: disclosure.disclosed(), responsiveness },
    }),
  }
}
