import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { productDeed } from '#services/products/deed.ts'
import { PublishProduct, publishProduct } from '#services/products/review.ts'
import { ProductDeedPage } from '#ui/products/deed-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deedPage.publication') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productDeed(ctx, args.params.productId, 'publication'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, PublishProduct, async (value, ctx) => {
    await publishProduct(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.published' })
  })
}

export default function DeedOnProduct() {
  return (
    <ProductDeedPage
      deed="publication"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
