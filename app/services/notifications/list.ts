import { z } from 'zod'
import { notificationPage } from '#db/queries/notifications.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Detail } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

const pageSize = 30

export const NoticesQuery = z.object({ page: z.coerce.number().int().min(1).max(500).catch(1) })

export interface Notice {
  id: string
  /** `notification.<event>` has its words. */
  event: string
  params: Detail
  noun: string
  objectId: string
  at: Date
  isRead: boolean
}

export interface NoticePage {
  notices: Notice[]
  total: number
  page: number
  pageSize: number
}

/** A person's own notices, the newest first. */
export async function listNotices(ctx: Context, input: unknown): Promise<NoticePage> {
  const { actor } = ctx
  permit(isSignedIn(actor))
  const { page } = NoticesQuery.parse(input)
  if (actor.kind !== 'person') return { notices: [], total: 0, page, pageSize }
  const window = { offset: (page - 1) * pageSize, limit: pageSize }
  const { rows, total } = await notificationPage(ctx.db, actor.accountId, window)
  const notices = rows.map(({ id, event, params, noun, objectId, createdAt, readAt }) => ({
    ...{ id, event, params, noun, objectId },
    at: createdAt,
    isRead: readAt !== null,
  }))
  return { notices, total, page, pageSize }
}
