import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ReturnConcept, returnConcept } from '#services/concepts/review.ts'
import { showProposal } from '#services/concepts/show.ts'
import { ReturnConceptForm } from '#ui/concepts/return-proposal.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('concept.returnPage.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showProposal(ctx, args.params.proposalId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReturnConcept, async (value, ctx) => {
    await returnConcept(ctx, value)
    return redirectWithToast(args.context, paths.conceptProposal(value.id), { key: 'concept.toast.returned' })
  })
}

export default function ReturnConceptPage() {
  return <ReturnConceptForm view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
