import type { BidRecord } from '#db/queries/bids.ts'

/** An opened bid as those who decide on it read it. Never of a sealed one: what is kept stays kept. */
export function bidContent({ bid, firm, version, scenario }: BidRecord) {
  const { number, submittedAt, receiptHash } = bid
  return {
    number,
    firm: { name: firm.name, uscc: firm.uscc },
    scenario: { number: scenario.number, title: scenario.title },
    product: { name: version.name, version: version.version },
    offer: bid.content,
    submittedAt,
    receiptHash,
  }
}
