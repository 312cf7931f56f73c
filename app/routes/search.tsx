import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAddress } from '#domain/searching/address.ts'
import { respond } from '#http/respond.ts'
import { find } from '#services/search/find.ts'
import { SearchResults } from '#ui/search/search-page.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { query }) => (query.q ? t('search.titleFor', { q: query.q }) : t('search.title')),
}

export async function loader(args: LoaderFunctionArgs) {
  const address = readAddress(new URL(args.request.url).searchParams)
  return respond(args, ctx => find(ctx, address))
}

export default function Search() {
  return (
    <Wrap>
      <SearchResults page={useLoaderData<typeof loader>()} />
    </Wrap>
  )
}
