import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { productDeed } from '#services/products/deed.ts'
import { SubmitProduct, submitProduct } from '#services/products/submit.ts'
import { ProductDeedPage } from '#ui/products/deed-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deedPage.submission') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productDeed(ctx, args.params.productId, 'submission'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SubmitProduct, async (value, ctx) => {
    await submitProduct(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.submitted' })
  })
}

export default function DeedOnProduct() {
  return (
    <ProductDeedPage
      deed="submission"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
