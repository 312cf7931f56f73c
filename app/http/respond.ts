import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Context } from '#services/context.ts'
import type { Refusal } from '#services/refusal.ts'
import { contextOf } from './context.ts'
import { formProblem } from './form-data.ts'
import type { RequestArgs } from './load-context.ts'
import { readForm } from './read-form.ts'
import { safeRedirect } from './safe-redirect.ts'
import { asRefusal, bodyOf, headersOf, statusOf } from './statuses.ts'

/**
 * Runs a loader's or an action's verb with the request's context. A refusal leaves as a thrown Response with its
 * status and `{code, reason, detail, requestId}`, which the nearest ErrorBoundary shows; a visitor who has to sign
 * in is sent to do so and comes back.
 */
export async function respond<T>(args: RequestArgs, work: (ctx: Context) => Promise<T> | T): Promise<T> {
  try {
    return await work(await contextOf(args))
  } catch (error) {
    throw refused(args, asRefusal(args, error))
  }
}

/**
 * Reads a form, parses it with the verb's own schema and runs `work`. Whatever is wrong with it comes back as
 * `{submission, refusal}` with everything that was typed: an error stands at its field when it has one, else at the
 * form; `refusal` is there when a verb refused, and tells a stale page (`conflict`) from a wrong one (`invalid`).
 */
export async function submitted<S extends z.ZodType, T>(
  args: RequestArgs,
  schema: S,
  work: (value: z.output<S>, ctx: Context) => Promise<T>,
) {
  return answered(args, await args.request.formData(), { schema, work })
}

interface Answering<S extends z.ZodType, T> {
  schema: S
  work: (value: z.output<S>, ctx: Context) => Promise<T>
}

/** What `submitted` does with a form that has been read already. */
export async function answered<S extends z.ZodType, T>(
  args: RequestArgs,
  form: FormData,
  { schema, work }: Answering<S, T>,
) {
  const { requestId } = args.context
  const problem = formProblem(form)
  if (problem)
    throw Response.json({ code: 'invalid', reason: problem, detail: {}, requestId }, { status: 400 })
  const submission = readForm(form, schema)
  // What was typed goes back to the page, but never a password.
  const hideFields = [...new Set(form.keys())].filter(name => /password/i.test(name))
  if (submission.status !== 'success') {
    const status = submission.status === 'error' ? 422 : 200
    return data({ submission: submission.reply({ hideFields }), refusal: null }, { status })
  }
  try {
    return await work(submission.value, await contextOf(args))
  } catch (error) {
    const refusal = asRefusal(args, error)
    if (!keepsForm.has(refusal.code)) throw refused(args, refusal)
    const place = refusal.code === 'invalid' ? refusal.path : undefined
    const all = [refusal, ...refusal.others]
    const errors =
      place === undefined ? { formErrors: all.map(messageOf) } : { fieldErrors: byPlace(all, place) }
    announce(args, refusal)
    return data(
      { submission: submission.reply({ ...errors, hideFields }), refusal: bodyOf(refusal, requestId) },
      { status: statusOf[refusal.code] },
    )
  }
}

/** Each refusal at its own control; one that names none stands where the first does. */
function byPlace(refusals: readonly Refusal[], first: string): Record<string, string[]> {
  const places: Record<string, string[]> = {}
  for (const each of refusals) {
    const at = each.path ?? first
    places[at] = [...(places[at] ?? []), messageOf(each)]
  }
  return places
}

/** Refusals after which the reader still has the form before them. */
const keepsForm = new Set(['invalid', 'forbidden', 'conflict', 'tooMany'])

/** `bid.tooLate|deadline=…`: the form in which errors travel to the fields. */
function messageOf({ reason, detail }: Refusal): string {
  const facts = Object.entries(detail ?? {}).map(
    ([name, value]) => `${name}=${String(value).replaceAll('|', ' ')}`,
  )
  return [reason, ...facts].join('|')
}

function refused(args: RequestArgs, refusal: Refusal): unknown {
  if (refusal.code === 'unauthenticated')
    return redirect(`/sign-in?next=${encodeURIComponent(backTo(args.request))}`)
  announce(args, refusal)
  return Response.json(bodyOf(refusal, args.context.requestId), { status: statusOf[refusal.code] })
}

/** Remix drops the headers of a form's answer and of a failed loader's, so the edge puts these on. */
function announce({ context }: RequestArgs, refusal: Refusal): void {
  for (const [name, value] of headersOf(refusal)) context.answer.set(name, value)
}

/** Where a visitor goes on after signing in: the page they asked for, or the one whose form they sent. */
function backTo(request: Request): string {
  const { pathname, search, origin } = new URL(request.url)
  if (request.method === 'GET' || request.method === 'HEAD') return safeRedirect(pathname + search)
  const referer = request.headers.get('referer') ?? ''
  return referer.startsWith(`${origin}/`)
    ? safeRedirect(referer.slice(origin.length))
    : safeRedirect(pathname)
}
