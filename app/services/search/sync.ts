import type { Tx } from '#db/client.ts'
import { findEntry } from '#db/queries/catalog.ts'
import { findPublicProduct } from '#db/queries/products.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import type { EntryId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { ofEntry, ofProduct, ofScenario } from '#search/documents.ts'
import type { Context } from '../context.ts'

// public: it brings the index to what a judged verb has just written
/** The scenario's document as the verb's own transaction has left it, or its absence once it is not public. */
export async function indexScenario(tx: Tx, ctx: Context, id: ScenarioId): Promise<void> {
  const record = await findScenario(tx, id)
  if (record && includes(publicScenarioStatuses, record.scenario.status))
    await ctx.search.put(tx, [ofScenario(record)])
  else await ctx.search.remove(tx, 'scenarios', [id])
}

/** The same for a product, by its published version: what is drafted beside it stays out of the index. */
export async function indexProduct(tx: Tx, ctx: Context, id: ProductId): Promise<void> {
  const record = await findPublicProduct(tx, id)
  if (!record) return ctx.search.remove(tx, 'products', [id])
  await ctx.search.put(tx, [ofProduct({ ...record, product: { ...record.product, status: 'published' } })])
}

/** The same for a catalog entry. */
export async function indexEntry(tx: Tx, ctx: Context, id: EntryId): Promise<void> {
  const record = await findEntry(tx, id)
  if (record && includes(publicEntryStatuses, record.entry.status))
    await ctx.search.put(tx, [ofEntry(record)])
  else await ctx.search.remove(tx, 'catalog', [id])
}

function includes(statuses: readonly string[], status: string): boolean {
  return statuses.includes(status)
}
