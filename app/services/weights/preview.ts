import { namesOf } from '#db/queries/match-weights.ts'
import { auditSeq } from '#db/queries/matched.ts'
import { mostKept } from '#domain/matches/list.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { WeightsContent } from '#domain/weights/content.ts'
import { openPreview } from '#domain/weights/preview.ts'
import { namedIn, type SeenPreview } from '#domain/weights/seen.ts'
import type { Context } from '../context.ts'
import { pairsToPreview } from './pairs.ts'

/** What would move, with the names of who moves. */
export interface PreviewShown extends SeenPreview {
  names: Readonly<Record<string, string>>
}

/** What the suggestions of today would be under other weights; nothing is written. */
// public: it says what follows from public objects and a formula that is public
export async function previewWeights(
  ctx: Context,
  inForce: Weights,
  content: WeightsContent,
): Promise<PreviewShown> {
  // Read first, so that what is read afterwards is not older than it says.
  const seq = await auditSeq(ctx.db)
  const { published, lists } = await pairsToPreview(ctx)
  const preview = openPreview(inForce, { version: inForce.version + 1, ...content })
  for await (const list of lists) preview.add(list)
  const kept = { ...preview.result(), published, depth: mostKept }
  return withNames(ctx, { seq, at: ctx.now.toISOString(), preview: kept })
}

/** A preview that was kept, with the names of today; what is public no more has none. */
// public: the caller has asked who may read it
export async function withNames({ db }: Context, seen: SeenPreview): Promise<PreviewShown> {
  return { ...seen, names: await namesOf(db, namedIn(seen.preview)) }
}
