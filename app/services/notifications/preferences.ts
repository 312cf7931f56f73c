import { z } from 'zod'
import { patchAccount } from '#db/queries/credentials.ts'
import { countDeliveries, type DeliveryCount, listRefusedMails } from '#db/queries/notifications.ts'
import { canReadDeliveries } from '#domain/accounts/policy.ts'
import { maskedEmail } from '#domain/organizations/people.ts'
import { choice } from '#domain/shared/fields.ts'
import { type MailRhythm, mailRhythms } from '#domain/shared/notice-matrix.ts'
import { ownSigner } from '../accounts/second-factor.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

export const ChooseRhythm = z.object({ rhythm: choice(mailRhythms) })

/** How often this person wants mail about what may be switched off. */
export async function showRhythm(ctx: Context): Promise<MailRhythm> {
  return (await ownSigner(ctx)).account.mailRhythm
}

// public: one's own preference, by whoever is signed in; `ownSigner` refuses a visitor
export async function chooseRhythm(ctx: Context, input: z.infer<typeof ChooseRhythm>): Promise<void> {
  const { rhythm } = ChooseRhythm.parse(input)
  const { account } = await ownSigner(ctx)
  await patchAccount(ctx.db, account.id, { mailRhythm: rhythm })
}

const refusedShown = 50

export interface Deliveries {
  counts: DeliveryCount[]
  refused: { event: string; answer: string | null; at: Date; email: string }[]
}

/** 送达情况 of all notices, for those who answer for it. */
export async function showDeliveries(ctx: Context): Promise<Deliveries> {
  permit(canReadDeliveries(ctx.actor))
  const [counts, refused] = await Promise.all([
    countDeliveries(ctx.db),
    listRefusedMails(ctx.db, refusedShown),
  ])
  return { counts, refused: refused.map(each => ({ ...each, email: maskedEmail(each.email) })) }
}
