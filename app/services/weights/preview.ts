import { namesOf } from '#db/queries/match-weights.ts'
import { mostKept } from '#domain/matches/list.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { WeightsContent } from '#domain/weights/content.ts'
import { openPreview, type WeightsPreview } from '#domain/weights/preview.ts'
import type { Context } from '../context.ts'
import { pairsToPreview } from './pairs.ts'

/** What would move, with the names of who moves. */
export interface PreviewShown extends WeightsPreview {
  published: number
  /** Places of a list that were looked at; what lies further down is not seen. */
  depth: number
  names: Readonly<Record<string, string>>
}

/** What the suggestions of today would be under other weights; nothing is written. */
// public: it says what follows from public objects and a formula that is public
export async function previewWeights(
  ctx: Context,
  inForce: Weights,
  content: WeightsContent,
): Promise<PreviewShown> {
  const { published, lists } = await pairsToPreview(ctx)
  const preview = openPreview(inForce, { version: inForce.version + 1, ...content })
  for await (const list of lists) preview.add(list)
  const result = preview.result()
  const { moves, products, firms } = result
  const ids = [
    ...moves.flatMap(each => [each.scenarioId, each.productId]),
    ...[products, firms].flatMap(tally => [...tally.gains, ...tally.losses].map(each => each.id)),
  ]
  const names = await namesOf(ctx.db, [...new Set(ids)])
  return { ...result, published, depth: mostKept, names }
}
