import { z } from 'zod'
import { deleteRelation, insertRelation } from '#db/queries/organization-relations.ts'
import { findOrganizationByUscc, setOrganization } from '#db/queries/organizations.ts'
import { relationFields } from '#domain/organizations/organization.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { canLiftRelation } from '#domain/organizations/standing.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import { normalizedUscc } from '#domain/shared/uscc.ts'
import { relationKindIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'

export const RelateOrganization = z.object({ ...relationFields, id: id.organization, formKey })
export type RelateOrganization = z.infer<typeof RelateOrganization>

/** 申报关联单位 by its code; from then on neither side is chosen by the other. */
export async function relateOrganization(ctx: Context, input: RelateOrganization): Promise<void> {
  const { id: organizationId, uscc, kind, formKey: key } = RelateOrganization.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const other = await findOrganizationByUscc(ctx.db, normalizedUscc(uscc))
  if (!other) throw new Refusal('invalid', 'organization.relationUnknown', { path: 'uscc' })
  if (other.id === organizationId) throw new Refusal('invalid', 'organization.relationSelf', { path: 'uscc' })
  const entry = { id: organizationId, deed: 'relate', formKey: key, after: { other: other.id, kind } }
  await amend(ctx, entry, async tx => {
    const pair = { one: organizationId, other: other.id, kind }
    if (!(await insertRelation(tx, pair, accountIdOf(ctx.actor))))
      throw new Refusal('invalid', 'organization.relationKnown', { path: 'uscc' })
    await setOrganization(tx, organizationId, {})
  })
}

export const LiftRelation = z.object({
  id: id.organization,
  otherId: id.organization,
  kind: choice(relationKindIds),
  reason: text({ min: 4, max: 500 }),
  formKey,
})
export type LiftRelation = z.infer<typeof LiftRelation>

/** 解除关联 by the bureau, with its reason: two people who only share a name, a share that was sold. */
export async function liftRelation(ctx: Context, input: LiftRelation): Promise<void> {
  const { id: organizationId, otherId, kind, reason, formKey: key } = LiftRelation.parse(input)
  const organization = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canLiftRelation(ctx.actor, organization))
  const before = { other: otherId, kind }
  await amend(ctx, { id: organizationId, deed: 'unrelate', formKey: key, reason, before }, async tx => {
    if (!(await deleteRelation(tx, { one: organizationId, other: otherId, kind })))
      throw new Refusal('conflict', 'organization.relationGone')
    await setOrganization(tx, organizationId, {})
  })
}
