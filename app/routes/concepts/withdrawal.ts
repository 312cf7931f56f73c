import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ConceptDeedForm, withdrawConcept } from '#services/concepts/review.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ConceptDeedForm, async (value, ctx) => {
    await withdrawConcept(ctx, value)
    return redirectWithToast(args.context, paths.conceptProposal(value.id), {
      key: 'concept.toast.withdrawn',
    })
  })
}
