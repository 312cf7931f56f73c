import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isRecused, oversees } from '../shared/actor.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** What officers and experts decide on, and may stand back from. */
export const recusableNouns = ['scenario', 'product', 'solution', 'claim', 'entry'] as const
export type RecusableNoun = (typeof recusableNouns)[number]

/** 回避: whoever might decide on the object says once that it is not theirs to decide; there is no way back. */
export function canRecuse(actor: Actor, { id, district }: { id: string; district: string | null }): Verdict {
  const office = holds(actor, 'handler', 'approver', 'expert') || oversees(actor, district)
  return all(
    isSignedIn(actor),
    when(office, 'officer.only'),
    when(!isRecused(actor, id), 'officer.recusedAlready'),
  )
}
