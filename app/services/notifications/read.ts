import { setNotificationsRead } from '#db/queries/notifications.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

/** Marks everything that waits for this person as read; doing it twice is fine. */
export async function readNotices(ctx: Context): Promise<void> {
  permit(isSignedIn(ctx.actor))
  if (ctx.actor.kind === 'person') await setNotificationsRead(ctx.db, ctx.actor.accountId, ctx.now)
}
