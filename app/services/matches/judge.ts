import type { Tx } from '#db/client.ts'
import {
  auditSeq,
  holdProduct,
  holdScenario,
  movedSince,
  publishedVersions,
  scenarioRevs,
} from '#db/queries/matched.ts'
import type { NewMatch } from '#db/queries/matches.ts'
import { findPublicProduct } from '#db/queries/products.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { type MatchSide, otherSide } from '#domain/matches/list.ts'
import { featuresOf } from '#domain/matching/features.ts'
import type { ExplainedMatch } from '#domain/matching/match.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { type Finder, type Found, findProducts, findScenarios } from '../matching/finder.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { rememberMeaning } from '../meaning/attach.ts'

/** What the jobs ask of the finder. */
export type Search = Pick<Finder, 'productsFor' | 'scenariosFor'>

/** What the jobs work with: a context without its asker, and how they find partners. */
export interface MatchDesk extends Omit<Context, 'actor' | 'now' | 'requestId'> {
  /** The finder of the pages, unless a test looks over its shoulder. */
  finder?: (ctx: Context) => Search
}

/** Near misses are kept in no list, so nobody reads and explains them here. */
function searchOf(ctx: Context): Search {
  return {
    productsFor: (scenario, most) => findProducts(ctx, scenario, { main: most }),
    scenariosFor: (product, most) => findScenarios(ctx, product, { main: most }),
  }
}

export function contextOf(desk: MatchDesk, requestId: string): Context {
  const actor: Actor = { kind: 'system', name: '匹配' }
  return { ...desk, actor, now: new Date(), requestId }
}

/** An object's partners as they were found, and as of which moment; `found` is null when it is not matched. */
export interface Judged {
  side: MatchSide
  id: string
  /** The audit chain's head before anything was read: what is numbered later is not in it. */
  seq: number
  /** The scenario's revision, or the product's published version. */
  own: string | number
  found: Found | null
}

// public: a job of the platform; it works out what anybody may see
/** Finds the `most` best partners of each of these objects, one after the other. */
export async function* judgeEach(
  ctx: Context,
  {
    side,
    ids,
    most,
    finder = searchOf,
  }: { side: MatchSide; ids: readonly string[]; most: number; finder?: (ctx: Context) => Search },
): AsyncGenerator<Judged> {
  const answer = side === 'scenario' ? ofScenario : ofProduct
  for (const id of ids) {
    const seq = await auditSeq(ctx.db)
    yield { side, id, seq, ...(await answer(ctx, id, { ...finder(ctx), most })) }
  }
}

type Answer = Pick<Judged, 'own' | 'found'>
type Asked = Search & { most: number }

async function ofScenario(ctx: Context, id: string, { productsFor, most }: Asked): Promise<Answer> {
  const record = await findScenario(ctx.db, brand<ScenarioId>(id))
  if (record?.scenario.status !== 'published') return { own: 0, found: null }
  const seen = toMatchScenario(record)
  await rememberMeaning(ctx, 'scenario', seen)
  return { own: record.scenario.rev, found: await productsFor(seen, most) }
}

async function ofProduct(ctx: Context, id: string, { scenariosFor, most }: Asked): Promise<Answer> {
  const record = await findPublicProduct(ctx.db, brand<ProductId>(id))
  if (!record) return { own: '', found: null }
  const seen = toMatchProduct(record)
  await rememberMeaning(ctx, 'product', seen)
  return { own: record.version.id, found: await scenariosFor(seen, most) }
}

/** A pair as it may be kept, and as it was explained. */
export interface Pair {
  row: NewMatch
  match: ExplainedMatch
}

/** What this judgement may write, its object held; null when that is not any more what was judged. */
export async function asItStands(
  tx: Tx,
  judged: Judged,
): Promise<{ pairs: Pair[]; moved: Set<string> } | null> {
  const { side, id, found, own } = judged
  const now =
    side === 'scenario'
      ? await holdScenario(tx, brand<ScenarioId>(id))
      : await holdProduct(tx, brand<ProductId>(id))
  if (found === null) return now === null ? { pairs: [], moved: new Set() } : null
  return now === own ? pairsOf(tx, { ...judged, found }) : null
}

/**
 * The pairs of an object that this judgement may speak for. Whoever among the others has changed since it was made is
 * left to their own job, which came later and has seen, or will see, both.
 */
async function pairsOf(
  tx: Tx,
  { side, seq, own, found }: Judged & { found: Found },
): Promise<{ pairs: Pair[]; moved: Set<string> }> {
  const partner = (match: ExplainedMatch) => (side === 'scenario' ? match.productId : match.scenarioId)
  const moved = await movedSince(tx, otherSide[side], seq)
  const matches = found.main.filter(match => !moved.has(partner(match)))
  const ids = matches.map(partner)
  const theirs = side === 'scenario' ? await publishedVersions(tx, ids) : await scenarioRevs(tx, ids)
  const stamp = {
    weightsVersion: found.weights.version,
    basisVersion: found.basisVersion ?? 0,
    computedAt: new Date(),
  }
  const pairs = matches.flatMap((match): Pair[] => {
    const other = theirs.get(partner(match))
    const { verdict, relevance } = match
    if (other === undefined || verdict === 'F' || relevance === 'F') return []
    const [scenarioRev, productVersionId] = side === 'scenario' ? [own, other] : [other, own]
    return [
      {
        match,
        row: {
          scenarioId: brand<ScenarioId>(match.scenarioId),
          productId: brand<ProductId>(match.productId),
          ...rounded(match),
          ...{ verdict, relevance, features: featuresOf(match), ...stamp },
          scenarioRev: Number(scenarioRev),
          productVersionId: brand(String(productVersionId)),
        },
      },
    ]
  })
  return { pairs, moved }
}

/** Scores that differ by rounding only are equal to the judge's order, and so they are to the database's. */
function rounded({ score, demand, supply }: ExplainedMatch) {
  const round = (value: number) => Math.round(value * 1e9) / 1e9
  return { score: round(score), demand: round(demand), supply: round(supply) }
}
