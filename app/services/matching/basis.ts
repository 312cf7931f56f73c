import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { countChanged, findBasis, insertBasis } from '#db/queries/match-basis.ts'
import {
  type MarketProduct,
  type MarketScenario,
  marketSince,
  nextProducts,
  nextScenarios,
} from '#db/queries/shelf.ts'
import { isStaleBasis, noBasis, openBasis, type PublishedBasis } from '#domain/matching/basis.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { toMatchProduct, toMatchScenario } from './inputs.ts'

/** Rows counted at a time, so that other work is done in between. */
const chunk = 100

// public: it is counted from what anybody may read
/** The newest version of the basis; who finds none makes the first one, and two who do agree on one of them. */
export async function currentBasis(db: Db): Promise<PublishedBasis> {
  const known = await findBasis(db)
  return known ?? publishBasis(db, 1)
}

/**
 * A job of the platform: publishes the next version once more than a twentieth of what is public has changed, and
 * answers whether it did. Until then scores stay what they are.
 */
export async function renewBasis(db: Db): Promise<boolean> {
  const known = await findBasis(db)
  if (known && !isStaleBasis(await countChanged(db, known.seq))) return false
  const next = (known?.version ?? 0) + 1
  return (await publishBasis(db, next)).version === next
}

async function publishBasis(db: Db, version: number): Promise<PublishedBasis> {
  const { seq } = await marketSince(db, Number.MAX_SAFE_INTEGER)
  const basis = await countPublic(db)
  // Before anything is public, and for as long, every basis would be the same one.
  if (basis.texts.documents === 0) return noBasis
  await insertBasis(db, { version, basis, seq })
  const winner = await findBasis(db)
  if (!winner) throw new Error('the basis of the scores was not kept')
  return winner
}

async function countPublic(db: Db) {
  const counted = openBasis(ontologyConcepts)
  for await (const { products, scenarios } of publicRows(db))
    counted.add({ products: products.map(toMatchProduct), scenarios: scenarios.map(toMatchScenario) })
  return counted.basis()
}

/** Everything that is matched, some rows at a time and by id; in between others have their turn. */
export async function* publicRows(
  db: Db,
): AsyncGenerator<{ products: MarketProduct[]; scenarios: MarketScenario[] }> {
  let lastProduct: MarketProduct | undefined
  do {
    const products = await nextProducts(db, { after: lastProduct?.product.id ?? null, limit: chunk })
    lastProduct = products.at(chunk - 1)
    yield { products, scenarios: [] }
    await setImmediate()
  } while (lastProduct)
  let lastScenario: MarketScenario | undefined
  do {
    const scenarios = await nextScenarios(db, { after: lastScenario?.scenario.id ?? null, limit: chunk })
    lastScenario = scenarios.at(chunk - 1)
    yield { products: [], scenarios }
    await setImmediate()
  } while (lastScenario)
}
