import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showProposal } from '#services/weights/show.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { WeightsProposalPage } from '#ui/weights/proposal-page.tsx'

export const handle: PageHandle = { title: t => t('weights.show.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showProposal(ctx, args.params.proposalId))
}

export default function ShowWeightsProposal() {
  return <WeightsProposalPage view={useLoaderData<typeof loader>()} />
}
