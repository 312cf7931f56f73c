import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { databaseNow } from '#db/queries/clock.ts'
import { countChanged, findBasis, insertBasis } from '#db/queries/match-basis.ts'
import {
  type MarketProduct,
  type MarketScenario,
  marketSince,
  nextProducts,
  nextScenarios,
} from '#db/queries/shelf.ts'
import { type Basis, isStaleBasis, noBasis, openBasis, type PublishedBasis } from '#domain/matching/basis.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { responsivenessOf } from '../introductions/responsiveness.ts'
import { orderMatchingOfAll } from '../matches/note.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'

const day = 86_400_000

/** Rows worked on at a time, so that other work is done in between, and rows read at a time. */
const chunk = 100
const read = 500

// public: it is counted from what anybody may read
/** The newest version of the basis; who finds none makes the first one, and two who do agree on one of them. */
export async function currentBasis(db: Db): Promise<PublishedBasis> {
  const known = await findBasis(db)
  return known ?? publishFirst(db)
}

/**
 * A job of the platform: publishes the next version once more than a twentieth of what is public has changed, or a week
 * has passed, and answers whether it did; then everything is matched anew. Until then scores stay what they are.
 */
export async function renewBasis(db: Db): Promise<boolean> {
  const known = await findBasis(db)
  if (!known) return (await currentBasis(db)).version > 0
  const days = (await databaseNow(db)).getTime() / day - known.at.getTime() / day
  if (!isStaleBasis({ ...(await countChanged(db, known.seq)), days })) return false
  const next = await countPublic(db)
  if (!next) return false
  return db.transaction(async tx => {
    const isFirst = await insertBasis(tx, { version: known.version + 1, ...next })
    if (isFirst) await orderMatchingOfAll(tx)
    return isFirst
  })
}

async function publishFirst(db: Db): Promise<PublishedBasis> {
  const first = await countPublic(db)
  // Before anything is public, and for as long, every basis would be the same one.
  if (!first) return noBasis
  await insertBasis(db, { version: 1, ...first })
  const winner = await findBasis(db)
  if (!winner) throw new Error('the basis of the scores was not kept')
  return winner
}

/** Null as long as nothing is public. */
async function countPublic(db: Db): Promise<{ basis: Basis; seq: number } | null> {
  const { seq } = await marketSince(db, Number.MAX_SAFE_INTEGER)
  const counted = openBasis(ontologyConcepts)
  const asking = new Set<OrganizationId>()
  for await (const { products, scenarios } of publicRows(db)) {
    counted.add({ products: products.map(toMatchProduct), scenarios: scenarios.map(toMatchScenario) })
    for (const { organization } of scenarios) asking.add(organization.id)
  }
  const basis = counted.basis(await sharesOf(db, [...asking]))
  return basis.texts.documents === 0 ? null : { basis, seq }
}

/** 答复及时 of these organisations, as far as it is known. */
async function sharesOf(db: Db, ids: readonly OrganizationId[]): Promise<Basis['responsiveness']> {
  const known = await responsivenessOf(db, ids, await databaseNow(db))
  return Object.fromEntries([...known].flatMap(([id, { share }]) => (share === null ? [] : [[id, share]])))
}

/** Everything that is matched, some rows at a time and by id; in between others have their turn. */
export async function* publicRows(
  db: Db,
): AsyncGenerator<{ products: MarketProduct[]; scenarios: MarketScenario[] }> {
  for await (const products of readAhead((last: MarketProduct | null) =>
    nextProducts(db, { after: last?.product.id ?? null, limit: read }),
  ))
    yield { products, scenarios: [] }
  for await (const scenarios of readAhead((last: MarketScenario | null) =>
    nextScenarios(db, { after: last?.scenario.id ?? null, limit: read }),
  ))
    yield { products: [], scenarios }
}

/** The database reads the next rows while these are worked on. */
async function* readAhead<Row>(next: (last: Row | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let coming: Promise<Row[]> | null = next(null)
  while (coming) {
    const rows: Row[] = await coming
    const last = rows.at(read - 1)
    coming = last === undefined ? null : next(last)
    // Whoever stops in between does not come back for it.
    coming?.catch(() => {})
    for (let from = 0; from < rows.length; from += chunk) {
      yield rows.slice(from, from + chunk)
      await setImmediate()
    }
  }
}
