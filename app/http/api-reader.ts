import { visitor } from '#domain/shared/actor.ts'
import type { Context } from '#services/context.ts'
import { answerApi } from './api.ts'
import type { RequestArgs } from './load-context.ts'

/**
 * A GET of the read API: asked as a visitor, so that an answer never depends on a cookie, and with the origin that
 * its addresses begin with.
 */
export function answerRead<T>(
  args: RequestArgs,
  work: (ctx: Context, origin: string) => Promise<T>,
): Promise<Response> {
  return answerApi(args, ctx => work({ ...ctx, actor: visitor }, args.context.env.PUBLIC_ORIGIN))
}
