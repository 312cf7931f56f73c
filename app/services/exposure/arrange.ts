import { listingFacts } from '#db/queries/exposure.ts'
import {
  diversify,
  fairOrder,
  type ListingFacts,
  type PlacedEntry,
  type Scored,
} from '#domain/matching/diversify.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'

/** Days before today whose showings decide who was shown least. */
const latelyDays = 30
/** Suggestions looked at first; more only where so many are of a few firms that the first ten cannot be filled. */
const lookedAt = 50

/**
 * Lays a scenario's suggestions, best first, out by the public rules of the order. Only days before today count as
 * lately, so that a page does not change by being looked at.
 */
// public: the order in which public suggestions stand is everybody's to see
export async function arrange<M extends Scored>(
  ctx: Context,
  matches: readonly M[],
): Promise<PlacedEntry<M>[]> {
  const { known, facts } = await factsFor(ctx, matches)
  const far = matches.slice(known).map((entry, at): PlacedEntry<M> => {
    const place = known + at + 1
    return { entry, place, byScore: place, placed: 'score' }
  })
  const factsOf = (match: M) => facts.get(match.productId) ?? alone(match)
  return [...diversify(matches.slice(0, known), factsOf, dayOf(ctx.now)), ...far]
}

/** The facts of as many of the best as it takes to fill the first places with two of a firm. */
async function factsFor({ db, now }: Context, matches: readonly Scored[]) {
  const today = dayOf(now)
  const lately = { from: addDays(today, -latelyDays), to: addDays(today, -1) }
  const facts = new Map<string, ListingFacts>()
  const ofFirm = new Map<string, number>()
  let [known, places] = [0, 0]
  for (let step = lookedAt; known < matches.length && places < fairOrder.first; step *= 4) {
    const some = matches.slice(known, known + step)
    const found = await listingFacts(
      db,
      some.map(match => brand<ProductId>(match.productId)),
      lately,
    )
    for (const match of some) {
      const fact = found.get(match.productId) ?? alone(match)
      const had = ofFirm.get(fact.firm) ?? 0
      if (had < fairOrder.perFirm) places++
      ofFirm.set(fact.firm, had + 1)
      facts.set(match.productId, fact)
    }
    known += some.length
  }
  return { known, facts }
}

/** Of a product that has gone since it was matched, or of a preview, nothing is known: it is like no other. */
function alone({ productId }: Pick<Scored, 'productId'>): ListingFacts {
  return { firm: productId, family: null, listedOn: null, shownLately: 0 }
}
