import { z } from 'zod'
import { deleteOwnSession, deleteSessionsOf, listSessions } from '#db/queries/sessions.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { found, permit } from '../refusal.ts'

export interface OpenSession {
  id: string
  createdAt: Date
  seenAt: Date
  address: string
  agent: string
  proved: boolean
  /** The one that asks. */
  own: boolean
}

/** 登录记录: where this account is signed in now. */
export async function listOwnSessions(ctx: Context, session: string | null): Promise<OpenSession[]> {
  permit(isSignedIn(ctx.actor))
  const rows = await listSessions(ctx.db, found(accountIdOf(ctx.actor), 'account.unknown'))
  return rows.map(({ id, createdAt, seenAt, address, agent, provedAt }) => ({
    ...{ id, createdAt, seenAt, address, agent },
    proved: provedAt !== null,
    own: id === session,
  }))
}

export const EndSession = z.object({ id: z.string().regex(/^([0-9a-f]{64}|others)$/) })
export type EndSession = z.infer<typeof EndSession>

/** 下线: one session, or all but the one that asks. One that is gone already is fine. */
export async function endSession(ctx: Context, input: EndSession, session: string | null): Promise<void> {
  const { id } = EndSession.parse(input)
  permit(isSignedIn(ctx.actor))
  const accountId = found(accountIdOf(ctx.actor), 'account.unknown')
  if (id === 'others') await deleteSessionsOf(ctx.db, accountId, session ?? undefined)
  else await deleteOwnSession(ctx.db, accountId, id)
}
