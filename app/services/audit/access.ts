import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { findContact } from '#db/queries/accounts.ts'
import { canSeeContact } from '#domain/audit/policy.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { record } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'

interface Access {
  /** Whose data, or the number of the row that was opened. */
  of: string
  deed: 'viewContact' | 'viewRow' | 'searchPerson'
  reason?: string
  formKey?: string
}

/** 查阅留痕: reading what is personal or confidential is an act of its own, with a noun of its own. */
export function recordAccess(tx: Tx, ctx: Context, { of, ...how }: Access): Promise<void> {
  return record(tx, ctx, { noun: 'access', id: of, from: 'kept', to: 'kept', ...how })
}

/** The page before the details: whom it is about. */
export async function contactSheet(ctx: Context, accountId: unknown) {
  permit(canSeeContact(ctx.actor))
  const parsed = found(parseId<AccountId>(accountId), 'account.unknown')
  const { id: whose, name } = found(await findContact(ctx.db, parsed), 'account.unknown')
  return { id: whose, name, formKey: newFormKey() }
}

export const ViewContact = z.object({ id: id.account, reason: text({ min: 4, max: 500 }), formKey })
export type ViewContact = z.infer<typeof ViewContact>

/** 查看联系方式: the reason is on record before anything is shown; the form sent again shows the same, once on record. */
export async function viewContact(ctx: Context, input: ViewContact) {
  const { id: whose, reason, formKey: key } = ViewContact.parse(input)
  permit(canSeeContact(ctx.actor))
  const { email, phone } = found(await findContact(ctx.db, whose), 'account.unknown')
  await inTransaction(ctx, async tx => {
    if (await alreadyDone(tx, whose, key)) return
    await recordAccess(tx, ctx, { of: whose, deed: 'viewContact', reason, formKey: key })
  })
  return { email, phone }
}
