import { listEntriesByIds } from '#db/queries/catalog.ts'
import { listFirmsByIds } from '#db/queries/firm-index.ts'
import { listProductsByIds } from '#db/queries/products.ts'
import { listScenariosByIds } from '#db/queries/scenarios.ts'
import { solutionsForIndex } from '#db/queries/solutions.ts'
import { hasFirmPage } from '#domain/organizations/firm-page.ts'
import type { EntryId, OrganizationId, ProductId, ScenarioId, SolutionId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { IndexName } from '#search/engine.ts'
import type { EntryView } from '../catalog/show.ts'
import { viewOf } from '../catalog/show.ts'
import type { Context } from '../context.ts'
import { type FirmLine, firmLine } from '../firms/line.ts'
import type { ProductLine } from '../products/list.ts'
import { lineOf } from '../products/list.ts'
import type { ScenarioListItem } from '../scenarios/list.ts'
import { itemOf } from '../scenarios/list.ts'
import { type SolutionLine, solutionLine } from '../solutions/list.ts'

/** A found object as its list draws it. */
export type Found =
  | { index: 'scenarios'; row: ScenarioListItem }
  | { index: 'products'; row: ProductLine }
  | { index: 'solutions'; row: SolutionLine }
  | { index: 'firms'; row: FirmLine }
  | { index: 'catalog'; row: EntryView }

// public: the rows come back through the visibility clause of each query
/**
 * The rows behind an engine's ids, in its order. The index is only a shadow: an id whose row the public may no
 * longer see leads to nothing.
 */
export async function hydrate(ctx: Context, index: IndexName, ids: readonly string[]): Promise<Found[]> {
  const found = new Map((await rowsOf(ctx, index, ids)).map(each => [each.row.id as string, each]))
  return ids.flatMap(id => found.get(id) ?? [])
}

async function rowsOf({ db }: Context, index: IndexName, ids: readonly string[]): Promise<Found[]> {
  switch (index) {
    case 'scenarios': {
      const rows = await listScenariosByIds(db, known<ScenarioId>(ids))
      return rows.map(record => ({ index, row: itemOf(record) }))
    }
    case 'products': {
      const rows = await listProductsByIds(db, known<ProductId>(ids))
      return rows.map(record => ({ index, row: lineOf(record) }))
    }
    case 'solutions': {
      const rows = await solutionsForIndex(db, known<SolutionId>(ids))
      return rows.map(record => ({ index, row: solutionLine(record) }))
    }
    case 'firms': {
      const rows = await listFirmsByIds(db, known<OrganizationId>(ids))
      const open = rows.filter(record => hasFirmPage(record.organization, record.publicObjects))
      return open.map(record => ({ index, row: firmLine(record) }))
    }
    case 'catalog': {
      const rows = await listEntriesByIds(db, known<EntryId>(ids))
      return rows.map(record => ({ index, row: viewOf(record) }))
    }
  }
}

function known<I extends ScenarioId | ProductId | SolutionId | OrganizationId | EntryId>(
  ids: readonly string[],
): I[] {
  return ids.flatMap(id => parseId<I>(id) ?? [])
}
