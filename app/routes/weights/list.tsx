import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { listWeights, WeightsQuery } from '#services/weights/list.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { WeightsPage } from '#ui/weights/weights-page.tsx'

export const handle: PageHandle = { title: t => t('weights.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = WeightsQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, ctx => listWeights(ctx, query))
}

export default function ListWeights() {
  return <WeightsPage view={useLoaderData<typeof loader>()} />
}
