import type { Detail, Reason } from '#domain/shared/verdict.ts'
import { isRefusal, type Refusal, type RefusalCode } from '#services/refusal.ts'
import type { RequestArgs } from './load-context.ts'

/** The one table from a refusal's code to its status. */
export const statusOf: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  tooMany: 429,
}

/** A refusal on its way to a page: reasons are keys, the page's language has the words (`refusal.<reason>`). */
export interface RefusalBody {
  code: RefusalCode
  reason: Reason
  detail: Detail
  requestId: string
}

export function bodyOf(refusal: Refusal, requestId: string): RefusalBody {
  return { code: refusal.code, reason: refusal.reason, detail: refusal.detail ?? {}, requestId }
}

export function headersOf(refusal: Refusal): Headers {
  const headers = new Headers()
  const seconds = refusal.detail?.retryAfterSeconds
  if (refusal.code === 'tooMany') headers.set('Retry-After', String(seconds ?? 5))
  return headers
}

/** The refusal inside a thrown value. A redirect is thrown on; a bug is logged, and its answer is the request's id. */
export function asRefusal({ request, context: { log, requestId } }: RequestArgs, error: unknown): Refusal {
  if (isRefusal(error)) return error
  if (error instanceof Response || request.signal.aborted) throw error
  log.error({ err: error }, 'request failed')
  throw Response.json({ requestId }, { status: 500 })
}
