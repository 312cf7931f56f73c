import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { ConceptsQuery } from '#services/concepts/list.ts'
import { listConceptProposals } from '#services/concepts/show.ts'
import { ProposalsPage } from '#ui/concepts/proposals-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('concept.proposals.title') }

export async function loader(args: LoaderFunctionArgs) {
  const { page } = ConceptsQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, ctx => listConceptProposals(ctx, page))
}

export default function ListConceptProposals() {
  return <ProposalsPage view={useLoaderData<typeof loader>()} />
}
