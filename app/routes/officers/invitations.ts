import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RevokeInvitation, revokeInvitation } from '#services/officers/invite.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RevokeInvitation, async (value, ctx) => {
    await revokeInvitation(ctx, value)
    return redirectWithToast(args.context, paths.officers(), { key: 'account.officers.revoked' })
  })
}
