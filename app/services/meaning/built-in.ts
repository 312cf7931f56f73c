import type { Db, DbOrTx } from '#db/client.ts'
import { keepSpace, newestSpace, readySpaceVersion, type Space } from '#db/queries/match-meaning.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { countTokens } from '#domain/matching/text.ts'
import type { Embedder } from './embedder.ts'
import { fitLsa, lsaFrom, placeIn, storedLsa } from './lsa.ts'

const dimensions = 32
/** More texts make the space no better and the fitting longer; they are taken evenly. */
const enoughTexts = 2_000

export const spaceName = (version: number) => `lsa/${version}`

// public: it works on what anybody may read
/** The built-in embedder in the space that is in use; `null` until one has been fitted. */
export async function builtInEmbedder(db: DbOrTx): Promise<Embedder | null> {
  const version = await readySpaceVersion(db)
  if (version === null) return null
  return {
    name: spaceName(version),
    async embed(texts) {
      if (texts.length === 0) return []
      const space = await newestSpace(db, { ready: true })
      if (space?.version !== version) throw new Error('the space of meanings has just been renewed')
      return embedderOf(space).embed(texts)
    },
  }
}

/** The embedder of one space. */
export function embedderOf({ version, content }: Pick<Space, 'version' | 'content'>): Embedder {
  const lsa = lsaFrom(content)
  return {
    name: spaceName(version),
    embed: async texts => texts.map(text => placeIn(lsa, countTokens(text, ontologyConcepts))),
  }
}

/** Fits a new space to these texts; `null` where they are too few. */
export async function fitSpace(
  db: Db,
  texts: readonly string[],
  now: Date,
): Promise<Pick<Space, 'version' | 'content'> | null> {
  const step = Math.max(1, Math.ceil(texts.length / enoughTexts))
  const some = texts.filter((_, index) => index % step === 0)
  const lsa = fitLsa(
    some.map(text => countTokens(text, ontologyConcepts)),
    dimensions,
  )
  if (!lsa) return null
  const version = ((await newestSpace(db, { ready: false }))?.version ?? 0) + 1
  const content = storedLsa(lsa)
  await keepSpace(db, { version, content, texts: some.length, madeAt: now })
  return { version, content }
}
