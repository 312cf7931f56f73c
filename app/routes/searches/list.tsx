import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { listOwnSearches } from '#services/saved-searches/mine.ts'
import { OwnSearches } from '#ui/saved-searches/own-searches.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('savedSearch.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, listOwnSearches)
}

export default function MySearches() {
  return <OwnSearches {...useLoaderData<typeof loader>()} />
}
