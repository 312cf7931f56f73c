import type { Context } from '../context.ts'
import { revokeSession } from './session.ts'

// public: whoever holds a session may end it
/** Ends the session at once; ending one that is over already is fine. */
export async function signOut(ctx: Context, token: string | null): Promise<void> {
  if (token !== null) await revokeSession(ctx.db, token)
}
