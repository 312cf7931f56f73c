import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { talkAboutScenarios } from '#services/introductions/talk.ts'
import { matchesForProduct } from '#services/matching/for-product.ts'
import { speakTalks } from '#ui/introductions/speak.ts'
import { TalkProvider } from '#ui/introductions/talk-acts.tsx'
import { MatchPage } from '#ui/match/match-page.tsx'
import { speakMatches } from '#ui/match/speak.ts'
import { SourceTag, Tag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { view }) => `${t('match.title')}: ${view.product.title}`,
}

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const [all, open] = [query.get('all') === '1', query.get('open')]
  return respond(args, async ctx => {
    const view = await matchesForProduct(ctx, { id: args.params.productId, all, open })
    const t = speakTo(args.request)
    const ids = [...view.main, ...view.near].map(({ party }) => brand<ScenarioId>(party.id))
    const talks = speakTalks(t, view.product.id, await talkAboutScenarios(ctx, view.product.id, ids))
    return { view: speakMatches(t, view), talks, now: ctx.now }
  })
}

export default function ProductMatches() {
  const t = useT()
  const { view, talks, now } = useLoaderData<typeof loader>()
  const { product } = view
  const title = product.title === '' ? t('product.mine.untitled') : product.title
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: product.number ?? title, href: paths.product(product.id) },
          { label: t('match.title') },
        ]}
      />
      <PageHead
        title={t('match.forProduct.title')}
        facts={
          <>
            <Link href={paths.product(product.id)}>{title}</Link>
            <span>{product.organization}</span>
            <SourceTag source={product.source} />
            {product.isOwn && <span>{t('match.version', { n: product.version })}</span>}
            {product.isDraft && <Tag>{t('match.preview')}</Tag>}
            {product.isOwn && (
              <Link href={paths.productStanding(product.id)}>{t('match.forProduct.standing')}</Link>
            )}
          </>
        }
      />
      <TalkProvider talks={talks}>
        <MatchPage
          side="forProduct"
          view={view}
          now={now}
          mayBid={product.isOwn && !product.isDraft}
          href={query => paths.productMatches(product.id, query)}
        />
      </TalkProvider>
    </Wrap>
  )
}
