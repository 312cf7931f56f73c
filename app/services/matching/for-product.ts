import type { MatchedScenario } from '#db/queries/match-rows.ts'
import { findPublicProduct, type ProductRecord } from '#db/queries/products.ts'
import type { Weights } from '#domain/matching/weights.ts'
import { isPublicProduct } from '#domain/products/policy.ts'
import { keepsBack } from '#domain/scenarios/confidential.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { loadProduct } from '../products/load.ts'
import { found } from '../refusal.ts'
import { findScenarios, stockOf } from './finder.ts'
import { toMatchProduct } from './inputs.ts'
import { begun, limitsOf, type Matches, matchesOf, type Opened, type Party } from './view.ts'

export interface ProductMatches extends Matches {
  product: {
    id: ProductId
    number: string | null
    title: string
    organization: string
    source: Source
    version: number
    /** A preview: the version that was matched is not published. */
    isDraft: boolean
    isOwn: boolean
  }
  weights: Weights
}

/** Open calls and reported cases that fit a product best; its firm previews its latest version, others the published one. */
// public: matches of public objects are public, previews need the right to see the draft
export async function matchesForProduct(
  ctx: Context,
  { id, all = false, open = null }: { id: unknown; all?: boolean; open?: Opened },
): Promise<ProductMatches> {
  const stock = begun(stockOf(ctx))
  const latest = await loadProduct(ctx, id)
  const isOwn = isMember(ctx.actor, latest.product.organizationId)
  // A draft revision beside a published version is for its firm alone.
  const isPreview = isOwn || latest.product.publishedVersionId === null
  const record = isPreview ? latest : await published(ctx, latest)
  const own = toMatchProduct(record)
  const matches = await findScenarios(ctx, own, { ...limitsOf(all), stock })
  const { product, version, organization } = record
  return {
    ...matchesOf(matches, {
      ...{ all, open },
      partyOf: match => partyOf(matches.records.get(match.scenarioId)),
      pairOf: match => {
        const scenario = found(matches.seen.get(match.scenarioId), 'scenario.unknown')
        return { world: matches.world, scenario, product: matches.asked, match }
      },
    }),
    product: {
      id: product.id,
      number: product.number,
      title: version.name,
      organization: organization.name,
      source: product.source,
      version: version.version,
      isDraft: version.publishedAt === null,
      isOwn,
    },
    weights: matches.weights,
  }
}

/** The version that the public sees; mostly it is the latest one. */
async function published(ctx: Context, latest: ProductRecord): Promise<ProductRecord> {
  const { id, status, publishedVersionId } = latest.product
  const isPublic = isPublicProduct({ status, hasPublishedVersion: publishedVersionId !== null })
  if (isPublic && latest.version.id === publishedVersionId) return latest
  return found(await findPublicProduct(ctx.db, id), 'product.unknown')
}

function partyOf(record: MatchedScenario | undefined): Party | null {
  if (!record) return null
  const { scenario, organization } = record
  return {
    id: scenario.id,
    title: scenario.title,
    organization: organization.name,
    source: scenario.source,
    sourceUrl: scenario.sourceUrl,
    sourceYear: scenario.sourceYear,
    domain: scenario.content.domain ?? null,
    maturity: null,
    trl: null,
    bidDeadline: scenario.source === 'report' ? null : scenario.bidDeadline,
    budgetFen: keepsBack(scenario.content, 'budget') ? null : scenario.budgetFen,
  }
}
