import type { DbOrTx } from '#db/client.ts'
import { findDigests, keepMeanings, type MeaningNoun } from '#db/queries/match-meaning.ts'
import { sha256 } from '../digest.ts'
import type { Embedder } from './embedder.ts'

export interface Said {
  id: string
  text: string
}

const batch = 64

// public: it keeps what an embedder makes of texts that anybody may read
/**
 * Sees to it that each of these texts has its meaning; what was made of the same text is not made again. Gives the ids
 * whose meaning is new. Stopped anywhere it goes on where it was.
 */
export async function keepMeaningsOf(
  db: DbOrTx,
  embedder: Embedder,
  { noun, said }: { noun: MeaningNoun; said: readonly Said[] },
): Promise<string[]> {
  const made: string[] = []
  for (let from = 0; from < said.length; from += batch) {
    const some = said.slice(from, from + batch)
    const ids = some.map(each => each.id)
    const known = await findDigests(db, { noun, embedder: embedder.name, ids })
    const due = some
      .map(each => ({ ...each, digest: sha256(each.text) }))
      .filter(({ id, digest }) => known.get(id) !== digest)
    const vectors = await embedder.embed(due.map(each => each.text))
    const rows = due.flatMap(({ id, digest }, at) => {
      const vector = vectors[at]
      return vector
        ? [{ noun, objectId: id, embedder: embedder.name, digest, vector: Array.from(vector) }]
        : []
    })
    await keepMeanings(db, rows)
    made.push(...rows.map(row => row.objectId))
  }
  return made
}
