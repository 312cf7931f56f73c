import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { holdSheet } from '#services/products/hold-sheet.ts'
import { ResumeProduct, resumeProduct } from '#services/products/resume.ts'
import { ProductHoldPage } from '#ui/products/hold-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.hold.resume.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => holdSheet(ctx, args.params.productId, 'resumption'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ResumeProduct, async (value, ctx) => {
    await resumeProduct(ctx, value)
    return redirectWithToast(args.context, paths.product(value.id), { key: 'product.toast.resumed' })
  })
}

export default function ProductResumption() {
  return <ProductHoldPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
