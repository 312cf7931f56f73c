import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { PublishWeights, publishWeights } from '#services/weights/review.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, PublishWeights, async (value, ctx) => {
    await publishWeights(ctx, value)
    return redirectWithToast(args.context, paths.weightsProposal(value.id), {
      key: 'weights.toast.published',
    })
  })
}
