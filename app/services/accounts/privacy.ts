import { z } from 'zod'
import { gatherPersonalData, pseudonymise, soleOwnerships, withholdNames } from '#db/queries/privacy.ts'
import { TypedPassword } from '#domain/accounts/credentials.ts'
import { canChangeAccount, canErase } from '#domain/accounts/policy.ts'
import { pseudonymOf } from '#domain/accounts/pseudonym.ts'
import { affirmation } from '#domain/shared/fields.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { confirmPassword } from './own-password.ts'
import { ownSigner } from './second-factor.ts'

/** 导出本人数据: one file with everything that is kept about the person; the taking is on record. */
export async function exportOwnData(ctx: Context) {
  const { account } = await ownSigner(ctx)
  permit(canChangeAccount(ctx.actor, { id: account.id, demo: false }))
  const kept = await gatherPersonalData(ctx.db, account.id)
  const step = { noun: 'account', id: account.id, deed: 'export', from: 'active', to: 'active' }
  await inTransaction(ctx, tx => record(tx, ctx, step))
  return { madeAt: ctx.now.toISOString(), ...kept }
}

export interface PrivacyPage {
  canErase: Verdict
}

export async function showPrivacy(ctx: Context): Promise<PrivacyPage> {
  const { account, hasOffice } = await ownSigner(ctx)
  return { canErase: canErase(ctx.actor, { id: account.id, demo: account.demo, hasOffice }) }
}

export const EraseAccount = z.object({ password: TypedPassword, affirmed: affirmation })
export type EraseAccount = z.infer<typeof EraseAccount>

/**
 * 注销: what is personal goes, what the law has us keep (decisions, money, the audit chain) stays and points at a
 * pseudonym. An organisation is never left without an owner.
 */
export async function eraseAccount(ctx: Context, input: EraseAccount): Promise<void> {
  const { password } = EraseAccount.parse(input)
  const { account, hasOffice } = await ownSigner(ctx)
  permit(canErase(ctx.actor, { id: account.id, demo: account.demo, hasOffice }))
  await confirmPassword(ctx, account, password)
  const { id, email: to, locale } = account
  const pseudonym = { name: pseudonymOf(id), email: `erased-${id}@invalid` }
  await inTransaction(ctx, async tx => {
    const [stranded] = await soleOwnerships(tx, id)
    if (stranded) throw new Refusal('conflict', 'account.soleOwner', { detail: { organization: stranded } })
    await pseudonymise(tx, id, pseudonym)
    await withholdNames(tx)
    const actor = { ...ctx.actor, name: pseudonym.name }
    await record(tx, { ...ctx, actor }, { noun: 'account', id, deed: 'erase', from: 'active', to: 'erased' })
    await postLetter(tx, ctx, { to, locale, name: 'erased', params: {}, token: null })
  })
}
