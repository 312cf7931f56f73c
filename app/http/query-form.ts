import type { SubmissionResult } from '@conform-to/react'
import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { formProblem } from './form-data.ts'
import type { RequestArgs } from './load-context.ts'
import { readForm } from './read-form.ts'
import { safeRedirect } from './safe-redirect.ts'

/** What the address of a GET form asks: nothing at all, something that can be read, or something wrong. */
export interface Asked<T> {
  /** Null when nothing was asked, or not so that it could be read. */
  value: T | null
  /** What was typed, for the form to show again. */
  typed: Record<string, unknown>
  /** The errors at their fields; null when there are none. */
  errors: SubmissionResult | null
  /** The address without blanks, to be passed on. */
  query: string
}

/** Reads a GET form. An address with blanks in it is first swept, so that what people copy stays short. */
export function readQuery<S extends z.ZodType>(
  { request, context }: RequestArgs,
  schema: S,
): Asked<z.output<S>> {
  const { pathname, searchParams } = new URL(request.url)
  const given = [...searchParams].filter(([, value]) => value.trim() !== '')
  const swept = new URLSearchParams(given)
  const query = swept.toString()
  if (given.length < [...searchParams].length)
    throw redirect(safeRedirect(query ? `${pathname}?${query}` : pathname))
  const reason = formProblem(given)
  if (reason) {
    const body = { code: 'invalid', reason, detail: {}, requestId: context.requestId }
    throw Response.json(body, { status: 400 })
  }
  if (given.length === 0) return { value: null, typed: {}, errors: null, query }
  const submission = readForm(swept, schema)
  const ok = submission.status === 'success'
  return {
    value: ok ? submission.value : null,
    typed: submission.payload,
    errors: ok ? null : submission.reply(),
    query,
  }
}
