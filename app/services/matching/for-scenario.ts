import type { ProductRecord } from '#db/queries/products.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import { loadScenario } from '../scenarios/load.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'
import { loadMatchable } from './matchable.ts'
import { outlookOf } from './outlook.ts'
import { type Matches, matchesOf, type Party } from './view.ts'

export interface ScenarioMatches extends Matches {
  scenario: {
    id: ScenarioId
    number: string | null
    title: string
    organization: string
    source: Source
    isDraft: boolean
  }
  weights: Weights
}

/** The public products that fit a scenario best; who may see the scenario (`loadScenario` asks) may see its matches. */
// public: matches of public objects are public, previews need the right to see the draft
export async function matchesForScenario(
  ctx: Context,
  { id, all = false }: { id: unknown; all?: boolean },
): Promise<ScenarioMatches> {
  const record = await loadScenario(ctx, id)
  const { products, seen, world } = await loadMatchable(ctx)
  const own = toMatchScenario(record)
  const list = matchProducts(world, own, seen.products, seen.products.length)
  const byId = new Map<string, ProductRecord>(products.map(each => [each.product.id, each]))
  const { scenario, organization } = record
  return {
    ...matchesOf(list, {
      all,
      partyOf: match => partyOf(byId.get(match.productId)),
      outlookOf: match => {
        const product = toMatchProduct(found(byId.get(match.productId), 'product.unknown'))
        return outlookOf({ weights: world.weights, scenario: own, product, match })
      },
    }),
    scenario: {
      id: scenario.id,
      number: scenario.number,
      title: scenario.title,
      organization: organization.name,
      source: scenario.source,
      isDraft: scenario.publishedAt === null,
    },
    weights: world.weights,
  }
}

function partyOf(record: ProductRecord | undefined): Party | null {
  if (!record) return null
  const { product, version, organization } = record
  return {
    id: product.id,
    title: version.name,
    organization: organization.name,
    source: product.source,
    sourceUrl: product.sourceUrl,
    sourceYear: null,
    domain: version.content.domains[0] ?? null,
    maturity: version.content.maturity ?? null,
    trl: version.content.trl ?? null,
    bidDeadline: null,
    budgetFen: null,
  }
}
