import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ReturnWeights, returnWeights } from '#services/weights/review.ts'
import { showProposal } from '#services/weights/show.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { ReturnWeightsForm } from '#ui/weights/return-proposal.tsx'

export const handle: PageHandle = { title: t => t('weights.returnPage.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showProposal(ctx, args.params.proposalId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReturnWeights, async (value, ctx) => {
    await returnWeights(ctx, value)
    return redirectWithToast(args.context, paths.weightsProposal(value.id), { key: 'weights.toast.returned' })
  })
}

export default function ReturnWeightsPage() {
  return <ReturnWeightsForm view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
