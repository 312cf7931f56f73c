import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { WithdrawBid, withdrawBid } from '#services/bids/withdraw.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, WithdrawBid, async (value, ctx) => {
    await withdrawBid(ctx, value)
    return redirect(paths.bid(value.id))
  })
}
