import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showProposal } from '#services/concepts/show.ts'
import { ProposalPage } from '#ui/concepts/proposal-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('concept.proposals.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showProposal(ctx, args.params.proposalId))
}

export default function ShowConceptProposal() {
  return <ProposalPage view={useLoaderData<typeof loader>()} />
}
