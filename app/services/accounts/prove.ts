import { z } from 'zod'
import type { Signer } from '#db/queries/credentials.ts'
import { findSigner, spendCode, spendTotpStep } from '#db/queries/credentials.ts'
import { FactorCode, isRecoveryCode, proofOf } from '#domain/accounts/second-factor.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { openLimiter } from '../rate-limit.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { loadReader } from './actor.ts'
import { createProvedSession, readSession, revokeSession } from './session.ts'
import type { Visit } from './sign-in.ts'
import { hashOfCode, stepOf } from './totp.ts'

export const ProveFactor = z.object({ code: FactorCode })
export type ProveFactor = z.infer<typeof ProveFactor>

// public: whoever is half signed in is nobody yet
/** Whose half-open session the browser holds. Throws `unauthenticated` when there is none or it is whole. */
export async function pendingSigner(ctx: Context, token: string | null): Promise<Signer> {
  const session = token === null ? null : await readSession(ctx.db, token)
  const signer = session && (await findSigner(ctx.db, { id: session.accountId }))
  const hasFactor = signer !== null && (signer.account.totpSecret !== null || signer.passkeys > 0)
  if (!session || !signer || proofOf({ hasFactor, provedAt: session.provedAt }) !== 'pending')
    throw new Refusal('unauthenticated', 'account.signInFirst')
  return signer
}

/** 二次验证 by a code: each counts once, five tries in a quarter of an hour, and a new session begins. */
export async function proveByCode(
  ctx: Context,
  input: ProveFactor,
  visit: Visit,
): Promise<{ token: string }> {
  const { code } = ProveFactor.parse(input)
  const signer = await pendingSigner(ctx, visit.previousToken)
  await factorLimit(ctx).take(signer.account.id)
  const right = isRecoveryCode(code)
    ? await spendRecoveryCode(ctx, signer, code)
    : await spendTotp(ctx, signer, code)
  if (!right) throw new Refusal('invalid', 'account.wrongCode', { path: 'code' })
  return beginProved(ctx, signer, visit)
}

export const factorLimit = ({ db }: Context) =>
  openLimiter(db, { name: 'factor', points: 5, seconds: 900 }, 'account.tooManyTries')

/** The whole session in place of the half one. */
export async function beginProved(ctx: Context, signer: Signer, visit: Visit): Promise<{ token: string }> {
  await factorLimit(ctx).forget(signer.account.id)
  if (visit.previousToken !== null) await revokeSession(ctx.db, visit.previousToken)
  return createProvedSession(ctx, signer, visit)
}

async function spendTotp(ctx: Context, { account }: Signer, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false
  const step = stepOf(ctx.vault.open(account.totpSecret), code, ctx.now)
  return step !== null && (await spendTotpStep(ctx.db, account.id, step))
}

async function spendRecoveryCode(ctx: Context, { account }: Signer, code: string): Promise<boolean> {
  const { id, email: to, locale, name } = account
  const { actor } = await loadReader(ctx.db, { accountId: id, provedAt: ctx.now })
  const own = { ...ctx, actor }
  return inTransaction(own, async tx => {
    if (!(await spendCode(tx, id, hashOfCode(code)))) return false
    await record(tx, own, { noun: 'account', id, deed: 'useRecoveryCode', from: 'active', to: 'active' })
    await postLetter(tx, ctx, { to, locale, name: 'recoveryCodeUsed', params: { name }, token: null })
    return true
  })
}
