import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { lockMatches } from '#db/queries/match-lists.ts'
import { otherSide, reach } from '#domain/matches/list.ts'
import { partiesToTell } from '#domain/matches/news.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { asItStands, contextOf, type Judged, judgeEach, type MatchDesk } from './judge.ts'
import { orderMatching, orderRisen } from './note.ts'
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
    for await (const judged of judgeEach(ctx, { side, ids: [own], most: reach, finder: desk.finder })) {
      const told = await desk.db.transaction(async tx => {
        await lockMatches(tx)
        return keep(tx, ctx, judged)
      })
      if (told !== null) return told
    }
  }
  throw new Error(`${side} ${own} changed ${mostTries} times while its matches were worked out`)
}

/** Writes one judgement, under `lockMatches`, and tells of it; null when its object is not any more what was judged. */
async function keep(tx: Tx, ctx: Context, judged: Judged): Promise<number | null> {
  const stands = await asItStands(tx, judged)
  if (!stands) return null
  const { side, id } = judged
  const written = await writeSide(tx, { side, id, ...stands })
  for (const other of written.gaps) await orderMatching(tx, otherSide[side], other)
  await orderRisen(tx, written.risen)
  const news = written.pairs.map(({ match, before, after }) => ({
    ...{ match, after, parties: partiesToTell(before, after) },
  }))
  return tellMatches(tx, ctx, news)
}
