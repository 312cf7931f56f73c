import type { Fen } from '../shared/money.ts'
import { addFen } from '../shared/money.ts'
import { normalSerial } from '../shared/serial.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { Item } from './ceiling.ts'
import type { Assessment } from './reward.ts'

/** What an officer means to grant for one unit (审定). */
export interface Grant {
  serial: string
  amount: Fen
}

/**
 * Whether an assessment bears these grants: the claim is eligible, every unit is one of its own and named once,
 * and no item and no firm-year passes what is left. The database guards the same ceilings against concurrency.
 */
export function canGrant({ verdict, perItem, headroom }: Assessment, asked: readonly Grant[]): Verdict {
  const grants = asked.map(grant => ({ ...grant, serial: normalSerial(grant.serial) }))
  const owned = perItem.flatMap(item => item.serials)
  const serials = grants.map(grant => grant.serial)
  const foreign = serials.find((serial, index) => !owned.includes(serial) || serials.indexOf(serial) < index)
  return all(
    when(verdict !== 'notEligible', 'reward.notEligible'),
    when(verdict !== 'undetermined', 'reward.undetermined'),
    when(grants.length > 0 && grants.every(grant => grant.amount > 0), 'reward.noAmount'),
    foreign === undefined ? ok : no('reward.foreignUnit', { serial: foreign }),
    ...perItem.map(item => fits(item, grants)),
    when(addFen(...grants.map(grant => grant.amount)) <= headroom, 'reward.overHeadroom', { headroom }),
  )
}

function fits({ key, serials, ceiling }: Item, grants: readonly Grant[]): Verdict {
  const amounts = grants.filter(grant => serials.includes(grant.serial)).map(grant => grant.amount)
  if (amounts.length === 0) return ok
  if (ceiling === null) return no('reward.basisMissing', { item: key })
  return when(addFen(...amounts) <= ceiling, 'reward.overItem', { item: key, ceiling })
}
