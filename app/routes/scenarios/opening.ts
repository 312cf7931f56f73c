import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { OpenBids, openBids } from '#services/bids/open.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, OpenBids, async (value, ctx) => {
    await openBids(ctx, value)
    return redirect(paths.scenarioBids(value.id))
  })
}
