import type { MatchedProduct } from '#db/queries/match-rows.ts'
import type { PlacedEntry } from '#domain/matching/diversify.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { arrange } from '../exposure/arrange.ts'
import { noteShown } from '../exposure/note-shown.ts'
import { found } from '../refusal.ts'
import { loadScenario } from '../scenarios/load.ts'
import { findProducts, type Order, stockOf } from './finder.ts'
import { toMatchScenario } from './inputs.ts'
import { begun, limitsOf, type Matches, matchesOf, type Opened, type Party } from './view.ts'

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
  /** What the scenario asks for, as it was matched. */
  needs: readonly Requirement[]
}

/** The public products that fit a scenario best; who may see the scenario (`loadScenario` asks) may see its matches. */
// public: matches of public objects are public, previews need the right to see the draft
export async function matchesForScenario(
  ctx: Context,
  { id, all = false, open = null }: { id: unknown; all?: boolean; open?: Opened },
): Promise<ScenarioMatches> {
  const stock = begun(stockOf(ctx))
  const record = await loadScenario(ctx, id)
  const limits = limitsOf(all)
  const places = new Map<string, PlacedEntry<unknown>>()
  const order: Order = async list => {
    const laid = await arrange(ctx, list)
    for (const each of laid) places.set(each.entry.productId, each)
    return laid.map(each => each.entry.productId)
  }
  const matches = await findProducts(ctx, toMatchScenario(record), { ...limits, order, stock })
  const { scenario, organization } = record
  const shown = matches.main.flatMap(entry => {
    const place = places.get(entry.productId)
    return place ? [{ ...place, entry }] : []
  })
  const { weights } = matches
  // A preview is not counted.
  const page = { organizationId: organization.id, shown, weights }
  if (scenario.publishedAt !== null) await noteShown(ctx, page)
  return {
    ...matchesOf(matches, {
      ...{ all, open },
      partyOf: match => partyOf(matches.records.get(match.productId)),
      pairOf: match => {
        const product = found(matches.seen.get(match.productId), 'product.unknown')
        return { world: matches.world, scenario: matches.asked, product, match }
      },
      placedOf: match => places.get(match.productId)?.placed,
    }),
    scenario: {
      id: scenario.id,
      number: scenario.number,
      title: scenario.title,
      organization: organization.name,
      source: scenario.source,
      isDraft: scenario.publishedAt === null,
    },
    weights,
    needs: matches.asked.requirements,
  }
}

function partyOf(record: MatchedProduct | undefined): Party | null {
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
