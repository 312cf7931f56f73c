import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveCertificate, removeCertificate } from '#services/products/certificates.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveCertificate, async (value, ctx) => {
    await removeCertificate(ctx, value)
    return redirectWithToast(args.context, paths.productCertificates(value.id), {
      key: 'product.records.removed',
    })
  })
}
