import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAddress, writeAddress } from '#domain/searching/address.ts'
import { densities, preferencesOf } from '#http/preferences.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { find } from '#services/search/find.ts'
import { SearchResults } from '#ui/search/search-page.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { query }) => (query.q ? t('search.titleFor', { q: query.q }) : t('search.title')),
}

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const address = readAddress(searchParams)
  const view = densities.find(each => each === searchParams.get('view'))
  // A form without scripts writes two bounds of a figure; what is sent on to others has one way to say it.
  if ([...searchParams.keys()].some(name => /\.(?:min|max)$/.test(name))) {
    const params = writeAddress(address)
    if (view === 'compact') params.set('view', view)
    throw redirect(`${paths.search()}?${params}`)
  }
  const page = await respond(args, ctx => find(ctx, address))
  return { ...page, density: view ?? preferencesOf(args.request).density }
}

export default function Search() {
  return (
    <Wrap>
      <SearchResults page={useLoaderData<typeof loader>()} />
    </Wrap>
  )
}
