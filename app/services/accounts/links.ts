import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { findAccountByEmail } from '#db/queries/accounts.ts'
import { addJob } from '#db/queries/jobs.ts'
import { Email, Registration } from '#domain/accounts/credentials.ts'
import type { Locale } from '#domain/shared/localized.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { openLimiter } from '../rate-limit.ts'
import type { Vault } from '../vault.ts'
import { issueLink } from './one-time.ts'

/** Where the asking comes from and where it leads back to. */
interface Asking {
  clientIp: string
  locale: Locale
  next: string | null
}

const Wish = z.object({
  kind: z.enum(['register', 'reset']),
  email: z.string(),
  name: z.string(),
  locale: z.enum(['zh', 'en']),
  next: z.string().nullable(),
})
type Wish = z.infer<typeof Wish>

/** What a registration's link stands for. */
export const Confirmation = Wish.omit({ kind: true })

export const AskRegistration = Registration
export const AskReset = z.object({ email: Email })

// public: whoever wants to join or has forgotten a password is nobody yet
/** 注册: the answer is the same whether the address is known or not; what is known, the letter tells its owner. */
export async function askRegistration(ctx: Context, input: Registration, from: Asking): Promise<void> {
  const { email, name } = Registration.parse(input)
  await ask(ctx, { kind: 'register', email, name, ...pick(from) }, from.clientIp)
}

/** 忘记密码: as silent about who is here. */
export async function askReset(ctx: Context, input: z.infer<typeof AskReset>, from: Asking): Promise<void> {
  const { email } = AskReset.parse(input)
  await ask(ctx, { kind: 'reset', email, name: '', ...pick(from) }, from.clientIp)
}

const pick = ({ locale, next }: Asking) => ({ locale, next })

/** Looking the address up is the worker's affair, so that the time of the answer tells nothing either. */
async function ask(ctx: Context, wish: Wish, clientIp: string): Promise<void> {
  const hour = 3600
  const reason = 'account.tooManyTries'
  await openLimiter(ctx.db, { name: 'ask', points: 20, seconds: hour }, reason).take(clientIp)
  await openLimiter(ctx.db, { name: 'askFor', points: 5, seconds: hour }, reason).take(wish.email)
  const sealed = ctx.vault.seal(JSON.stringify(wish))
  await ctx.db.transaction(tx => addJob(tx, 'answerWish', { sealed }))
}

/** The worker's part: a link for whoever owns the address, fitting what is known of it. */
export function answerWish({ db, vault }: { db: Db; vault: Vault }, sealed: string): Promise<void> {
  const { kind, email, name, locale, next } = Wish.parse(JSON.parse(vault.open(sealed)))
  return db.transaction(async tx => {
    const known = await findAccountByEmail(tx, email)
    const letter = { to: email, locale: known?.locale ?? locale }
    if (known && !known.demo) {
      const token = await issueLink(tx, { purpose: 'resetPassword', accountId: known.id, subject: '' })
      const named = kind === 'reset' ? ('resetPassword' as const) : ('alreadyHere' as const)
      const params = { name: known.name }
      await postLetter(tx, { vault }, { ...letter, name: named, params, token })
    } else if (!known && kind === 'register') {
      const subject = JSON.stringify({ email, name, locale, next })
      const token = await issueLink(tx, { purpose: 'confirmEmail', accountId: null, subject })
      await postLetter(tx, { vault }, { ...letter, name: 'register', params: { name }, token })
    }
  })
}
