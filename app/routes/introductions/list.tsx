import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { listTalks, TalksQuery } from '#services/introductions/list.ts'
import { speakLists } from '#ui/introductions/speak.ts'
import { TalksPage } from '#ui/introductions/talks-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('introduction.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = TalksQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, async ctx => speakLists(speakTo(args.request), await listTalks(ctx, query)))
}

export default function ListIntroductions() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const title = t(view.scope === 'all' ? 'introduction.all' : 'introduction.title')
  const { page, pageSize } = view
  return (
    <TalksPage
      title={title}
      crumbs={[{ label: title }]}
      lists={view}
      where="own"
      pager={{ page, pageSize, href: to => paths.introductions({ page: to }) }}
    />
  )
}
