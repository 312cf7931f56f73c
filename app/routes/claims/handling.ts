import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { HandleClaim, handleClaim } from '#services/rewards/handle.ts'

/** The handler's steps that need no words: 受理预审、转评审、公示. */
export async function action(args: ActionFunctionArgs) {
  return deed(args, HandleClaim, async (value, ctx) => {
    await handleClaim(ctx, value)
    return redirectWithToast(args.context, paths.claim(value.id), { key: `reward.claim.done.${value.deed}` })
  })
}
