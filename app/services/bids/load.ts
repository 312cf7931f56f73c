import type { BidRecord, BidRow } from '#db/queries/bids.ts'
import { findBid } from '#db/queries/bids.ts'
import type { BidFacts } from '#domain/bids/policy.ts'
import { canSeeBid } from '#domain/bids/policy.ts'
import type { BidId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'
import { factsOf as scenarioFacts } from '../scenarios/load.ts'

export function factsOf(row: BidRow): BidFacts {
  return { status: row.status, organizationId: row.organizationId }
}

/** The bid as far as this actor may see it; a sealed bid does not exist for anybody but its firm. */
export async function loadBid(ctx: Context, id: unknown): Promise<BidRecord> {
  const bidId = found(parseId<BidId>(id), 'bid.unknown')
  const record = found(await findBid(ctx.db, bidId), 'bid.unknown')
  permit(canSeeBid(ctx.actor, factsOf(record.bid), scenarioFacts(record.scenario)))
  return record
}
