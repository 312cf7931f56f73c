import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveOwnDeployment, removeOwnDeployment } from '#services/products/own-deployments.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveOwnDeployment, async (value, ctx) => {
    await removeOwnDeployment(ctx, value)
    return redirectWithToast(args.context, paths.ownDeployments(), { key: 'product.records.removed' })
  })
}
