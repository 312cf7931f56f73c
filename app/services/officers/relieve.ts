import { z } from 'zod'
import { countOffice, deleteOffice, lockOffices } from '#db/queries/officers.ts'
import { canManageOfficers, canTakeOffice } from '#domain/accounts/policy.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { officerRoleIds } from '#domain/vocabulary.ts'
import { revokeAllSessions } from '../accounts/session.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { demand, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'

export const RelieveOfficer = z.object({
  accountId: z.uuid().transform(value => brand<AccountId>(value)),
  role: choice(officerRoleIds),
  reason: text({ min: 4, max: 500 }),
  formKey,
})
export type RelieveOfficer = z.infer<typeof RelieveOfficer>

/** 离岗: the office is taken at once, with every session of its holder; what they decided stands. */
export async function relieveOfficer(ctx: Context, input: RelieveOfficer): Promise<void> {
  const { accountId, role, reason, formKey: key } = RelieveOfficer.parse(input)
  permit(canManageOfficers(ctx.actor))
  await inTransaction(ctx, async tx => {
    if (await alreadyDone(tx, accountId, key)) return
    await lockOffices(tx, accountId)
    demand(canTakeOffice(role, { administrators: await countOffice(tx, 'administrator') }))
    if (!(await deleteOffice(tx, accountId, role))) throw new Refusal('notFound', 'account.unknown')
    const step = { noun: 'account', id: accountId, deed: 'leaveOffice', from: 'active', to: 'active' }
    await record(tx, ctx, { ...step, formKey: key, reason, before: { role } })
  })
  await revokeAllSessions(ctx.db, accountId)
}
