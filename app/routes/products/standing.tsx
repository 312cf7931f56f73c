import type { LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changesIn, Supposed } from '#domain/standing/what-if.ts'
import { readQuery } from '#http/query-form.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { showStanding } from '#services/standing/show.ts'
import { Tag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { speakStanding } from '#ui/standing/speak.ts'
import { StandingPage } from '#ui/standing/standing-page.tsx'
import type { SpokenStanding } from '#ui/standing/view.ts'

interface Page {
  view: SpokenStanding
}

export const handle: PageHandle<Page> = {
  title: (t, { view }) => `${t('standing.title')}: ${view.product.title}`,
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const { value, typed, errors } = readQuery(args, Supposed)
    const all = new URL(args.request.url).searchParams.get('all') === '1'
    const supposed = value && changesIn(value) > 0 ? value : null
    const view = await showStanding(ctx, { id: args.params.productId, supposed })
    const page: Page = { view: speakStanding(speakTo(args.request), view, { typed, errors, all }) }
    return data(page, { status: errors ? 422 : 200 })
  })
}

export default function ProductStanding() {
  const t = useT()
  const { view } = useLoaderData<typeof loader>()
  const { product } = view
  const title = product.title === '' ? t('product.mine.untitled') : product.title
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: product.number ?? title, href: paths.product(product.id) },
          { label: t('standing.title') },
        ]}
      />
      <PageHead
        title={t('standing.title')}
        facts={
          <>
            <Link href={paths.product(product.id)}>{title}</Link>
            <span>{product.organization}</span>
            <span>{t('match.version', { n: product.version })}</span>
            {product.isDraft && <Tag>{t('match.preview')}</Tag>}
            <span>{t('standing.private')}</span>
          </>
        }
      />
      <StandingPage
        view={view}
        allHref={paths.productStanding(product.id, { all: 1 })}
        fewHref={paths.productStanding(product.id)}
      />
    </Wrap>
  )
}
