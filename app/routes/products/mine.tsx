import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { myProducts } from '#services/products/mine.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { ProductTabs } from '#ui/products/product-tabs.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { MatchesLine } from '#ui/workspace/matches-line.tsx'

export const handle: PageHandle = { title: t => t('product.mine.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ products: await myProducts(ctx) }))
}

export default function MyProducts() {
  const t = useT()
  const { products } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: t('product.mine.title') },
        ]}
      />
      <PageHead
        title={t('product.mine.title')}
        facts={<Link href={paths.imports()}>{t('imports.from')}</Link>}
      />
      <ProductTabs mayDraft current="mine" />
      <div className="mt4">
        <h2 className="vh">{t('product.list.summary', { total: products.length })}</h2>
        {products.map(product => (
          <RecordRow
            key={product.id}
            href={paths.product(product.id)}
            title={product.name === '' ? t('product.mine.untitled') : product.name}
            meta={
              <>
                {product.number && <span className="num">{product.number}</span>}
                <span>{t('product.mine.version', { n: product.version })}</span>
                {product.isPublic && product.status !== 'published' && (
                  <span>{t('product.mine.stillPublic')}</span>
                )}
                {product.matches && <MatchesLine side="product" id={product.id} matches={product.matches} />}
              </>
            }
            side={<Badge noun="product" status={product.status} />}
            sideNote={t('product.mine.touched', { time: t.moment(product.updatedAt) })}
          />
        ))}
      </div>
      {products.length === 0 && (
        <EmptyState
          title={t('product.mine.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.productNew()}>
              {t('product.list.publish')}
            </ButtonLink>
          }
        >
          {t('product.mine.emptyText')}
        </EmptyState>
      )}
    </Wrap>
  )
}
