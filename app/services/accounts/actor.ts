import type { Db } from '#db/client.ts'
import { findPerson } from '#db/queries/accounts.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { dutyIds } from '#domain/vocabulary.ts'

// public: it answers who the session's account is; it decides nothing
/** The actor of a session; an account that is gone is a visitor. */
export async function loadActor(db: Db, accountId: AccountId): Promise<Actor> {
  const { actor } = await loadReader(db, accountId)
  return actor
}

/** The actor and how many notices wait for them, in one query. */
export async function loadReader(
  db: Db,
  accountId: AccountId,
): Promise<{ actor: Actor; unread: number; isDemo: boolean }> {
  const { rows, offices, unread, recused, assigned } = await findPerson(db, accountId)
  const first = rows[0]
  if (!first) return { actor: visitor, unread: 0, isDemo: false }
  const actor: Actor = {
    kind: 'person',
    accountId,
    name: first.account.name,
    memberships: rows.flatMap(({ role, organization, departmentDuties, relatedTo, lapsedOn }) => {
      if (!role || !organization) return []
      const { id: organizationId, name, status, source, capabilities } = organization
      // An owner is never held back by a department.
      const duties = role === 'owner' ? dutyIds : (departmentDuties ?? dutyIds)
      return [{ organizationId, role, name, status, source, capabilities, duties, relatedTo, lapsedOn }]
    }),
    offices: offices.map(({ role, district }) => ({ role, district })),
    recused,
    assigned,
  }
  return { actor, unread, isDemo: first.account.demo }
}
