import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ChooseMatchRhythm, chooseMatchRhythm } from '#services/matches/preference.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ChooseMatchRhythm, async (value, ctx) => {
    await chooseMatchRhythm(ctx, value)
    return redirectWithToast(args.context, paths.account(), { key: 'account.rhythm.saved' })
  })
}
