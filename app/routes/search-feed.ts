import type { LoaderFunctionArgs } from '@remix-run/node'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import { searchInWords } from '#domain/saved-searches/words.ts'
import { answerFeed, tagOf } from '#http/atom.ts'
import { respond } from '#http/respond.ts'
import { objectPaths } from '#http/search-letters.ts'
import { speakIn } from '#http/speak.ts'
import { paths } from '#paths'
import { searchFeed } from '#services/search/feed.ts'

/** Any search as an Atom feed; its language is part of its address, for feed readers have no preference. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { PUBLIC_ORIGIN: origin } = context.env
  const params = new URL(request.url).searchParams
  const t = speakIn(params.get('lang') === 'en' ? 'en' : 'zh')
  const { address, search, entries } = await respond(args, ctx => searchFeed(ctx, params))
  const at = new URLSearchParams(search)
  if (t.locale === 'en') at.set('lang', 'en')
  const { index } = address
  return answerFeed(request, {
    id: tagOf(origin, `search?${at}`),
    title: t('savedSearch.feedTitle', { search: searchInWords(address, t.locale) }),
    language: t.locale === 'en' ? 'en' : 'zh-CN',
    self: new URL(paths.searchFeed(at), origin).href,
    alternate: new URL(`${paths.search()}?${canonicalSearch(address)}`, origin).href,
    author: t('common.name'),
    entries: entries.map(({ id, at: updated, ...entry }) => ({
      ...entry,
      ...{ updated, id: tagOf(origin, `${index}/${id}`) },
      link: new URL(objectPaths[index](id), origin).href,
    })),
  })
}
