import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { searchInWords } from '#domain/saved-searches/words.ts'
import { readAddress } from '#domain/searching/address.ts'
import { respond } from '#http/respond.ts'
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
  const address = readAddress(new URL(args.request.url).searchParams)
  return respond(args, async ctx => {
    const page = await find(ctx, address)
    return { ...page, saving: await savingOf(ctx, page.query, page.total) }
  })
}

/** Feed readers find the search's feed by this. */
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return []
  const { query } = data
  const locale = localeIn(matches[0]?.data)
  const title = searchInWords(query, locale)
  return [
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title, href: feedPath(query, locale) },
  ]
}

/** The reader's language, as the page around this one knows it. */
function localeIn(root: unknown): 'zh' | 'en' {
  return typeof root === 'object' && root !== null && 'locale' in root && root.locale === 'en' ? 'en' : 'zh'
}

export default function Search() {
  return (
    <Wrap>
      <SearchResults page={useLoaderData<typeof loader>()} />
    </Wrap>
  )
}
