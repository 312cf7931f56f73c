import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { productDeed } from '#services/products/deed.ts'
import { ReviseProduct, reviseProduct } from '#services/products/revise.ts'
import { ProductDeedPage } from '#ui/products/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deedPage.revision') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productDeed(ctx, args.params.productId, 'revision'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReviseProduct, async (value, ctx) => {
    await reviseProduct(ctx, value)
    return redirectWithToast(args.context, paths.productEdit(value.id), { key: 'product.toast.revised' })
  })
}

export default function DeedOnProduct() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  return (
    <ProductDeedPage
      deed="revision"
      view={view}
      answer={useActionData<typeof action>()}
      text={view.isSuspended ? t('product.hold.reviseText') : undefined}
    />
  )
}
