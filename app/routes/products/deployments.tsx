import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AddDeployment, addDeployment } from '#services/products/deployments.ts'
import { productRecords } from '#services/products/records.ts'
import { DeploymentPage } from '#ui/products/deployment-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('product.deployment.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => productRecords(ctx, args.params.productId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AddDeployment, async (value, ctx) => {
    await addDeployment(ctx, value)
    return redirectWithToast(args.context, paths.productDeployments(value.id), {
      key: 'product.records.added',
    })
  })
}

export default function ProductDeployments() {
  return <DeploymentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
