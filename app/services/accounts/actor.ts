import type { Db } from '#db/client.ts'
import { findPerson } from '#db/queries/accounts.ts'
import { isPasswordOver, type PasswordAge } from '#domain/accounts/credentials.ts'
import { opensOffices, proofOf } from '#domain/accounts/second-factor.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { dutyIds } from '#domain/vocabulary.ts'

// public: it answers who the session's account is; it decides nothing
export interface Reader {
  actor: Actor
  unread: number
  isDemo: boolean
  /** An office that stays shut until its holder has a second factor. */
  mustEnrol: boolean
  /** An office that stays shut until its holder has a new password. */
  mustRenew: boolean
}

export const nobody: Reader = { actor: visitor, unread: 0, isDemo: false, mustEnrol: false, mustRenew: false }

/**
 * The actor and how many notices wait for them, in one query. Offices open with a second factor only, and where
 * passwords have a maximum age not with one past it.
 */
export async function loadReader(
  db: Db,
  { accountId, provedAt }: { accountId: AccountId; provedAt: Date | null },
  age?: PasswordAge,
): Promise<Reader> {
  const { rows, offices, unread, recused, assigned } = await findPerson(db, accountId)
  const first = rows[0]
  const proof = first && proofOf({ hasFactor: first.hasFactor, provedAt })
  if (first?.account.status !== 'active' || proof === undefined || proof === 'pending') return nobody
  const { demo, passwordSetAt } = first.account
  const open = opensOffices({ proof, demo })
  const over = age !== undefined && !demo && isPasswordOver(passwordSetAt, age)
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
    offices: open && !over ? offices.map(({ role, district }) => ({ role, district })) : [],
    recused,
    assigned,
  }
  const held = offices.length > 0
  return { actor, unread, isDemo: demo, mustEnrol: held && !open, mustRenew: held && over }
}
