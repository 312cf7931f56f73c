import { canSeeQueue } from '../organizations/policy.ts'
import { type Actor, holds } from '../shared/actor.ts'

/** Where a person's work begins after signing in. */
export type Workplace = 'queue' | 'audit' | 'workspace'

/** An office goes before a membership; an auditor begins at the log, an administrator decides nothing and has no queue. */
export function workplaceOf(actor: Actor): Workplace {
  if (holds(actor, 'auditor')) return 'audit'
  return canSeeQueue(actor).ok ? 'queue' : 'workspace'
}
