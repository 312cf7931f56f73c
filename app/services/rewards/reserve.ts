import type { Tx } from '#db/client.ts'
import type { ClaimRow } from '#db/queries/rewards.ts'
import { appendLedger, firmGranted, raiseFirmCounter, raiseUnitCounter } from '#db/queries/rewards.ts'
import { capYearOf, ruleOf } from '#domain/rewards/rules.ts'
import type { Fen } from '#domain/shared/money.ts'
import { addFen, subtractFen } from '#domain/shared/money.ts'
import { found, Refusal } from '../refusal.ts'

export interface UnitGrant {
  serial: string
  fen: Fen
}

type Claim = Pick<ClaimRow, 'id' | 'uscc' | 'ruleVersion'>

// public: the second half of an approval, which its verb has judged
/**
 * 预留: raises the firm's year and every unit, each by one guarded statement, and writes the ledger. Firm first, then
 * the units in one order, so that two approvals never wait for each other in a ring. What does not fit is refused
 * with what is left, and the transaction takes everything back.
 */
export async function reserve(
  tx: Tx,
  { id: claimId, uscc, ruleVersion }: Claim,
  { at, units }: { at: Date; units: readonly UnitGrant[] },
): Promise<void> {
  const capYear = capYearOf(at)
  const { perItemCap, firmYearCap: cap } = found(ruleOf(ruleVersion), 'claim.unknownRule')
  const fen = addFen(...units.map(unit => unit.fen))
  if (!(await raiseFirmCounter(tx, { uscc, capYear, fen, cap }))) {
    const headroom = subtractFen(cap, await firmGranted(tx, uscc, capYear))
    throw new Refusal('conflict', 'claim.firmCapReached', { detail: { headroom } })
  }
  for (const unit of units.toSorted((a, b) => (a.serial < b.serial ? -1 : 1))) {
    if (!(await raiseUnitCounter(tx, { uscc, ...unit, cap: perItemCap }))) {
      throw new Refusal('conflict', 'claim.unitCapReached', { detail: { serial: unit.serial } })
    }
  }
  await appendLedger(
    tx,
    units.map(unit => ({ claimId, uscc, capYear, ...unit, kind: 'grant' as const, at })),
  )
}
