import type { DbOrTx } from '#db/client.ts'
import { newestWeights } from '#db/queries/match-weights.ts'
import { builtInWeights, type Weights } from '#domain/matching/weights.ts'
import { weightsOf } from '#domain/weights/content.ts'

// public: the formula is everybody's to read
/** The weights in force: asked of the database each time, so that every process uses a new version at once. */
export async function currentWeights(db: DbOrTx): Promise<Weights> {
  const row = await newestWeights(db)
  return row ? weightsOf(row.version, row.content) : builtInWeights
}
