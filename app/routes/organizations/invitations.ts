import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { HandleInvitation, resendInvitation, revokeInvitation } from '#services/organizations/invite.ts'

export async function action(args: ActionFunctionArgs) {
  const revokes = (await args.request.clone().formData()).get('deed') === 'revoke'
  return deed(args, HandleInvitation, async (form, ctx) => {
    await (revokes ? revokeInvitation : resendInvitation)(ctx, form)
    const key = `organization.toast.${revokes ? 'revoked' : 'resent'}`
    return redirectWithToast(args.context, paths.organizationMembers(form.id), { key })
  })
}
