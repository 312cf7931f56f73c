import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { productDeed } from '#services/products/deed.ts'
import { WithdrawProduct, withdrawProduct } from '#services/products/withdraw.ts'
import { ProductDeedPage } from '#ui/products/deed-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deedPage.withdrawal') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productDeed(ctx, args.params.productId, 'withdrawal'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, WithdrawProduct, async (value, ctx) => {
    await withdrawProduct(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.withdrawn' })
  })
}

export default function DeedOnProduct() {
  return (
    <ProductDeedPage
      deed="withdrawal"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
