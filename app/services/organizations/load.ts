import type { OrganizationRow } from '#db/queries/organizations.ts'
import { findOrganization } from '#db/queries/organizations.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { canSeeOrganization } from '#domain/organizations/standing.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

/** The organisation for its members and the bureau; it does not exist for anybody else. */
export async function loadOrganization(ctx: Context, id: unknown): Promise<OrganizationRow> {
  // Before the lookup: a guest cannot tell an id that exists.
  permit(isSignedIn(ctx.actor))
  const organizationId = found(parseId<OrganizationId>(id), 'organization.unknown')
  const organization = found(await findOrganization(ctx.db, organizationId), 'organization.unknown')
  permit(canSeeOrganization(ctx.actor, organization))
  return organization
}
