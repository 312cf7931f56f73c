import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SubmitImported, submitImported } from '#services/imports/submissions.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, SubmitImported, async (value, ctx) => {
    await submitImported(ctx, value)
    return redirectWithToast(args.context, paths.importSubmission(value.id), { key: 'submissions.started' })
  })
}
