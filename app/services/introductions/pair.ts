import type { DbOrTx } from '#db/client.ts'
import { relatedTo } from '#db/queries/organization-relations.ts'
import type { ProductRecord } from '#db/queries/products.ts'
import { findPublicProduct } from '#db/queries/products.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import type { Pairing } from '#domain/introductions/policy.ts'
import type { MatchSnapshot } from '#domain/introductions/snapshot.ts'
import { snapshotOf } from '#domain/introductions/snapshot.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { stockOf } from '../matching/finder.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { found } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'

/** A scenario that the reader may see beside a product in its published version. */
export interface LoadedPair {
  scenario: ScenarioRecord
  product: ProductRecord
}

export async function loadPair(
  ctx: Context,
  { scenarioId, productId }: { scenarioId: ScenarioId; productId: ProductId },
): Promise<LoadedPair> {
  const scenario = await loadScenario(ctx, scenarioId)
  return { scenario, product: found(await findPublicProduct(ctx.db, productId), 'product.unknown') }
}

// public: it reads what a policy is asked with
/** What the policy asks of a pair, with the relations that are declared now. */
export async function pairingOf(db: DbOrTx, { scenario, product }: LoadedPair): Promise<Pairing> {
  const { organizationId, source } = product.product
  return {
    scenario: factsOf(scenario.scenario),
    product: { organizationId, source },
    relatedTo: await relatedTo(db, scenario.scenario.organizationId),
  }
}

/** The match as everybody sees it on the pages of both, with the versions that it rests on. */
export async function matchOf(ctx: Context, { scenario, product }: LoadedPair): Promise<MatchSnapshot> {
  const { world } = await stockOf(ctx)
  const responsiveness = world.responsiveness[scenario.organization.id] ?? null
  const pair = {
    scenario: { ...toMatchScenario(scenario), responsiveness },
    product: toMatchProduct(product),
  }
  return snapshotOf(world, pair, {
    productVersion: product.version.version,
    addenda: scenario.scenario.addenda,
  })
}
