import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { WithdrawIntroduction, withdrawIntroduction } from '#services/introductions/answer.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, WithdrawIntroduction, async (value, ctx) => {
    await withdrawIntroduction(ctx, value)
    return redirectWithToast(args.context, paths.introduction(value.id), {
      key: 'introduction.toast.withdrawn',
    })
  })
}
