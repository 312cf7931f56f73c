import { visitor } from '#domain/shared/actor.ts'
import { openSearch } from '#search/open.ts'
import { listCatalog } from '#services/catalog/list.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { listProducts } from '#services/products/list.ts'
import { showProduct } from '#services/products/show.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { openVault } from '#services/vault.ts'
import { connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { type Bench, dataDir, publicPages, startHouse } from './house.ts'

/** Statements that a visitor's public page sends, counted by the driver: lists at most 4, details at most 6. */
export const queriesBench: Bench = async print => {
  const house = await startHouse()
  const { url } = await startEmbedded({ dataDir, log: () => {} })
  let count = 0
  const { db, close } = connect(url, { onQuery: () => count++ })
  const ctx: Context = {
    actor: visitor,
    now: new Date(),
    clock: databaseNow,
    db,
    search: openSearch({ db }),
    vault: openVault('bench'),
    requestId: 'bench',
  }
  const pages = await publicPages()
  const idOf = (name: string) => pages[name]?.split('/')[2]
  const asked: [string, number, () => Promise<unknown>][] = [
    ['scenario list', 4, () => listScenarios(ctx, {})],
    ['product list', 4, () => listProducts(ctx, {})],
    ['catalog list', 4, () => listCatalog(ctx, { page: 1, domain: null })],
    ['scenario detail', 6, () => showScenario(ctx, idOf('scenario detail'))],
    ['product detail', 6, () => showProduct(ctx, { id: idOf('product detail') })],
    ['catalog entry', 6, () => showEntry(ctx, idOf('catalog entry'))],
  ]
  let frugal = true
  try {
    for (const [name, budget, work] of asked) {
      count = 0
      await work()
      frugal &&= count <= budget
      print(`queries of ${name}`, `${count} (≤ ${budget})`)
    }
  } finally {
    await close()
    await house.stop()
  }
  return frugal
}
