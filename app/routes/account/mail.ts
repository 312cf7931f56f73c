import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ChooseRhythm, chooseRhythm } from '#services/notifications/preferences.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ChooseRhythm, async (value, ctx) => {
    await chooseRhythm(ctx, value)
    return redirectWithToast(args.context, paths.account(), { key: 'account.rhythm.saved' })
  })
}
