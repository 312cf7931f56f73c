import type { ProductRecord } from '#db/queries/products.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { loadScenario } from '../scenarios/load.ts'
import { findProducts } from './finder.ts'
import { toMatchScenario } from './inputs.ts'
import { limitsOf, type Matches, matchesOf, type Party } from './view.ts'

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
  const found = await findProducts(ctx, toMatchScenario(record), limitsOf(all))
  const { scenario, organization } = record
  return {
    ...matchesOf(found, { all, partyOf: match => partyOf(found.records.get(match.productId)) }),
    scenario: {
      id: scenario.id,
      number: scenario.number,
      title: scenario.title,
      organization: organization.name,
      source: scenario.source,
      isDraft: scenario.publishedAt === null,
    },
    weights: found.weights,
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
