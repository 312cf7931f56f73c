import { STATUS_CODES } from 'node:http'
import type { z } from 'zod'
import type { Context } from '#services/context.ts'
import { Refusal } from '#services/refusal.ts'
import { contextOf } from './context.ts'
import type { RequestArgs } from './load-context.ts'
import { asRefusal, headersOf, statusOf } from './statuses.ts'

/** RFC 9457: what went wrong, as a machine reads it. `reason` is stable; `detail` is for people. */
function problem(refusal: Refusal, requestId: string): Response {
  const status = statusOf[refusal.code]
  const headers = headersOf(refusal)
  headers.set('Content-Type', 'application/problem+json')
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    reason: refusal.reason,
    requestId,
    ...(refusal.path && { path: refusal.path }),
    ...(refusal.detail && { facts: refusal.detail }),
  }
  return new Response(JSON.stringify(body), { status, headers })
}

/** 405 with the methods there are. */
export function notAllowed(allow: string): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[405], status: 405 }
  const headers = { 'Content-Type': 'application/problem+json', Allow: allow }
  return new Response(JSON.stringify(body), { status: 405, headers })
}

/** A resource route of /api: the verb's result as JSON, a refusal as a problem. */
export async function answerApi<T>(
  args: RequestArgs,
  work: (ctx: Context) => Promise<T> | T,
): Promise<Response> {
  try {
    return Response.json(await work(await contextOf(args)))
  } catch (error) {
    return problemOf(args, error)
  }
}

/** A bug is a problem too, which says no more than the request's id. */
function problemOf(args: RequestArgs, error: unknown): Response {
  const { requestId } = args.context
  try {
    return problem(asRefusal(args, error), requestId)
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status !== 500) throw thrown
    const body = { type: 'about:blank', title: STATUS_CODES[500], status: 500, requestId }
    return new Response(JSON.stringify(body), {
      status: 500,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  }
}

/** The JSON body of a request, parsed; otherwise an `invalid` refusal that names the first wrong place. */
export async function jsonBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await readJson(request))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal('invalid', 'api.invalidBody', {
    path: issue?.path.join('.') || '(body)',
    // A message may repeat what was sent, which may be much.
    detail: { message: (issue?.message ?? '').slice(0, 300) },
  })
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new Refusal('invalid', 'api.notJson')
  }
}

/** The query of a request, parsed the same way; repeated names are refused rather than guessed at. */
export function queryOf<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const params = new URL(request.url).searchParams
  const names = [...params.keys()]
  const repeated = names.find((name, at) => names.indexOf(name) !== at)
  if (repeated) throw new Refusal('invalid', 'api.repeatedParameter', { path: repeated })
  const parsed = schema.safeParse(Object.fromEntries(params))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal('invalid', 'api.invalidQuery', {
    path: issue?.path.join('.') ?? '',
    detail: { message: issue?.message ?? '' },
  })
}
