import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ApplySite, applySite } from '#services/sites/apply.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ApplySite, async (value, ctx) => {
    const { added, differing, left } = await applySite(ctx, value)
    const key = left > 0 ? 'site.toast.appliedFull' : 'site.toast.applied'
    return redirectWithToast(args.context, paths.scenarioEdit(value.id, { step: 'site' }), {
      key,
      params: { added, differing, left },
    })
  })
}
