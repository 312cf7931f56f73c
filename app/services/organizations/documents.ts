import { z } from 'zod'
import { setOrganization } from '#db/queries/organizations.ts'
import { deleteDocument, insertDocument } from '#db/queries/verification.ts'
import { documentFields } from '#domain/organizations/organization.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'

export const AddDocument = z.object({ ...documentFields, id: id.organization, formKey })
export type AddDocument = z.infer<typeof AddDocument>

/** 登记证照. The form's key becomes its id. An officer who has the page open is told that the file has changed. */
export async function addDocument(ctx: Context, input: AddDocument): Promise<void> {
  const { id: organizationId, formKey: key, validUntil = null, ...rest } = AddDocument.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const row = { id: key, organizationId, ...rest, validUntil, addedBy: accountIdOf(ctx.actor) }
  const entry = { id: organizationId, deed: 'addDocument', formKey: key, after: row }
  await amend(ctx, entry, async tx => {
    await insertDocument(tx, row)
    await setOrganization(tx, organizationId, {})
  })
}

export const RemoveDocument = z.object({ id: id.organization, documentId: formKey, formKey })
export type RemoveDocument = z.infer<typeof RemoveDocument>

/** 移除证照: the file keeps that it was there. */
export async function removeDocument(ctx: Context, input: RemoveDocument): Promise<void> {
  const { id: organizationId, documentId, formKey: key } = RemoveDocument.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const entry = { id: organizationId, deed: 'removeDocument', formKey: key, before: { documentId } }
  await amend(ctx, entry, async tx => {
    if (!(await deleteDocument(tx, organizationId, documentId)))
      throw new Refusal('conflict', 'organization.documentGone')
    await setOrganization(tx, organizationId, {})
  })
}
