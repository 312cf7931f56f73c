import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { holdProduct, holdScenario, lockMatches } from '#db/queries/matches.ts'
import { otherSide } from '#domain/matches/list.ts'
import { id } from '#domain/shared/id-schemas.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { contextOf, type Judged, judgeEach, type MatchDesk, pairsOf } from './judge.ts'
import { orderMatching } from './note.ts'
import { tellMatches } from './tell.ts'
import { writeSide } from './write.ts'

const ScenarioJob = z.object({ id: id.scenario })
const ProductJob = z.object({ id: id.product })

// public: a job of the platform, queued by the verb that changed the scenario
/** The matches of one scenario after it was published, changed or closed; answers how many notices came of it. */
export function matchScenario(desk: MatchDesk, payload: unknown): Promise<number> {
  return refresh(desk, { side: 'scenario', id: ScenarioJob.parse(payload).id })
}

// public: the same for a product
export function matchProduct(desk: MatchDesk, payload: unknown): Promise<number> {
  return refresh(desk, { side: 'product', id: ProductJob.parse(payload).id })
}

/** An object that changes as often while it is being read is left to a later try. */
const mostTries = 5

/**
 * One scan of the other side, then one transaction with everything that follows from it. What a job says is which
 * object, never how it was: whatever order they come in, each writes the object as it is at the moment of writing, and
 * a scan that was overtaken is thrown away and done again.
 */
async function refresh(desk: MatchDesk, { side, id: own }: Pick<Judged, 'side' | 'id'>): Promise<number> {
  const ctx = contextOf(desk, `match ${side}/${own}`)
  for (let nth = 0; nth < mostTries; nth++) {
    for await (const judged of judgeEach(ctx, { side, ids: [own], finder: desk.finder })) {
      const told = await desk.db.transaction(async tx => {
        await lockMatches(tx)
        return keep(tx, ctx, { judged, alone: true })
      })
      if (told !== null) return told
    }
  }
  throw new Error(`${side} ${own} changed ${mostTries} times while its matches were worked out`)
}

/**
 * Writes one judgement, under `lockMatches`; null when its object is not any more what was judged. `alone`: not as part
 * of everything, which fills up every list itself and is no news of a pair.
 */
export async function keep(
  tx: Tx,
  ctx: Context,
  { judged, alone }: { judged: Judged; alone: boolean },
): Promise<number | null> {
  const { side, id: own, found } = judged
  const now =
    side === 'scenario'
      ? await holdScenario(tx, brand<ScenarioId>(own))
      : await holdProduct(tx, brand<ProductId>(own))
  if (found === null ? now !== null : now !== judged.own) return null
  const { pairs, moved } = found
    ? await pairsOf(tx, { ...judged, found })
    : { pairs: [], moved: new Set<string>() }
  const written = await writeSide(tx, { side, id: own, pairs, moved })
  if (!alone) return 0
  for (const other of written.gaps) await orderMatching(tx, otherSide[side], other)
  return tellMatches(tx, ctx, written.pairs)
}
