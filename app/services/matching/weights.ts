import type { DbOrTx } from '#db/client.ts'
import { builtInWeights, type Weights } from '#domain/matching/weights.ts'

// public: the formula is everybody's to read
/** The weights in force. */
export async function currentWeights(_db: DbOrTx): Promise<Weights> {
  return builtInWeights
}
