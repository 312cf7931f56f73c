import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { productDeed } from '#services/products/deed.ts'
import { ReturnProduct, returnProduct } from '#services/products/review.ts'
import { ProductDeedPage } from '#ui/products/deed-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deedPage.return') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productDeed(ctx, args.params.productId, 'return'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReturnProduct, async (value, ctx) => {
    await returnProduct(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.returned' })
  })
}

export default function DeedOnProduct() {
  return (
    <ProductDeedPage
      deed="return"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
