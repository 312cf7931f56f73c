import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AppealHold, appealHold } from '#services/products/appeal.ts'
import { holdSheet } from '#services/products/hold-sheet.ts'
import { ProductHoldPage } from '#ui/products/hold-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.hold.appeal.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => holdSheet(ctx, args.params.productId, 'appeal'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AppealHold, async (value, ctx) => {
    await appealHold(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.appealed' })
  })
}

export default function ProductAppeal() {
  return <ProductHoldPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
