import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SubmitClaim, submitClaim } from '#services/rewards/apply.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, SubmitClaim, async (value, ctx) => {
    await submitClaim(ctx, value)
    return redirectWithToast(args.context, paths.claim(value.id), { key: 'reward.claim.done.submit' })
  })
}
