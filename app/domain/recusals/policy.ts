import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isRecused } from '../shared/actor.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** What officers and experts decide on, and may stand back from. */
export const recusableNouns = ['scenario', 'product', 'claim', 'entry'] as const
export type RecusableNoun = (typeof recusableNouns)[number]

/** 回避: whoever might decide on the object says once that it is not theirs to decide; there is no way back. */
export function canRecuse(actor: Actor, objectId: string): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver', 'expert'), 'officer.only'),
    when(!isRecused(actor, objectId), 'officer.recusedAlready'),
  )
}
