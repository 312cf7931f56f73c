import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveDeployment, removeDeployment } from '#services/products/deployments.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveDeployment, async (value, ctx) => {
    await removeDeployment(ctx, value)
    return redirectWithToast(args.context, paths.productDeployments(value.id), {
      key: 'product.records.removed',
    })
  })
}
