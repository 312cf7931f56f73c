import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { PauseSavedSearch, pauseSavedSearch } from '#services/saved-searches/change.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, PauseSavedSearch, async (value, ctx) => {
    await pauseSavedSearch(ctx, value)
    const key = value.status === 'paused' ? 'savedSearch.toast.paused' : 'savedSearch.toast.resumed'
    return redirectWithToast(args.context, paths.searches(), { key })
  })
}
