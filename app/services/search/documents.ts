import type { DbOrTx } from '#db/client.ts'
import type { ProductRecord } from '#db/queries/products.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { visitor } from '#domain/shared/actor.ts'
import { ofProduct, ofScenario } from '#search/documents.ts'
import type { AttachmentPages, SearchDocument } from '#search/engine.ts'
import { productHolder, scenarioHolder } from '../files/holder.ts'
import { openTexts } from '../files/texts.ts'

// public: documents of public objects, with the files that their policy opens to a visitor
/** Scenarios as they are found, the texts of their open files included. */
export async function scenarioDocuments(
  db: DbOrTx,
  records: readonly ScenarioRecord[],
): Promise<SearchDocument[]> {
  const holders = records.map(({ scenario }) => scenarioHolder(visitor, scenario))
  const texts = await openTexts(db, 'scenario', holders)
  return records.map(record => withTexts(ofScenario(record), texts))
}

/** Products likewise, each by its published version, whatever is being drafted beside it. */
export async function productDocuments(
  db: DbOrTx,
  records: readonly ProductRecord[],
): Promise<SearchDocument[]> {
  const holders = records.map(({ product }) => productHolder(visitor, product))
  const texts = await openTexts(db, 'product', holders)
  return records.map(({ product, ...record }) =>
    withTexts(ofProduct({ ...record, product: { ...product, status: 'published' } }), texts),
  )
}

function withTexts(
  document: SearchDocument,
  texts: ReadonlyMap<string, readonly AttachmentPages[]>,
): SearchDocument {
  const attachments = texts.get(document.id)
  return attachments ? { ...document, attachments } : document
}
