import { z } from 'zod'
import { acceptedPilotsByProduct } from '#db/queries/firms.ts'
import type { ProductRecord } from '#db/queries/products.ts'
import { listProductsByIds } from '#db/queries/products.ts'
import { findScenario, listPublicScenarioTitles } from '#db/queries/scenarios.ts'
import type { Compared, ComparedNeed, ComparisonRow } from '#domain/comparing/comparison.ts'
import { compareProducts, mostCompared } from '#domain/comparing/comparison.ts'
import { firmPageOf } from '#domain/organizations/firm-page.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import { bandOf, isOffered, type PriceBasis } from '#domain/products/prices.ts'
import { canSeeScenario } from '#domain/scenarios/policy.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { OrganizationId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Source } from '#domain/vocabulary.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { factsOf } from '../scenarios/load.ts'

/** Matches of the search that are offered for adding. */
const offered = 6

/** The address of a comparison; what is no id is told, not refused. */
export const CompareQuery = z.object({
  p: z.array(z.string().max(64)).max(20).catch([]),
  scenario: z.string().max(64).optional().catch(undefined),
  q: z.string().trim().max(200).catch(''),
})
export type CompareQuery = z.infer<typeof CompareQuery>

export interface ComparedProduct extends Compared {
  id: ProductId
  name: string
  version: number
  /** `firm` is the id of its public page, null where it has none. */
  organization: { firm: OrganizationId | null; name: string }
  source: Source
  sourceUrl: string | null
}

export interface Comparison {
  products: ComparedProduct[]
  rows: ComparisonRow[]
  /** How many ids lead to nothing that is public. */
  unknown: number
  /** How many were left out because five are enough. */
  left: number
  scenario: { id: ScenarioId; title: string } | null
  /** Whether a scenario was asked for that this reader cannot see. */
  scenarioUnknown: boolean
  /** Scenarios that can be chosen: the newest public ones. */
  scenarios: { id: ScenarioId; title: string }[]
  q: string
  found: { id: ProductId; name: string; organization: string }[]
}

// public: published versions only, by the queries' visibility clause; a scenario is asked through `canSeeScenario`
/** 产品对比: up to five public products side by side, in the order in which the address names them. */
export async function compare(ctx: Context, input: unknown): Promise<Comparison> {
  const query = CompareQuery.parse(input)
  const asked = [...new Set(query.p.filter(each => each !== ''))]
  const ids = asked.flatMap(each => parseId<ProductId>(each) ?? [])
  const kept = ids.slice(0, mostCompared)
  const [records, accepted, chosen, scenarios, found] = await Promise.all([
    listProductsByIds(ctx.db, kept),
    acceptedPilotsByProduct(ctx.db, kept),
    chosenScenario(ctx, query.scenario),
    listPublicScenarioTitles(ctx.db, 40),
    candidates(ctx, query.q, kept),
  ])
  const byId = new Map(records.map(each => [each.product.id, each]))
  const products = kept.flatMap(id => {
    const record = byId.get(id)
    return record ? [comparedOf(record, accepted.get(id) ?? 0)] : []
  })
  return {
    products,
    rows: products.length === 0 ? [] : compareProducts(products, chosen?.need ?? null),
    unknown: asked.length - ids.length + kept.length - products.length,
    left: ids.length - kept.length,
    scenario: chosen && { id: chosen.id, title: chosen.title },
    scenarioUnknown: Boolean(query.scenario) && chosen === null,
    scenarios: withChosen(scenarios, chosen),
    q: query.q,
    found,
  }
}

function withChosen(scenarios: { id: ScenarioId; title: string }[], chosen: ChosenScenario | null) {
  if (!chosen || scenarios.some(each => each.id === chosen.id)) return scenarios
  return [{ id: chosen.id, title: chosen.title }, ...scenarios]
}

function comparedOf(record: ProductRecord, accepted: number): ComparedProduct {
  const { product, version, organization } = record
  const { content } = version
  const priceOn = (basis: PriceBasis) =>
    isOffered(content, basis) === false ? ('notOffered' as const) : bandOf(content, basis)
  return {
    id: product.id,
    name: version.name,
    version: version.version,
    organization: { firm: firmPageOf(organization), name: organization.name },
    source: product.source,
    sourceUrl: product.sourceUrl,
    home: toMatchProduct(record).home,
    specs: believedSpecs(content.specs),
    facts: {
      category: content.category ?? null,
      domains: content.domains,
      maturity: content.maturity ?? null,
      trl: content.trl ?? null,
      prices: { purchase: priceOn('purchase'), rental: priceOn('rental'), raas: priceOn('raas') },
      forms: content.commercialForms,
      regions: content.regions ?? null,
      accepted,
    },
  }
}

interface ChosenScenario {
  id: ScenarioId
  title: string
  need: ComparedNeed
}

async function chosenScenario(ctx: Context, text: string | undefined): Promise<ChosenScenario | null> {
  const id = parseId<ScenarioId>(text)
  const found = id && (await findScenario(ctx.db, id))
  if (!found || !canSeeScenario(ctx.actor, factsOf(found.scenario)).ok) return null
  // Of a draft of one's own, what is whole already.
  const { requirements, budgetFen, units, commercialForm, termMonths, region } = toMatchScenario(found)
  const need = { requirements, budgetFen, units, commercialForm, termMonths, region }
  return { id, title: found.scenario.title, need }
}

async function candidates(ctx: Context, q: string, without: readonly ProductId[]) {
  if (q === '') return []
  const ask = {
    index: 'products',
    q,
    offset: 0,
    limit: offered + mostCompared,
    scope: scopeOf(visitor),
  } as const
  const { hits } = await ctx.search.search(ask)
  const ids = hits.flatMap(hit => parseId<ProductId>(hit.id) ?? []).filter(id => !without.includes(id))
  const records = new Map((await listProductsByIds(ctx.db, ids)).map(each => [each.product.id, each]))
  return ids.slice(0, offered).flatMap(id => {
    const record = records.get(id)
    return record ? [{ id, name: record.version.name, organization: record.organization.name }] : []
  })
}
