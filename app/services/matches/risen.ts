import { z } from 'zod'
import { firstAmong, lockMatches, type Risen } from '#db/queries/match-lists.ts'
import { auditSeq, movedSince } from '#db/queries/matched.ts'
import { listProductsByIds } from '#db/queries/products.ts'
import { listScenariosByIds, type ScenarioRecord } from '#db/queries/scenarios.ts'
import { partiesOfRisen } from '#domain/matches/news.ts'
import type { ExplainedMatch } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import type { World } from '#domain/matching/world.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { stockOf } from '../matching/finder.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { withMeanings } from '../meaning/attach.ts'
import { contextOf, type MatchDesk } from './judge.ts'
import { orderRisen } from './note.ts'
import { tellMatches } from './tell.ts'

const Job = z.array(z.object({ scenarioId: id.scenario, productId: id.product }))

/** Pairs told of in one transaction, the best of all that wait; the others come after them. */
const together = 500

// public: a job of the platform, queued by the one that took a product out of lists
/**
 * 递补: tells both parties of the products that have come among the first of a scenario's list because others left, with
 * their reasons, as far as they still stand there. Whoever was told of the pair before is not told again. Answers how
 * many notices were written or grew.
 */
export async function tellRisen(desk: MatchDesk, payload: unknown): Promise<number> {
  const ctx = contextOf(desk, 'tell of who has risen')
  const seq = await auditSeq(ctx.db)
  const standing = await firstAmong(ctx.db, Job.parse(payload))
  const [now, later] = [standing.slice(0, together), standing.slice(together)]
  const matches = await explained(ctx, now)
  return ctx.db.transaction(async tx => {
    await lockMatches(tx)
    const moved = {
      scenarios: await movedSince(tx, 'scenario', seq),
      products: await movedSince(tx, 'product', seq),
    }
    const hasMoved = (pair: Risen) =>
      moved.scenarios.has(pair.scenarioId) || moved.products.has(pair.productId)
    // What has changed since is judged anew when its own job has been.
    await orderRisen(tx, [...now.filter(hasMoved), ...later])
    const still = await firstAmong(
      tx,
      now.filter(pair => !hasMoved(pair)),
    )
    const news = still.flatMap(after => {
      const match = matches.get(keyOf(after))
      const isSame = match?.verdict === after.verdict && match.relevance === after.relevance
      // Otherwise one of the two has changed, and the job that waits for it has the news.
      return isSame ? [{ match, after, parties: partiesOfRisen(after) }] : []
    })
    return tellMatches(tx, ctx, news)
  })
}

/** These pairs as the match page explains them; who is not public any more, or fails a must, has no explanation. */
async function explained(ctx: Context, pairs: readonly Risen[]): Promise<Map<string, ExplainedMatch>> {
  const matches = new Map<string, ExplainedMatch>()
  if (pairs.length === 0) return matches
  const { world } = await stockOf(ctx)
  const scenarios = await listScenariosByIds(ctx.db, [...new Set(pairs.map(each => each.scenarioId))])
  for (const record of scenarios) {
    const ids = pairs.filter(each => each.scenarioId === record.scenario.id).map(each => each.productId)
    for (const match of await ofScenario(ctx, { world, record, ids })) matches.set(keyOf(match), match)
  }
  return matches
}

async function ofScenario(
  ctx: Context,
  { world, record, ids }: { world: World; record: ScenarioRecord; ids: readonly ProductId[] },
): Promise<ExplainedMatch[]> {
  if (record.scenario.status !== 'published') return []
  const responsiveness = world.responsiveness[record.organization.id] ?? null
  const rows = await listProductsByIds(ctx.db, [...ids])
  const known = await withMeanings(ctx, {
    scenarios: [{ ...toMatchScenario(record), responsiveness }],
    products: rows.map(toMatchProduct),
  })
  const [scenario] = known.scenarios
  return scenario ? matchProducts(world, scenario, known.products, rows.length).main : []
}

const keyOf = ({ scenarioId, productId }: Pick<ExplainedMatch, 'scenarioId' | 'productId'>) =>
  `${scenarioId} ${productId}`
