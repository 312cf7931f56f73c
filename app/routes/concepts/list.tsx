import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { ConceptsQuery, listConcepts } from '#services/concepts/list.ts'
import { ConceptsPage } from '#ui/concepts/concepts-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('concept.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = ConceptsQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, ctx => listConcepts(ctx, query))
}

export default function ListConcepts() {
  return <ConceptsPage view={useLoaderData<typeof loader>()} />
}
