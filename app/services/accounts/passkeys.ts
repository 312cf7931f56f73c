import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
  spendChallenge,
  touchPasskey,
} from '#db/queries/credentials.ts'
import { TypedPassword } from '#domain/accounts/credentials.ts'
import { linkMinutes } from '#domain/accounts/lifetime.ts'
import { canChangeAccount, canDropFactor } from '#domain/accounts/policy.ts'
import { text } from '#domain/shared/fields.ts'
import type { Context } from '../context.ts'
import { permit, Refusal } from '../refusal.ts'
import { hashOfToken } from '../token.ts'
import { inTransaction } from '../transaction.ts'
import { confirmPassword } from './own-password.ts'
import { beginProved, factorLimit, pendingSigner } from './prove.ts'
import { factorsOf, noteFactor, ownSigner } from './second-factor.ts'
import { createProvedSession, revokeAllSessions } from './session.ts'
import type { Visit } from './sign-in.ts'

/** What a browser needs for its part, and the challenge sealed for the way through the form. */
export interface Ceremony {
  /** JSON, as the browser's own API takes it. */
  options: string
  sealed: string
}

const rpName = '机器人+ 场景供需对接'
const hostOf = (origin: string) => new URL(origin).hostname

/** 添加通行密钥, first half. */
export async function offerPasskey(ctx: Context, origin: string): Promise<Ceremony> {
  const { account } = await ownSigner(ctx)
  permit(canChangeAccount(ctx.actor, account))
  const known = await listPasskeys(ctx.db, account.id)
  const options = await generateRegistrationOptions({
    rpName,
    rpID: hostOf(origin),
    userName: account.email,
    userID: new TextEncoder().encode(account.id),
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return { options: JSON.stringify(options), sealed: sealChallenge(ctx, options.challenge, account.id) }
}

const answer = z.string({ error: 'account.passkeyFailed' }).min(2, 'account.passkeyFailed').max(20_000)

export const AddPasskey = z.object({
  name: text({ max: 40 }),
  password: TypedPassword,
  answer,
  sealed: z.string().max(400),
})
export type AddPasskey = z.infer<typeof AddPasskey>

/** Second half: the public key is kept; every other session ends, and this one is proved. */
export async function addPasskey(
  ctx: Context,
  input: AddPasskey,
  { origin, ...visit }: Visit & { origin: string },
): Promise<{ token: string }> {
  const { name, password, answer: given, sealed } = AddPasskey.parse(input)
  const signer = await ownSigner(ctx)
  const { account } = signer
  permit(canChangeAccount(ctx.actor, account))
  await confirmPassword(ctx, account, password)
  const expectedChallenge = await openChallenge(ctx, sealed, account.id)
  const expected = { expectedChallenge, expectedOrigin: origin, expectedRPID: hostOf(origin) }
  const check = { response: parsed(given), ...expected, requireUserVerification: false }
  const { verified, registrationInfo } = await verifyRegistrationResponse(check).catch(() => refused)
  if (!verified || !registrationInfo) throw new Refusal('invalid', 'account.passkeyFailed')
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  await inTransaction(ctx, async tx => {
    const key = Buffer.from(publicKey).toString('base64url')
    const row = { id, accountId: account.id, name, publicKey: key, counter, transports: [...transports] }
    if (!(await insertPasskey(tx, row))) throw new Refusal('conflict', 'account.passkeyKnown')
    await noteFactor(tx, ctx, { account, deed: 'addPasskey' })
  })
  await revokeAllSessions(ctx.db, account.id)
  return createProvedSession(ctx, signer, visit)
}

export const RemovePasskey = z.object({ id: z.string().max(1400) })

/** 移除通行密钥: an officer keeps one factor at least. */
export async function removePasskey(ctx: Context, input: z.infer<typeof RemovePasskey>): Promise<void> {
  const { id } = RemovePasskey.parse(input)
  const signer = await ownSigner(ctx)
  const { account, hasOffice } = signer
  permit(canChangeAccount(ctx.actor, account))
  permit(canDropFactor({ hasOffice, factors: factorsOf(signer) }))
  await inTransaction(ctx, async tx => {
    if (await deletePasskey(tx, account.id, id)) await noteFactor(tx, ctx, { account, deed: 'removePasskey' })
  })
}

// public: whoever is half signed in is nobody yet
/** 二次验证 by passkey, first half; null for an account without one. */
export async function askPasskey(
  ctx: Context,
  { origin, token }: { origin: string; token: string | null },
): Promise<Ceremony | null> {
  const { account } = await pendingSigner(ctx, token)
  const known = await listPasskeys(ctx.db, account.id)
  if (known.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    userVerification: 'preferred',
    allowCredentials: known.map(({ id }) => ({ id })),
  })
  return { options: JSON.stringify(options), sealed: sealChallenge(ctx, options.challenge, account.id) }
}

export const ProvePasskey = z.object({ answer, sealed: z.string().max(400) })
export type ProvePasskey = z.infer<typeof ProvePasskey>

/** Second half: the key signs our challenge, its counter grows, and a whole session begins. */
export async function proveByPasskey(
  ctx: Context,
  input: ProvePasskey,
  { origin, ...visit }: Visit & { origin: string },
): Promise<{ token: string }> {
  const { answer: given, sealed } = ProvePasskey.parse(input)
  const signer = await pendingSigner(ctx, visit.previousToken)
  await factorLimit(ctx).take(signer.account.id)
  const response = parsed(given)
  const key = (await listPasskeys(ctx.db, signer.account.id)).find(({ id }) => id === response?.id)
  if (!key) throw new Refusal('invalid', 'account.passkeyFailed')
  const expectedChallenge = await openChallenge(ctx, sealed, signer.account.id)
  const { id, counter } = key
  const credential = { id, counter, publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')) }
  const expected = { expectedChallenge, expectedOrigin: origin, expectedRPID: hostOf(origin), credential }
  const check = { response, ...expected, requireUserVerification: false }
  const { verified, authenticationInfo } = await verifyAuthenticationResponse(check).catch(() => refused)
  if (!verified || !authenticationInfo || !(await touchPasskey(ctx.db, id, authenticationInfo.newCounter)))
    throw new Refusal('invalid', 'account.passkeyFailed')
  return beginProved(ctx, signer, visit)
}

const refused = { verified: false, registrationInfo: undefined, authenticationInfo: undefined } as const

function parsed(given: string) {
  try {
    return JSON.parse(given)
  } catch {
    throw new Refusal('invalid', 'account.passkeyFailed')
  }
}

function sealChallenge({ vault, now }: Context, challenge: string, accountId: string): string {
  const until = now.getTime() + linkMinutes.passkey * 60_000
  return vault.seal(JSON.stringify({ challenge, accountId, until }))
}

const Sealed = z.object({ challenge: z.string(), accountId: z.string(), until: z.number() })

/** The challenge that this person was given; each counts once and for five minutes. */
async function openChallenge(
  { vault, db, now }: Context,
  sealed: string,
  accountId: string,
): Promise<string> {
  const opened = Sealed.safeParse(read(vault, sealed)).data
  const fits = opened?.accountId === accountId && opened.until > now.getTime()
  if (!opened || !fits || !(await spendChallenge(db, hashOfToken(opened.challenge), new Date(opened.until))))
    throw new Refusal('conflict', 'account.factorStale')
  return opened.challenge
}

function read(vault: Context['vault'], sealed: string): unknown {
  try {
    return JSON.parse(vault.open(sealed))
  } catch {
    return null
  }
}
