import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { searchInWords } from '#domain/saved-searches/words.ts'
import { readAddress, writeAddress } from '#domain/searching/address.ts'
import { densities, preferencesOf } from '#http/preferences.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { savingOf } from '#services/saved-searches/mine.ts'
import { find } from '#services/search/find.ts'
import { feedPath } from '#ui/saved-searches/feed-path.ts'
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
  const page = await respond(args, async ctx => {
    const found = await find(ctx, address)
    // What is shown in place of nothing is not what the search finds.
    const hits = found.taken === 'asTyped' ? found.total : 0
    return { ...found, saving: await savingOf(ctx, found.query, hits) }
  })
  const { density, locale } = preferencesOf(args.request)
  const feed = { title: searchInWords(page.query, locale), href: feedPath(page.query, locale) }
  return { ...page, feed, density: view ?? density }
}

/** Feed readers find the search's feed by this. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', ...data.feed }] : []

export default function Search() {
  return (
    <Wrap>
      <SearchResults page={useLoaderData<typeof loader>()} />
    </Wrap>
  )
}
