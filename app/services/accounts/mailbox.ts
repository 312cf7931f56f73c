import { findMailbox } from '#db/queries/accounts.ts'
import { listMails } from '#db/queries/notifications.ts'
import { canReadMailbox, seesAllMail } from '#domain/accounts/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

export interface Letter {
  id: string
  to: string
  subject: string
  body: string
  sentAt: Date
}

export interface Mailbox {
  /** Null when letters to everybody are shown. */
  address: string | null
  letters: Letter[]
  /** Whether older letters were left out. */
  cut: boolean
}

const lettersShown = 100

/** What the default mail adapter has sent, newest first. */
export async function showMailbox(ctx: Context): Promise<Mailbox> {
  const { actor } = ctx
  permit(isSignedIn(actor))
  const account = actor.kind === 'person' ? await findMailbox(ctx.db, actor.accountId) : null
  permit(canReadMailbox(account))
  const address = seesAllMail(actor) ? null : (account?.email ?? '')
  const letters = await listMails(ctx.db, address, lettersShown + 1)
  const shown = letters.slice(0, lettersShown).map(each => ({ ...each, body: opened(ctx, each.body) }))
  return { address, letters: shown, cut: letters.length > lettersShown }
}

/** Letters carry links, so their bodies lie sealed; those from before lie open. */
function opened({ vault }: Context, body: string): string {
  try {
    return vault.open(body)
  } catch {
    return body
  }
}
