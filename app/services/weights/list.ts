import { z } from 'zod'
import {
  countWeightsProposals,
  countWeightsVersions,
  findWeightsVersions,
  listWeightsVersions,
  type PublishedVersion,
  publicationsOf,
} from '#db/queries/match-weights.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import { changesBetween, contentOf, type WeightChange, weightsOf } from '#domain/weights/content.ts'
import {
  canProposeWeights,
  canSeeWeightsProposals,
  type WeightsOffice,
  type WeightsOrigin,
} from '#domain/weights/policy.ts'
import { type KeptPreview, type SeenPreview, seenIn } from '#domain/weights/seen.ts'
import type { Context } from '../context.ts'

const pageSize = 20

/** The list's address; what is no page is the first one. */
export const WeightsQuery = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) })
export type WeightsQuery = z.infer<typeof WeightsQuery>

/** A version as everybody may read it: offices, never names. */
export interface VersionLine {
  version: number
  /** Null for the weights that the platform began with. */
  publishedAt: Date | null
  origin: WeightsOrigin | null
  proposedBy: WeightsOffice | null
  publishedBy: WeightsOffice | null
  grounds: string | null
  changes: readonly WeightChange[]
  /** What the office that published it had seen of its effects; null where that was not kept. */
  seen: (Pick<SeenPreview, 'seq' | 'at'> & Pick<KeptPreview, 'scenarios' | 'places' | 'pairs'>) | null
}

export interface VersionsPage {
  versions: readonly VersionLine[]
  page: number
  pageSize: number
  all: number
  /** The version in force. */
  inForce: number
  mayPropose: boolean
  /** Proposals that wait, for who may read them. */
  waiting: number | null
}

const builtIn: VersionLine = {
  ...{ version: builtInWeights.version, publishedAt: null, origin: null },
  ...{ proposedBy: null, publishedBy: null, grounds: null, changes: [], seen: null },
}

// public: the weights are everybody's to read, in all their versions
export async function listWeights(ctx: Context, { page }: WeightsQuery): Promise<VersionsPage> {
  const sees = canSeeWeightsProposals(ctx.actor).ok
  const [rows, stored, counts] = await Promise.all([
    listWeightsVersions(ctx.db, { limit: pageSize, offset: (page - 1) * pageSize }),
    countWeightsVersions(ctx.db),
    sees ? countWeightsProposals(ctx.db) : null,
  ])
  return {
    versions: stored === 0 ? [builtIn] : await linesOf(ctx, rows),
    ...{ page, pageSize, all: Math.max(1, stored), inForce: Math.max(1, stored) },
    mayPropose: canProposeWeights(ctx.actor).ok,
    waiting: counts?.waiting ?? null,
  }
}

/** Each version with what it changed of the one before, which may stand on the next page. */
async function linesOf({ db }: Context, rows: readonly PublishedVersion[]): Promise<VersionLine[]> {
  const last = rows.at(-1)?.row.version ?? 0
  const known = new Map(rows.map(({ row }) => [row.version, row]))
  const [before, publications] = await Promise.all([
    findWeightsVersions(db, [last - 1]),
    publicationsOf(
      db,
      rows.flatMap(({ row }) => row.proposalId ?? []),
    ),
  ])
  return rows.map(({ row, proposal }) => {
    const { version, content, proposalId, office } = row
    const published = publications.get(proposalId ?? '')
    const old = known.get(version - 1) ?? before.get(version - 1)
    return {
      version,
      publishedAt: proposalId ? row.publishedAt : null,
      origin: proposal?.origin ?? null,
      proposedBy: proposal?.office ?? null,
      publishedBy: office,
      grounds: proposal?.grounds ?? null,
      seen: published === undefined ? null : totalsOf(seenIn(published)),
      changes: old ? changesBetween(contentOf(weightsOf(0, old.content)), content) : [],
    }
  })
}

/** The totals are everybody's to read; who moved is for those who may read proposals. */
function totalsOf(seen: SeenPreview | null): VersionLine['seen'] {
  if (!seen) return null
  const { scenarios, places, pairs } = seen.preview
  return { seq: seen.seq, at: seen.at, scenarios, places, pairs }
}
