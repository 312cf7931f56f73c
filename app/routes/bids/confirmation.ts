import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ConfirmBid, confirmBid } from '#services/bids/confirm.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ConfirmBid, async (value, ctx) => {
    await confirmBid(ctx, value)
    return redirectWithToast(args.context, paths.bid(value.id), { key: 'review.toast.confirmed' })
  })
}
