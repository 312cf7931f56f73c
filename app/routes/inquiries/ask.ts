import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AskFirm, askFirm } from '#services/inquiries/ask.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, AskFirm, async (value, ctx) => {
    const { asked } = await askFirm(ctx, value)
    const toast =
      asked > 0 ? { key: 'common.talk.asked', params: { n: asked } } : { key: 'common.talk.before' }
    return redirectWithToast(args.context, paths.scenarioMatches(value.scenarioId), toast)
  })
}
