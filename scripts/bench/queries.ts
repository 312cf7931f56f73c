import type { Actor } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { openFileStore } from '#http/files.ts'
import { openSearch } from '#search/open.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { listMyBids } from '#services/bids/show.ts'
import { listCatalog } from '#services/catalog/list.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { showWorkspace } from '#services/home/workspace.ts'
import { listNotices } from '#services/notifications/list.ts'
import { listPilots } from '#services/pilots/show.ts'
import { listProducts } from '#services/products/list.ts'
import { myProducts } from '#services/products/mine.ts'
import { showProduct } from '#services/products/show.ts'
import { listQueue } from '#services/queue/list.ts'
import { listClaims } from '#services/rewards/list.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { listMyScenarios } from '#services/scenarios/mine.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { openVault } from '#services/vault.ts'
import { connect, type Db } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { findSigner } from '../../db/queries/credentials.ts'
import { type Bench, dataDir, publicPages, startHouse } from './house.ts'

/**
 * Statements that a page's verb sends, counted by the driver: lists at most 4, details at most 6. That a list sends as
 * many for few rows as for many is proved by tests/services/list-queries.test.ts.
 */
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
    files: openFileStore({ DATA_DIR: dataDir }),
    requestId: 'bench',
  }
  const as = async (name: string): Promise<Context> => ({ ...ctx, actor: await demoActor(db, name) })
  const [hospital, firm, handler] = await Promise.all(['hospital', 'firm', 'handler'].map(as))
  if (!hospital || !firm || !handler) throw new Error('the demo data lacks its people')
  const pages = await publicPages()
  const idOf = (name: string) => pages[name]?.split('/')[2]
  const asked: [string, number, () => Promise<unknown>][] = [
    ['scenario list', 4, () => listScenarios(ctx, {})],
    ['product list', 4, () => listProducts(ctx, {})],
    ['catalog list', 4, () => listCatalog(ctx, { page: 1, domain: null })],
    ['scenario detail', 6, () => showScenario(ctx, idOf('scenario detail'))],
    ['product detail', 6, () => showProduct(ctx, { id: idOf('product detail') })],
    ['catalog entry', 6, () => showEntry(ctx, idOf('catalog entry'))],
    ['my scenarios', 4, () => listMyScenarios(hospital)],
    ['my products', 4, () => myProducts(firm)],
    ['my bids', 4, () => listMyBids(firm)],
    ['pilots', 4, () => listPilots(firm)],
    ['claims', 4, () => listClaims(firm, {})],
    ['workspace', 4, () => showWorkspace(hospital)],
    ['notices', 4, () => listNotices(hospital, {})],
    ['queue', 4, () => listQueue(handler, {})],
    ['scenario list of an officer', 4, () => listScenarios(handler, {})],
    ['catalog list of an officer', 4, () => listCatalog(handler, { page: 1, domain: null })],
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

async function demoActor(db: Db, name: string): Promise<Actor> {
  const signer = await findSigner(db, { email: `${name}@demo.example` })
  if (!signer) throw new Error(`the demo data lacks ${name}`)
  return (await loadReader(db, { accountId: signer.account.id, provedAt: new Date() })).actor
}
