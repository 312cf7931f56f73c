import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AddCertificate, addCertificate } from '#services/products/certificates.ts'
import { productRecords } from '#services/products/records.ts'
import { CertificatePage } from '#ui/products/certificate-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.certificate.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productRecords(ctx, args.params.productId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AddCertificate, async (value, ctx) => {
    await addCertificate(ctx, value)
    return redirectWithToast(args.context, paths.productCertificates(value.id), {
      key: 'product.records.added',
    })
  })
}

export default function ProductCertificates() {
  return <CertificatePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
