import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { matchScenarios } from '#domain/matching/rank.ts'
import type { Weights } from '#domain/matching/weights.ts'
import { keepsBack } from '#domain/scenarios/confidential.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { loadProduct } from '../products/load.ts'
import { found } from '../refusal.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'
import { loadMatchable } from './matchable.ts'
import { outlookOf } from './outlook.ts'
import { type Matches, matchesOf, type Party } from './view.ts'

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
  { id, all = false }: { id: unknown; all?: boolean },
): Promise<ProductMatches> {
  const latest = await loadProduct(ctx, id)
  const isOwn = isMember(ctx.actor, latest.product.organizationId)
  const { scenarios, products, world } = await loadMatchable(ctx)
  const published = products.find(each => each.product.id === latest.product.id)
  // A draft revision beside a published version is for its firm alone.
  const preview = isOwn || latest.product.publishedVersionId === null
  const record = preview ? latest : found(published, 'product.unknown')
  const open = scenarios.filter(each => isAnswerable(each, ctx.now))
  const own = toMatchProduct(record)
  const list = matchScenarios(world, own, open.map(toMatchScenario), open.length)
  const byId = new Map<string, ScenarioRecord>(open.map(each => [each.scenario.id, each]))
  const { product, version, organization } = record
  return {
    ...matchesOf(list, {
      all,
      partyOf: match => partyOf(byId.get(match.scenarioId)),
      outlookOf: match => {
        const scenario = toMatchScenario(found(byId.get(match.scenarioId), 'scenario.unknown'))
        return outlookOf({ weights: world.weights, scenario, product: own, match })
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
    weights: world.weights,
  }
}

/** Reported cases are there to learn from; an open call whose deadline has passed helps no firm. */
export function isAnswerable({ scenario }: ScenarioRecord, now: Date): boolean {
  return scenario.source === 'report' || (scenario.bidDeadline !== null && scenario.bidDeadline > now)
}

function partyOf(record: ScenarioRecord | undefined): Party | null {
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
