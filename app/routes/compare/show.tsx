import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { compare } from '#services/comparing/compare.ts'
import { ComparePage } from '#ui/compare/compare-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('compare.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const { p, scenario, q } = { p: query.getAll('p'), scenario: query.get('scenario'), q: query.get('q') }
  return respond(args, ctx => compare(ctx, { p, scenario: scenario ?? undefined, q: q ?? '' }))
}

export default function CompareProducts() {
  return <ComparePage view={useLoaderData<typeof loader>()} />
}
