import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveSavedSearch, removeSavedSearch } from '#services/saved-searches/change.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveSavedSearch, async (value, ctx) => {
    await removeSavedSearch(ctx, value)
    return redirectWithToast(args.context, paths.searches(), { key: 'savedSearch.toast.removed' })
  })
}
