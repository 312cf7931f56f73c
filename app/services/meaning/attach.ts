import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import type { Context } from '../context.ts'
import { keepMeaningsOf, type Said } from './keep.ts'
import { meaningsOf, openEmbedder } from './open.ts'

interface Objects {
  scenarios: readonly MatchScenario[]
  products: readonly MatchProduct[]
}

type Asking = Pick<Context, 'db' | 'embedder'>

// public: what a public text is about is as public as the text
/** The same objects with what their texts are about, as far as it is known; the very same without an embedder. */
export async function withMeanings(
  { db, embedder }: Asking,
  { scenarios, products }: Objects,
): Promise<Objects> {
  const known = await meaningsOf(db, embedder, {
    scenario: scenarios.map(each => each.id),
    product: products.map(each => each.id),
  })
  if (!known) return { scenarios, products }
  return {
    scenarios: scenarios.map(each => ({ ...each, meaning: known.scenario.get(each.id) ?? null })),
    products: products.map(each => ({ ...each, meaning: known.product.get(each.id) ?? null })),
  }
}

// public: a job of the platform on a text that anybody may read
/**
 * Sees to the meaning of one object before it is matched. An embedder that does not answer is no reason not to match:
 * the words do, and the night's renewal makes up for it.
 */
export async function rememberMeaning(
  { db, embedder, onProblem }: Pick<Context, 'db' | 'embedder' | 'onProblem'>,
  noun: 'scenario' | 'product',
  { id, text }: Said,
): Promise<void> {
  try {
    const open = await openEmbedder(db, embedder)
    if (open) await keepMeaningsOf(db, open, { noun, said: [{ id, text }] })
  } catch (error) {
    onProblem?.(error)
  }
}
