import type { Tx } from '#db/client.ts'
import { findEntry } from '#db/queries/catalog.ts'
import { findPublicProduct } from '#db/queries/products.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import type { EntryId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { ofEntry, ofProduct, ofScenario } from '#search/documents.ts'
import type { IndexName, SearchDocument } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { forgetAlerts, noteChange } from '../saved-searches/note.ts'

// public: it brings the index to what a judged verb has just written
/** The scenario's document as the verb's own transaction has left it, or its absence once it is not public. */
export async function indexScenario(tx: Tx, ctx: Context, id: ScenarioId): Promise<void> {
  const record = await findScenario(tx, id)
  if (record && includes(publicScenarioStatuses, record.scenario.status))
    await put(tx, ctx, ofScenario(record))
  else await remove(tx, ctx, { index: 'scenarios', id })
}

/** The same for a product, by its published version: what is drafted beside it stays out of the index. */
export async function indexProduct(tx: Tx, ctx: Context, id: ProductId): Promise<void> {
  const record = await findPublicProduct(tx, id)
  if (!record) return remove(tx, ctx, { index: 'products', id })
  await put(tx, ctx, ofProduct({ ...record, product: { ...record.product, status: 'published' } }))
}

/** The same for a catalog entry. */
export async function indexEntry(tx: Tx, ctx: Context, id: EntryId): Promise<void> {
  const record = await findEntry(tx, id)
  if (record && includes(publicEntryStatuses, record.entry.status)) await put(tx, ctx, ofEntry(record))
  else await remove(tx, ctx, { index: 'catalog', id })
}

/** Whoever saved a search that the document answers is told by a job of the same transaction. */
async function put(tx: Tx, ctx: Context, document: SearchDocument): Promise<void> {
  await noteChange(tx, ctx, document)
  await ctx.search.put(tx, [document])
}

/** Out of the index, and out of everything that still waits to tell of it. */
async function remove(tx: Tx, ctx: Context, { index, id }: { index: IndexName; id: string }): Promise<void> {
  await ctx.search.remove(tx, index, [id])
  await forgetAlerts(tx, [id])
}

function includes(statuses: readonly string[], status: string): boolean {
  return statuses.includes(status)
}
