import type { DbOrTx } from '#db/client.ts'
import { findOwnProducts } from '#db/queries/deployments.ts'
import type { ImportNoun } from '#domain/imports/column.ts'
import { identityOf } from '#domain/imports/states.ts'
import type { OrganizationId, ProductId } from '#domain/shared/ids.ts'
import type { ReadRow } from './files/table.ts'

export type ProductsNamed = ReadonlyMap<string, ProductId | 'several'>

const productIn = ({ cells }: Pick<ReadRow, 'cells'>) => String(cells.product ?? '').trim()

// public: helps the upload, whose verb has judged its actor
/** The firm's own products that rows of cases name. */
export function productsNamed(
  db: DbOrTx,
  organizationId: OrganizationId,
  rows: readonly ReadRow[],
): Promise<ProductsNamed> {
  const refs = [...new Set(rows.map(productIn))].filter(ref => ref !== '')
  return findOwnProducts(db, organizationId, refs)
}

/** What is wrong with the product that a case names, if it names one. */
export function unnamedProduct(
  noun: ImportNoun,
  row: ReadRow,
  products: ProductsNamed,
): Record<string, string> {
  const ref = noun === 'deployment' ? productIn(row) : ''
  if (ref === '') return {}
  const named = products.get(ref)
  if (!named) return { product: 'imports.cell.productUnknown' }
  return named === 'several' ? { product: 'imports.cell.productSeveral' } : {}
}

/** What two rows are compared by: name and model, or of a case its product, place and task; blank where it has none. */
export function identityIn(noun: ImportNoun, row: ReadRow, products: ProductsNamed): string {
  const cell = (key: string) => String(row.cells[key] ?? '')
  if (noun === 'deployment')
    return identityOf(`${products.get(productIn(row)) ?? ''}|${cell('place')}`, cell('task'))
  const name = cell(noun === 'scenario' ? 'title' : 'name')
  return name === '' ? '' : identityOf(name, cell('model'))
}
