import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import {
  countRecoveryCodes,
  findSigner,
  listPasskeys,
  patchAccount,
  replaceRecoveryCodes,
  type Signer,
  spendTotpStep,
} from '#db/queries/credentials.ts'
import { canChangeAccount, canDropFactor } from '#domain/accounts/policy.ts'
import { DisableFactor, EnableTotp } from '#domain/accounts/second-factor.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { confirmPassword } from './own-password.ts'
import { createProvedSession, revokeAllSessions } from './session.ts'
import type { Visit } from './sign-in.ts'
import { hashOfCode, newRecoveryCodes, newTotpSecret, stepOf, totpUri } from './totp.ts'

export interface FactorPage {
  email: string
  totp: boolean
  passkeys: { id: string; name: string; createdAt: Date; usedAt: Date | null }[]
  recoveryCodes: number
  /** A seed to be taken up, sealed for its way through the form; null while one is in use. */
  offer: { secret: string; uri: string; sealed: string } | null
  canChange: Verdict
  canDrop: Verdict
}

/** 二次验证 of one's own account: what there is, and a seed for an authenticator. */
export async function showFactors(ctx: Context): Promise<FactorPage> {
  const signer = await ownSigner(ctx)
  const { account, hasOffice } = signer
  const secret = newTotpSecret()
  const sealed = ctx.vault.seal(JSON.stringify({ accountId: account.id, secret }))
  const passkeys = await listPasskeys(ctx.db, account.id)
  return {
    email: account.email,
    totp: account.totpSecret !== null,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
    recoveryCodes: await countRecoveryCodes(ctx.db, account.id),
    offer: account.totpSecret === null ? { secret, uri: totpUri(secret, account.email), sealed } : null,
    canChange: canChangeAccount(ctx.actor, account),
    canDrop: canDropFactor({ hasOffice, factors: factorsOf(signer) }),
  }
}

export const EnableFactor = EnableTotp.extend({ sealed: z.string().max(400) })
export type EnableFactor = z.infer<typeof EnableFactor>

/** 启用动态口令: every other session ends, and recovery codes are shown this once. */
export async function enableTotp(
  ctx: Context,
  input: EnableFactor,
  visit: Visit,
): Promise<{ token: string; codes: string[] }> {
  const { password, code, sealed } = EnableFactor.parse(input)
  const signer = await ownSigner(ctx)
  const { account } = signer
  permit(canChangeAccount(ctx.actor, account))
  await confirmPassword(ctx, account, password)
  const offer = openOffer(ctx, sealed)
  if (account.totpSecret !== null || offer?.accountId !== account.id)
    throw new Refusal('conflict', 'account.factorStale')
  const step = stepOf(offer.secret, code, ctx.now)
  if (step === null) throw new Refusal('invalid', 'account.wrongCode', { path: 'code' })
  const codes = newRecoveryCodes()
  await inTransaction(ctx, async tx => {
    await patchAccount(tx, account.id, { totpSecret: ctx.vault.seal(offer.secret) })
    await spendTotpStep(tx, account.id, step)
    await replaceRecoveryCodes(tx, account.id, codes.map(hashOfCode))
    await noteFactor(tx, ctx, { account, deed: 'enableTotp' })
  })
  await revokeAllSessions(ctx.db, account.id)
  const { token } = await createProvedSession(ctx, signer, visit)
  return { token, codes }
}

/** 停用动态口令: an officer keeps one factor at least. */
export async function disableTotp(ctx: Context, input: z.infer<typeof DisableFactor>): Promise<void> {
  const { password } = DisableFactor.parse(input)
  const signer = await ownSigner(ctx)
  const { account, hasOffice } = signer
  permit(canChangeAccount(ctx.actor, account))
  permit(canDropFactor({ hasOffice, factors: factorsOf(signer) }))
  await confirmPassword(ctx, account, password)
  await inTransaction(ctx, async tx => {
    await patchAccount(tx, account.id, { totpSecret: null, totpStep: null })
    await replaceRecoveryCodes(tx, account.id, [])
    await noteFactor(tx, ctx, { account, deed: 'disableTotp' })
  })
}

export async function ownSigner(ctx: Context): Promise<Signer> {
  const id = accountIdOf(ctx.actor)
  if (id === null) throw new Refusal('unauthenticated', 'account.signInFirst')
  return found(await findSigner(ctx.db, { id }), 'account.unknown')
}

export const factorsOf = ({ account, passkeys }: Signer) => passkeys + (account.totpSecret === null ? 0 : 1)

/** History, audit and a letter to the owner: a factor that somebody else changed must not go unseen. */
export async function noteFactor(
  tx: Tx,
  ctx: Context,
  { account, deed }: { account: Signer['account']; deed: string },
): Promise<void> {
  const { id, email: to, locale, name } = account
  await record(tx, ctx, { noun: 'account', id, deed, from: 'active', to: 'active' })
  await postLetter(tx, ctx, { to, locale, name: 'factorChanged', params: { name }, token: null })
}

function openOffer({ vault }: Context, sealed: string): { accountId: string; secret: string } | null {
  try {
    return JSON.parse(vault.open(sealed))
  } catch {
    return null
  }
}
