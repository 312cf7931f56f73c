import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  readSparseProduct,
  readSparseScenario,
  SparseProduct,
  SparseScenario,
} from '#domain/matching/sparse.ts'
import { Requirement, Specs } from '#domain/ontology/requirement.ts'
import { unnamedInReports } from '#domain/organizations/firm-page.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { districts } from '#domain/vocabulary.ts'
import type { Context } from '#services/context.ts'
import { enrolOrganization } from '#services/organizations/enrol.ts'
import { reportProduct } from '#services/products/report.ts'
import { reportScenario } from '#services/scenarios/report.ts'

const Sourced = z.looseObject({ source: z.array(z.object({ url: z.string() })).default([]) })
const ReportedScenario = SparseScenario.extend({
  user_org: z.string().nullish(),
  year: z.number().nullish(),
})
const ReportedProduct = SparseProduct.extend({ vendor: z.string().nullish() })

/** The real scenarios and products of `db/seed/data`, each with the page it was read on. */
export async function seedReports(ctx: Context, tick: (done: number, of: number) => void): Promise<void> {
  const scenarios = read('scenarios')
  const products = read('products')
  const organizations = new Map<string, Promise<OrganizationId>>()
  const organizationOf = (name: string, region: string | null) => {
    const known = organizations.get(name) ?? enrolReported(ctx, name, region)
    organizations.set(name, known)
    return known
  }
  let done = 0
  for (const record of scenarios) {
    const { sparse, url } = sourced(ReportedScenario, record)
    const organizationId = await organizationOf(
      sparse.user_org ?? unnamedInReports.demand,
      sparse.region ?? null,
    )
    const content = scenarioContent(sparse)
    await reportScenario(ctx, { organizationId, content, sourceUrl: url, sourceYear: sparse.year ?? null })
    tick(++done, scenarios.length + products.length)
  }
  for (const record of products) {
    const { sparse, url } = sourced(ReportedProduct, record)
    const organizationId = await organizationOf(
      sparse.vendor ?? unnamedInReports.supply,
      sparse.vendor_region ?? null,
    )
    await reportProduct(ctx, { organizationId, content: productContent(sparse), sourceUrl: url })
    tick(++done, scenarios.length + products.length)
  }
}

function read(name: 'scenarios' | 'products'): unknown[] {
  const file = new URL(`../../db/seed/data/${name}.json`, import.meta.url)
  return z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
}

function sourced<T extends z.ZodType>(
  shape: T,
  record: unknown,
): { sparse: z.output<T>; url: string | null } {
  const [first] = Sourced.parse(record).source
  return { sparse: shape.parse(record), url: first ? first.url.trim() : null }
}

function enrolReported(ctx: Context, name: string, region: string | null): Promise<OrganizationId> {
  const named = { name, uscc: null, district: null, region, source: 'report' as const }
  return enrolOrganization(ctx, { ...named, status: 'registered', capabilities: [] })
}

/**
 * What the report says, in the platform's own shape; nothing is filled in that was not read, and a figure that the
 * ontology finds implausible (a ship's payload, a year as a price) is left out rather than bent.
 */
function scenarioContent(sparse: z.output<typeof ReportedScenario>): ScenarioDraft {
  const { domain, tasks, requirements, budgetFen, units } = readSparseScenario(sparse)
  return ScenarioDraft.parse({
    title: clip(sparse.title_zh ?? sparse.title_en ?? sparse.id, 80),
    domain: domain ?? 'other',
    tasks: tasks.slice(0, 5).map(each => each.task),
    district: districtIn(sparse.region ?? ''),
    situation: longEnough(sparse.description, 20),
    requirements: requirements.filter(each => Requirement.safeParse(each).success).slice(0, 30),
    metrics: [],
    budgetFen: budgetFen ?? undefined,
    units: units ?? undefined,
  })
}

function productContent(sparse: z.output<typeof ReportedProduct>): ProductDraft {
  const { category, tasks, domains, specs, priceFromFen, priceToFen } = readSparseProduct(sparse)
  return ProductDraft.parse({
    name: clip(sparse.name ?? sparse.id, 80),
    category: category ?? 'other',
    tasks: tasks.slice(0, 12).map(each => each.task),
    domains,
    summary: longEnough(sparse.description, 10),
    specs: Object.fromEntries(
      Object.entries(specs).filter(([key, spec]) => Specs.safeParse({ [key]: spec }).success),
    ),
    priceFromFen: priceFromFen ?? undefined,
    priceToFen: priceToFen ?? undefined,
    commercialForms: [],
  })
}

const clip = (text: string, max: number) =>
  [...text].length > max ? `${[...text].slice(0, max - 1).join('')}…` : text

/** A text too short for its field is left out rather than padded. */
const longEnough = (text: string | null | undefined, min: number) =>
  text && [...text].length >= min ? text : undefined

function districtIn(region: string): string | undefined {
  const found = Object.entries(districts).find(([, { zh }]) => region.includes(zh.replace(/区$/, '')))
  return region.includes('北京') ? found?.[0] : undefined
}
