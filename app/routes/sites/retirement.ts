import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { retireSite, SiteDeedForm } from '#services/sites/retire.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, SiteDeedForm, async (value, ctx) => {
    await retireSite(ctx, value)
    return redirectWithToast(args.context, paths.site(value.id), { key: 'site.toast.retired' })
  })
}
