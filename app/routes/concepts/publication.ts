import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ConceptDeedForm, publishConcept } from '#services/concepts/review.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ConceptDeedForm, async (value, ctx) => {
    await publishConcept(ctx, value)
    return redirectWithToast(args.context, paths.conceptProposal(value.id), {
      key: 'concept.toast.published',
    })
  })
}
