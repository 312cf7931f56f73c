import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AppealHold, upholdHold } from '#services/products/appeal.ts'
import { holdSheet } from '#services/products/hold-sheet.ts'
import { HaltProduct, haltProduct, SuspendProduct, suspendProduct } from '#services/products/suspend.ts'
import { ProductHoldPage } from '#ui/products/hold-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.hold.suspend.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => holdSheet(ctx, args.params.productId, 'suspension'))
}

/** The firm's own act, the bureau's, and its answer to the firm: one page, each with a form of its own. */
export async function action(args: ActionFunctionArgs) {
  const deed = (await args.request.clone().formData()).get('deed')
  const back = (id: string, key: string) => redirectWithToast(args.context, paths.product(id), { key })
  if (deed === 'halt')
    return submitted(args, HaltProduct, async (value, ctx) => {
      await haltProduct(ctx, value)
      return back(value.id, 'product.toast.halted')
    })
  if (deed === 'uphold')
    return submitted(args, AppealHold, async (value, ctx) => {
      await upholdHold(ctx, value)
      return back(value.id, 'product.toast.upheld')
    })
  return submitted(args, SuspendProduct, async (value, ctx) => {
    await suspendProduct(ctx, value)
    return back(value.id, 'product.toast.suspended')
  })
}

export default function ProductSuspension() {
  return <ProductHoldPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
