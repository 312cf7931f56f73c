import type { DbOrTx } from '#db/client.ts'
import { findMeanings, type MeaningNoun } from '#db/queries/match-meaning.ts'
import type { Meaning } from '#domain/matching/meaning.ts'
import { builtInEmbedder } from './built-in.ts'
import type { Embedder } from './embedder.ts'

/** Which embedder the installation has: none, the built-in one, or an endpoint. */
export type EmbedderChoice = 'lsa' | Embedder

// public: what a public text is about is as public as the text
export async function openEmbedder(db: DbOrTx, choice: EmbedderChoice | undefined): Promise<Embedder | null> {
  return choice === 'lsa' ? builtInEmbedder(db) : (choice ?? null)
}

/** The meanings of a text's object and of its candidates; none without an embedder, and then no question is asked. */
export async function meaningsOf(
  db: DbOrTx,
  choice: EmbedderChoice | undefined,
  ids: Readonly<Record<MeaningNoun, readonly string[]>>,
): Promise<Record<MeaningNoun, Map<string, Meaning>> | null> {
  const embedder = await openEmbedder(db, choice)
  if (!embedder) return null
  const of = (noun: MeaningNoun) => findMeanings(db, { noun, embedder: embedder.name, ids: ids[noun] })
  const [scenario, product] = await Promise.all([of('scenario'), of('product')])
  return { scenario, product }
}
