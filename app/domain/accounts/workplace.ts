import { canSeeQueue } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'

/** Where a person's work begins after signing in. */
export type Workplace = 'queue' | 'workspace'

/** An office goes before a membership; an administrator decides nothing about content and has no queue. */
export function workplaceOf(actor: Actor): Workplace {
  return canSeeQueue(actor).ok ? 'queue' : 'workspace'
}
