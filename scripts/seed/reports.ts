import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sparseProductContent, sparseScenarioContent } from '#domain/imports/sparse-content.ts'
import { placesIn, SparseDeployment, sparseDeploymentContent } from '#domain/imports/sparse-deployment.ts'
import { SparseProduct, SparseScenario } from '#domain/matching/sparse.ts'
import { unnamedInReports } from '#domain/organizations/firm-page.ts'
import { Deployment } from '#domain/products/deployments.ts'
import type { OrganizationId, ProductId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { enrolOrganization } from '#services/organizations/enrol.ts'
import { reportProduct } from '#services/products/report.ts'
import { reportDeployment } from '#services/products/report-deployment.ts'
import { reportScenario } from '#services/scenarios/report.ts'

const Sourced = z.looseObject({ source: z.array(z.object({ url: z.string() })).default([]) })
const ReportedScenario = SparseScenario.extend({
  user_org: z.string().nullish(),
  year: z.number().nullish(),
})
const ReportedDeployment = SparseDeployment.extend({ vendor: z.string().nullish() })
const ReportedProduct = SparseProduct.extend({ vendor: z.string().nullish() })

/** The real scenarios, products and deployments of `db/seed/data`, each with the page it was read on. */
export async function seedReports(ctx: Context, tick: (done: number, of: number) => void): Promise<void> {
  const scenarios = read('scenarios')
  const products = read('products')
  const deployments = read('deployments')
  const all = scenarios.length + products.length + deployments.length
  const made = new Map<string, ProductId>()
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
    const content = sparseScenarioContent(sparse)
    await reportScenario(ctx, { organizationId, content, sourceUrl: url, sourceYear: sparse.year ?? null })
    tick(++done, all)
  }
  for (const record of products) {
    const { sparse, url } = sourced(ReportedProduct, record)
    const organizationId = await organizationOf(
      sparse.vendor ?? unnamedInReports.supply,
      sparse.vendor_region ?? null,
    )
    const content = sparseProductContent(sparse)
    made.set(sparse.id, await reportProduct(ctx, { organizationId, content, sourceUrl: url }))
    tick(++done, all)
  }
  const places = placesIn({ scenarios })
  for (const record of deployments) {
    const sparse = ReportedDeployment.parse(record)
    const productId = made.get(sparse.product_id ?? '')
    const of = productId
      ? { productId }
      : { organizationId: await organizationOf(sparse.vendor ?? unnamedInReports.supply, null) }
    const { product: _, ...said } = sparseDeploymentContent(sparse, places)
    await reportDeployment(ctx, { ...Deployment.parse(said), of })
    tick(++done, all)
  }
}

function read(name: 'scenarios' | 'products' | 'deployments'): unknown[] {
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
