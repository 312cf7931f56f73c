import { findBid } from '#db/queries/bids.ts'
import { findEntry } from '#db/queries/catalog.ts'
import { findPilot } from '#db/queries/pilots.ts'
import { findClaim } from '#db/queries/rewards.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { BidId, ClaimId, EntryId, PilotId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { productContent } from '../products/content.ts'

export interface Neighbour {
  noun: string
  objectId: string
  pinned?: string
}

interface Pinned {
  productId: string
  version: number
  content: ProductDraft
}

/** With its own words, which do not change any more once bids may come. */
const scenario = ({ id, content }: { id: string; content: unknown }): Neighbour => ({
  noun: 'scenario',
  objectId: id,
  pinned: digest(content),
})
const bid = (objectId: string): Neighbour => ({ noun: 'bid', objectId })
const pilot = (objectId: string): Neighbour => ({ noun: 'pilot', objectId })
/** The version that the bid pinned, not a newer one that was public by then. */
const product = (version: Pinned): Neighbour => ({
  noun: 'product',
  objectId: version.productId,
  pinned: digest(productContent(version)),
})

// public: `showAuditRow` has judged; these are ids, and what is shown of them was kept of opened bids only
/** The objects that a decision on this one rests on: the trip from the scenario up to it. */
export async function neighboursOf(
  { db }: Pick<Context, 'db'>,
  { noun, objectId }: { noun: string; objectId: string },
): Promise<Neighbour[]> {
  switch (noun) {
    case 'bid': {
      const found = await findBid(db, brand<BidId>(objectId))
      return found ? [scenario(found.scenario), product(found.version)] : []
    }
    case 'pilot': {
      const found = await findPilot(db, brand<PilotId>(objectId))
      return found ? [scenario(found.scenario), bid(found.bid.id), product(found.version)] : []
    }
    case 'claim': {
      const found = await findClaim(db, brand<ClaimId>(objectId))
      return found ? [pilot(found.pilot.id), scenario(found.scenario), product(found.version)] : []
    }
    case 'entry': {
      const found = await findEntry(db, brand<EntryId>(objectId))
      return found ? [pilot(found.pilot.id), scenario(found.scenario), product(found.version)] : []
    }
    default:
      return []
  }
}
