import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { canStartProduct } from '#services/products/form.ts'
import { listProducts } from '#services/products/list.ts'
import { Pick, PickForm } from '#ui/compare/pick.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Pager } from '#ui/primitives/pager.tsx'
import { ProductFilters } from '#ui/products/product-filters.tsx'
import { ProductRow } from '#ui/products/product-row.tsx'
import { ProductTabs } from '#ui/products/product-tabs.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.list.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => ({
    ...(await listProducts(ctx, query)),
    mayDraft: canStartProduct(ctx),
  }))
}

export default function ListProducts() {
  const t = useT()
  const { items, total, page, pageSize, query, facets, mayDraft } = useLoaderData<typeof loader>()
  const { page: _, ...filter } = query
  return (
    <Wrap>
      <Crumbs items={[{ label: t('product.list.title') }]} />
      <PageHead
        title={t('product.list.title')}
        facts={
          <>
            <span>{t('product.list.lead')}</span>
            <span className="num">{t('product.list.summary', { total })}</span>
            <Link href={paths.solutions()}>{t('solution.list.title')}</Link>
          </>
        }
      />
      <ProductTabs mayDraft={mayDraft} current="all" />
      <ProductFilters query={filter} facets={facets} />
      {items.length === 0 ? (
        <EmptyState
          title={t('product.list.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.productNew()}>
              {t('product.list.publish')}
            </ButtonLink>
          }
        >
          {t('product.list.emptyText')}
        </EmptyState>
      ) : (
        <>
          <h2 className="vh">{t('product.list.summary', { total })}</h2>
          <PickForm>
            {items.map(row => (
              <ProductRow key={row.id} row={row} pick={<Pick id={row.id} name={row.name} />} />
            ))}
          </PickForm>
        </>
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={number => paths.products({ ...filter, page: number > 1 ? number : undefined })}
      />
    </Wrap>
  )
}
