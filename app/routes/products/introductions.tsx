import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { talksOfProduct } from '#services/introductions/list.ts'
import { speakLists } from '#ui/introductions/speak.ts'
import { TalksPage } from '#ui/introductions/talks-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Link } from '#ui/shell/link.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('introduction.act.list') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx =>
    speakLists(speakTo(args.request), await talksOfProduct(ctx, args.params.productId)),
  )
}

export default function ProductIntroductions() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const { product } = view
  return (
    <TalksPage
      title={t('introduction.act.list')}
      crumbs={[
        { label: t('product.list.title'), href: paths.products() },
        { label: product.number ?? product.title, href: paths.product(product.id) },
        { label: t('introduction.act.list') },
      ]}
      facts={
        <>
          <Link href={paths.product(product.id)}>{product.title}</Link>
          <Link href={paths.productMatches(product.id)}>{t('introduction.act.matches')}</Link>
        </>
      }
      lists={view}
      where="product"
    />
  )
}
