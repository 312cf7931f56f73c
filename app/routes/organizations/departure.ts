import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { LeaveOrganization, leaveOrganization } from '#services/organizations/members.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, LeaveOrganization, async (form, ctx) => {
    await leaveOrganization(ctx, form)
    return redirectWithToast(args.context, paths.desk(), { key: 'organization.toast.left' })
  })
}
