import { type Actor, holds } from '../shared/actor.ts'

/** Where a person's work begins after signing in. */
export type Workplace = 'queue' | 'workspace' | 'catalog'

/** An office goes before a membership; experts read the catalog's cases; everybody else has an organisation's desk. */
export function workplaceOf(actor: Actor): Workplace {
  if (holds(actor, 'handler', 'approver', 'opener', 'auditor', 'administrator', 'district')) return 'queue'
  if (holds(actor, 'expert')) return 'catalog'
  return 'workspace'
}
