import type { Tx } from '#db/client.ts'
import { findEntry } from '#db/queries/catalog.ts'
import { firmsForIndex } from '#db/queries/firm-index.ts'
import { findProduct, findPublicProduct } from '#db/queries/products.ts'
import { findScenario, listScenariosByIds } from '#db/queries/scenarios.ts'
import { findSolution, solutionsForIndex } from '#db/queries/solutions.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import type { HolderNoun } from '#domain/files/file.ts'
import { hasFirmPage } from '#domain/organizations/firm-page.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import type { EntryId, OrganizationId, ProductId, ScenarioId, SolutionId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { ofEntry, ofFirm, ofSolution } from '#search/documents.ts'
import type { IndexName, SearchDocument } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { forgetMatchAlerts, orderMatching } from '../matches/note.ts'
import { forgetAlerts, noteChange } from '../saved-searches/note.ts'
import { productDocuments, scenarioDocuments } from './documents.ts'

type Engine = Pick<Context, 'search' | 'now'>

// public: it brings the index to what a judged verb has just written
/** The scenario's document as the verb's own transaction has left it, or its absence once it is not public. */
export async function indexScenario(tx: Tx, ctx: Context, id: ScenarioId): Promise<void> {
  const record = await findScenario(tx, id)
  if (record && includes(publicScenarioStatuses, record.scenario.status))
    await put(tx, ctx, await scenarioDocuments(tx, [record]))
  else await remove(tx, ctx, 'scenarios', [id])
  await orderMatching(tx, 'scenario', id)
  if (record) await indexFirms(tx, ctx, [record.organization.id])
}

/** The same for a product, by its published version: what is drafted beside it stays out of the index. */
export async function indexProduct(tx: Tx, ctx: Context, id: ProductId): Promise<void> {
  const record = await findPublicProduct(tx, id)
  if (record) await put(tx, ctx, await productDocuments(tx, [record]))
  else await remove(tx, ctx, 'products', [id])
  await orderMatching(tx, 'product', id)
  const owner = record ?? (await findProduct(tx, id))
  if (owner) await indexFirms(tx, ctx, [owner.organization.id])
}

/** The same for a solution, by its published version. */
export async function indexSolution(tx: Tx, ctx: Context, id: SolutionId): Promise<void> {
  const [record] = await solutionsForIndex(tx, [id])
  if (record) await put(tx, ctx, [ofSolution(record)])
  else await remove(tx, ctx, 'solutions', [id])
  const owner = record ?? (await findSolution(tx, id))
  if (owner) await indexFirms(tx, ctx, [owner.organization.id])
}

/** A public object's document anew, after its files or their texts have changed; what is not public has none. */
export async function indexFiles(tx: Tx, ctx: Engine, noun: HolderNoun, id: string): Promise<void> {
  await put(tx, ctx, await publicDocuments[noun](tx, id))
}

const publicDocuments: Record<HolderNoun, (tx: Tx, id: string) => Promise<SearchDocument[]>> = {
  async scenario(tx, id) {
    const records = await listScenariosByIds(tx, [brand<ScenarioId>(id)])
    return scenarioDocuments(tx, records)
  },
  async product(tx, id) {
    const record = await findPublicProduct(tx, brand<ProductId>(id))
    return record ? productDocuments(tx, [record]) : []
  },
  // A profile has no page of its own that anybody may find.
  site: async () => [],
}

/** The same for a catalog entry. */
export async function indexEntry(tx: Tx, ctx: Context, id: EntryId): Promise<void> {
  const record = await findEntry(tx, id)
  if (record && includes(publicEntryStatuses, record.entry.status)) await put(tx, ctx, [ofEntry(record)])
  else await remove(tx, ctx, 'catalog', [id])
  if (record) await indexFirms(tx, ctx, [record.demand.id, record.supply.id])
}

/** Organisations that have a public page, as their own rows and their public objects leave them. */
export async function indexFirms(tx: Tx, ctx: Context, ids: readonly OrganizationId[]): Promise<void> {
  const records = await firmsForIndex(tx, ids)
  const open = records.filter(record => hasFirmPage(record.organization, record.publicObjects))
  const closed = records.filter(record => !open.includes(record))
  await put(tx, ctx, open.map(ofFirm))
  await remove(
    tx,
    ctx,
    'firms',
    closed.map(record => record.organization.id),
  )
}

/** Whoever saved a search that a document newly answers is told by a job of the same transaction. */
async function put(tx: Tx, ctx: Engine, documents: readonly SearchDocument[]): Promise<void> {
  for (const document of documents) await noteChange(tx, ctx, document)
  await ctx.search.put(tx, documents)
}

/** Out of the index, and out of everything that still waits to tell of it. */
async function remove(tx: Tx, ctx: Engine, index: IndexName, ids: readonly string[]): Promise<void> {
  await ctx.search.remove(tx, index, ids)
  await forgetAlerts(tx, index, ids)
  if (index === 'scenarios') await forgetMatchAlerts(tx, 'scenario', ids)
  if (index === 'products') await forgetMatchAlerts(tx, 'product', ids)
}

function includes(statuses: readonly string[], status: string): boolean {
  return statuses.includes(status)
}
