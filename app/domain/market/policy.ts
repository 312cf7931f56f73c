import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { districtsOf, holds } from '../shared/actor.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** 撮合公平与缺口: the bureau's two officers and the auditor; a district officer for what its own calls lack. */
export function canSeeMarket(actor: Actor): Verdict {
  const district = districtsOf(actor).length > 0
  return all(isSignedIn(actor), when(seesExposure(actor) || district, 'officer.only'))
}

/** 展示份额: how firms fare against each other is the bureau's to see, and no district's. */
export function seesExposure(actor: Actor): boolean {
  return holds(actor, 'handler', 'approver', 'auditor')
}

/** The same as a file. */
export function canExportExposure(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(seesExposure(actor), 'officer.only'))
}
