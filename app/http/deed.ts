import type { z } from 'zod'
import type { Context } from '#services/context.ts'
import { Refusal } from '#services/refusal.ts'
import type { RequestArgs } from './context.ts'
import { formProblem } from './form-data.ts'
import { readForm } from './read-form.ts'
import { respond } from './respond.ts'

/**
 * A deed's own address: a form of one button, without a page of its own. Whatever is refused leaves as a thrown
 * Response, and the nearest ErrorBoundary says what happened and leads back.
 */
export function deed<S extends z.ZodType, T>(
  args: RequestArgs,
  schema: S,
  work: (value: z.output<S>, ctx: Context) => Promise<T>,
): Promise<T> {
  return respond(args, async ctx => {
    const form = await args.request.formData()
    const problem = formProblem(form)
    if (problem) throw new Refusal('invalid', 'page.badForm')
    const submission = readForm(form, schema)
    if (submission.status !== 'success')
      throw new Refusal('invalid', 'page.badForm', { path: firstPath(submission.error) })
    return work(submission.value, ctx)
  })
}

function firstPath(error: Record<string, unknown> | null | undefined): string | undefined {
  return Object.keys(error ?? {}).find(path => path !== '')
}
