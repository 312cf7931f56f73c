import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { WeightsQuery } from '#services/weights/list.ts'
import { listProposals } from '#services/weights/show.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { WeightsProposalsPage } from '#ui/weights/proposals-page.tsx'

export const handle: PageHandle = { title: t => t('weights.proposals.title') }

export async function loader(args: LoaderFunctionArgs) {
  const { page } = WeightsQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, ctx => listProposals(ctx, page))
}

export default function ListWeightsProposals() {
  return <WeightsProposalsPage view={useLoaderData<typeof loader>()} />
}
